"""Circles in a relation: its strongly connected parts, found where walks from free ends do not come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx


def knots(below: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The strongly connected parts of a relation with more than one member; each, and all of them, sorted.

    What hangs in no circle is peeled off first, from above: usually nothing is left to search.

    >>> knots({"a": ["b"], "b": ["c"], "c": ["b", "d"]})
    [['b', 'c']]
    """
    rest = _peeled(below)
    lines = nx.DiGraph((high, low) for high in sorted(rest) for low in below.get(high, ()) if low in rest)
    return sorted(sorted(knot) for knot in nx.strongly_connected_components(lines) if len(knot) > 1)


def _peeled(below: Mapping[str, Iterable[str]]) -> set[str]:
    """The members of circles, and what lies below them: what is left once free ends are taken off from above."""
    above: dict[str, int] = defaultdict(int)
    for lows in below.values():
        for low in lows:
            above[low] += 1
    free = [high for high in below if high not in above]
    while free:
        for low in below.get(free.pop(), ()):
            above[low] -= 1
            if not above[low]:
                free.append(low)
    return {node for node, count in above.items() if count}
