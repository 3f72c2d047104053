"""A unit that is part of two units, neither of which is part of the other."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG115", "warning")
def two_wholes(facts: Facts) -> Iterator[Finding]:
    """A unit is part of two different units.

    What it finds:
        A unit that is said to be part of two units, where neither of these stands inside the other.

    Why it matters:
        Its staff and money belong to one of them: a sum over the units counts it twice.

    Example:
        "Bread Team, Bakery" in one description, "Bread Team, Shop" in another.

    What to do:
        See which document is older. If two teams share a name, give them different names.

    Known misses:
        Two names of one containing unit that were not recognized as one look like two units.

    Source:
        Tables of units, which hold one parent a unit; published ones have units with two.
    """
    wholes = facts.edges("part_of")
    for unit, found in sorted(wholes.items()):
        apart = _apart(facts, unit, sorted(found)) if len(found) > 1 else []
        if len(apart) > 1:
            names = listed((facts.label(whole) for whole in apart), " and of ")
            claims = [min(found[whole], key=start) for whole in apart]
            yield finding(two_wholes, "fail", unit, f"{facts.label(unit)} is part of {names}", claims, boxes=apart)


def _apart(facts: Facts, unit: str, found: list[str]) -> list[str]:
    """The wholes that hold no other of the wholes; none where the unit stands in a circle, which is ORG114."""
    outer = {whole: _outer(facts, whole) for whole in found}
    if any(unit in holders for holders in outer.values()):
        return []
    return [whole for whole in found if not any(whole in outer[other] for other in found)]


def _outer(facts: Facts, unit: str) -> set[str]:
    """The units that hold a unit, itself left out."""
    found: set[str] = set()
    stack = list(facts.edges("part_of").get(unit, ()))
    while stack:
        whole = stack.pop()
        if whole not in found:
            found.add(whole)
            stack.extend(facts.edges("part_of").get(whole, ()))
    return found
