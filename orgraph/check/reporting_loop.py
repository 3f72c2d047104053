"""Positions that report to each other in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

import networkx as nx

from orgraph.check._claims import superiors
from orgraph.check._finding import finding, label, listed
from orgraph.graph import reporting_lines
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG101", "error")
def reporting_loop(graph: nx.MultiDiGraph) -> Iterator[Finding]:
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
    lines = reporting_lines(graph)
    knots = [sorted(knot) for knot in nx.strongly_connected_components(lines) if len(knot) > 1]
    for knot in sorted(knots):
        path = _around(lines.subgraph(knot), knot[0])
        claims = [superiors(graph, low)[high][0] for low, high in pairwise(path)]
        names = listed((label(graph, node) for node in path), " → ")
        yield finding(reporting_loop, "fail", knot[0], f"{names} closes a loop", claims, loop=path[:-1])


def _around(lines: nx.DiGraph, first: str) -> list[str]:
    """The shortest way up from a position back to itself; the position stands at both ends."""
    above: dict[str, str] = {}
    queue = deque([first])
    while first not in above:
        low = queue.popleft()
        for high in sorted(lines.predecessors(low)):
            if high not in above and high != low:
                above[high] = low
                queue.append(high)
    path = [first, above[first]]
    while path[-1] != first:
        path.append(above[path[-1]])
    return path[::-1]
