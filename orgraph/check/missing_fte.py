"""Rows without FTE in a table that counts in FTE."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._cells import unstated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG220", "warning")
def missing_fte(facts: Facts) -> Iterator[Finding]:
    """Rows of a table have no FTE.

    What it finds:
        Posts and groups of posts whose cell for the FTE is empty, in a table that has the column. One
        finding for each table. "Not disclosed" is something else, and not reported.

    Why it matters:
        They count as nothing in every total, and nobody sees that they are missing.

    Example:
        Twelve groups of posts without a figure.

    What to do:
        Enter the figure; zero if nobody is there.

    Known misses:
        A table without a column for the FTE.

    Source:
        The template of UK organograms: every junior row has a number of posts.
    """
    for document, group in unstated(facts, ("staff", "seats"), "missing"):
        names = listed((facts.label(bound.subject) for bound in group), most=5)
        message = f"{plural(len(group), 'row')} of {brief(facts.source(document))} without FTE: {names}"
        yield finding(missing_fte, "fail", group[0].subject, message, group, rows=len(group))
