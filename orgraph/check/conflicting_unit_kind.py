"""One unit, two kinds."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._conflict import conflicts, sides
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG314", "warning")
def conflicting_unit_kind(facts: Facts) -> Iterator[Finding]:
    """A unit is called by two different kinds.

    What it finds:
        A unit that one source calls a branch and another a sector.

    Why it matters:
        Kinds stand for ranks of units: the unit was reorganized between the documents, or two units
        share a name.

    Example:
        "Bakery Branch" in one description, "Sector: Bakery" in another.

    What to do:
        See which document is newer, and use one kind in all.

    Known misses:
        A kind in another language is another kind. "Team" and "group" are told apart as well. One source
        that gives a name to two units, one within the other.

    Source:
        Claims that differ are kept side by side and reported.
    """
    for node, first in conflicts(facts, "unit_kind", _kind):
        if len(by_document(first.values())) < 2:
            continue  # fields of one header that name two units alike
        message = f"{facts.label(node)} is of {len(first)} kinds: {sides(first)}"
        yield finding(conflicting_unit_kind, "fail", node, message, first.values(), stated=list(first))


def _kind(bound: BoundClaim) -> str | None:
    return said(bound).casefold() or None
