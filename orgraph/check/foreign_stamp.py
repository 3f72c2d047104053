"""A description that another organization has stamped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG333", "warning")
def foreign_stamp(facts: Facts) -> Iterator[Finding]:
    """The numbers of a description are stamped by an organization that is not its department.

    What it finds:
        An acronym before the label of a job code or a position number that stands neither for the
        department of the header nor for another unit of it; and which other texts use that acronym.

    Why it matters:
        The position was moved between departments, or the form is borrowed: its numbers belong to the
        other organization, and fit nothing here.

    Example:
        "FSA Job code: 600111" over "Department: Bakery Board"

    What to do:
        Ask which department issued the number; use a number of the department, or name the other one.

    Known misses:
        A department that was renamed, whose old acronym is still on the form, is reported as well. A
        stamp that is spelled out is not read.

    Source:
        Record keeping: an identifier holds within the organization that issued it.
    """
    stamps = list(flaws(facts, "foreign-stamp"))
    stamped = {document for _, document, _ in stamps}
    used = [
        bound for _, document, found in flaws(facts, "undefined-acronym") if document not in stamped for bound in found
    ]
    for node, document, found in stamps:
        for bound in found:
            department = " ".join(f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence[1:2])
            named = f", but the department is {department}" if department else ""
            others = _named(used, said(bound))
            elsewhere = f"; {brief(source(others[0]))} names {said(others[0])}, too" if others else ""
            message = f"numbers of {brief(facts.source(document))} are stamped “{brief(said(bound))}”{named}{elsewhere}"
            yield finding(foreign_stamp, "fail", node, message, [bound, *others])


def _named(used: Sequence[BoundClaim], stamp: str) -> list[BoundClaim]:
    """The first place where a text without such a stamp names its organization."""
    return [bound for bound in used if said(bound) == stamp.split(" ")[0]][:1]
