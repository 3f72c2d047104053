"""A unit with two heads, neither of whom leads the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG116", "warning")
def two_heads(facts: Facts) -> Iterator[Finding]:
    """Two positions head one unit.

    What it finds:
        A unit that two described positions head, where neither stands above the other.

    Why it matters:
        A chart puts the unit under one of them, and its staff counts for both.

    Example:
        The descriptions of the Head Baker and of the Master Baker both say "heads the Bakery".

    What to do:
        If they share the post, give both one position number. Otherwise correct the older document.

    Known misses:
        Heads that are only mentioned, and a deputy who is said to head the unit beside its head.

    Source:
        W3C ORG: a unit may have several heads; where the sources do not say that they share, one is wrong.
    """
    heads: dict[str, dict[str, BoundClaim]] = defaultdict(dict)
    for node, units in sorted(facts.edges("heads_unit").items()):
        for unit, said in units.items():
            if facts.described(node):
                heads[unit][node] = min(said, key=start)
    for unit, found in sorted(heads.items()):
        apart = [node for node in found if not _above(facts, node) & found.keys()]
        if len(apart) > 1:
            names = listed((facts.label(node) for node in apart), " and ")
            claims = [found[node] for node in apart]
            yield finding(two_heads, "fail", unit, f"{names} both head {facts.label(unit)}", claims, boxes=apart)


def _above(facts: Facts, node: str) -> set[str]:
    """Everybody above a position."""
    found: set[str] = set()
    stack = list(facts.superiors(node))
    while stack:
        superior = stack.pop()
        if superior not in found:
            found.add(superior)
            stack.extend(facts.superiors(superior))
    return found
