"""A grade of a senior post that the template does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import BoundClaim, Classification, Finding
from orgraph.rules import check

_GRADES: Final = frozenset(("SCS4", "SCS3", "SCS2", "SCS1A", "SCS1", "OF-9", "OF-8", "OF-7", "OF-6"))


@check("ORG325", "info")
def unlisted_grade(facts: Facts) -> Iterator[Finding]:
    """Senior posts of an organogram have grades that its template does not list.

    What it finds:
        Senior rows in the layout of UK organograms whose grade is none of SCS4 to SCS1, nor OF-9 to
        OF-6. One finding for each table.

    Why it matters:
        Such a post is not of the senior civil service: its row belongs among the junior posts, or its
        grade is spelled in a way that no filter finds.

    Example:
        "Grade 6" or "SCS 1"

    What to do:
        Correct the grade, or move the row.

    Known misses:
        Public bodies with grades of their own, which enter the equivalent or not.

    Source:
        Lists of the published validator of UK organograms.
    """
    if "uk-organogram" not in facts.layouts:
        return
    odd = [
        bound
        for node, said in facts.positions_with("classification")
        for bound in said
        if _grade(bound) not in _GRADES and node not in facts.groups and bound.claim.rule == "uk-organogram"
    ]
    for document, group in by_document(odd).items():
        grades = listed(dict.fromkeys(brief(_grade(bound)) for bound in group), most=5)
        message = f"{plural(len(group), 'senior post')} of {brief(facts.source(document))} with other grades: {grades}"
        yield finding(unlisted_grade, "fail", group[0].subject, message, group, rows=len(group))


def _grade(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.code if isinstance(value, Classification) else ""
