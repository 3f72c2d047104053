"""Positions that report to each other in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG101", "error", because=("duplicate-number",))
def reporting_loop(facts: Facts) -> Iterator[Finding]:
    """Positions report to each other in a circle.

    What it finds:
        Each knot of positions of which everyone is above and below everyone else, once, with the
        shortest way round through its first position. Who reports to themselves is ORG102.

    Why it matters:
        A circle has no top: charts cannot place it, and no rollup reaches the staff below it.

    Example:
        The Head Baker reports to the Shop Manager, and the Shop Manager to the Head Baker.

    What to do:
        One of the quoted lines is wrong, or two positions of one title were taken for one. Correct
        the source, or write the full title there.

    Known misses:
        A knot with several circles is reported once, with one of them. Dotted lines are not followed.

    Source:
        W3C ORG on org:reportsTo: the lines of an organization are expected to have no cycle.
    """
    for knot in facts.knots:
        path = _around(facts, knot)
        claims = [facts.superiors(low)[high][0] for low, high in pairwise(path)]
        names = listed((facts.label(node) for node in path), " → ")
        yield finding(reporting_loop, "fail", knot[0], f"{names} closes a loop", claims, boxes=path[:-1])


def _around(facts: Facts, knot: list[str]) -> list[str]:
    """The shortest way up from the first position of a knot back to itself; it stands at both ends."""
    first, inside = knot[0], set(knot)
    above: dict[str, str] = {}
    queue = deque([first])
    while first not in above:
        low = queue.popleft()
        for high in sorted(inside.intersection(facts.superiors(low))):
            if high not in above:
                above[high] = low
                queue.append(high)
    path = [first, above[first]]
    while path[-1] != first:
        path.append(above[path[-1]])
    return path[::-1]
