"""Units that contain each other."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.knots import knots
from orgraph.model import BoundClaim, Finding, Mention
from orgraph.rules import check


@check("ORG114", "error")
def unit_loop(facts: Facts) -> Iterator[Finding]:
    """A unit is part of itself, or units are parts of each other.

    What it finds:
        A unit that is stated to be part of itself, and each knot of units of which every one is a part
        of every other, once.

    Why it matters:
        Such units belong to no organization, and what they hold is counted nowhere or twice.

    Example:
        The Bakery is part of the Shop, and the Shop is part of the Bakery.

    What to do:
        One of the quoted lines is wrong, or two units of one name were taken for one.

    Known misses:
        A knot with several circles is reported once. Two spellings of one name, of which one is part of
        the other, are taken for one unit said twice; so is a line that was inferred from a header.

    Source:
        W3C ORG on org:subOrganizationOf: a containment, which has no circle.
    """
    for unit, said in facts.own_edges("part_of").items():
        if any(_is_itself(bound) for bound in said):
            yield finding(unit_loop, "fail", unit, f"{facts.label(unit)} is part of itself", said[:1])
    wholes = {unit: sorted(found) for unit, found in facts.edges("part_of").items()}
    for knot in knots(wholes):
        inside = set(knot)
        pairs = [(unit, whole) for unit in knot for whole in wholes[unit] if whole in inside]
        claims = [facts.edges("part_of")[unit][whole][0] for unit, whole in pairs]
        message = f"{listed((facts.label(unit) for unit in knot), ' and ')} are parts of each other"
        yield finding(unit_loop, "fail", knot[0], message, claims, boxes=knot)


def _is_itself(bound: BoundClaim) -> bool:
    """Whether a source states it, and gives both by one name; two spellings of it were taken for one unit."""
    whole = bound.claim.value
    return (
        bound.claim.modality == "stated"
        and isinstance(whole, Mention)
        and whole.text.casefold() == bound.claim.subject.text.casefold()
    )
