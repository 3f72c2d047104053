"""Values of one predicate that cannot both be true of one position."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import networkx as nx

from orgraph.check._claims import claims, positions, source
from orgraph.check._finding import brief, listed
from orgraph.model import BoundClaim

Key = Callable[[BoundClaim], str | None]


def conflicts(graph: nx.MultiDiGraph, predicate: str, key: Key) -> Iterator[tuple[str, dict[str, BoundClaim]]]:
    """Each position with two or more values of a predicate, and the first claim of each value.

    `key` gives the value that must not differ, None for a claim without one.
    """
    for node in positions(graph):
        first: dict[str, BoundClaim] = {}
        for bound in claims(graph, node, predicate):
            value = key(bound)
            if value is not None:
                first.setdefault(value, bound)
        if len(first) > 1:
            yield node, first


def sides(first: dict[str, BoundClaim]) -> str:
    """The values and who states them: `40017 in a.txt, 40018 in b.txt`."""
    return listed(f"{brief(value)} in {brief(source(bound))}" for value, bound in first.items())
