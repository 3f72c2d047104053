"""Counts that a text states against the list that it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import networkx as nx

from orgraph.check._claims import by_document, claims, quantity, ranges
from orgraph.check._interval import Interval, interval, point, total
from orgraph.model import BoundClaim, Unstated


class Count(NamedTuple):
    """A stated count of one document: a number, or the reason why there is none."""

    document: str
    bound: BoundClaim
    number: Interval | None
    reason: str | None = None


def stated(graph: nx.MultiDiGraph, node: str, predicate: str) -> list[Count]:
    """The counts that documents state of a position; each number of a document once.

    A document that gives a number in one place and none in another has given it.
    """
    found: list[Count] = []
    for document, group in by_document(claims(graph, node, predicate)).items():
        numbers = [Count(document, bound, interval(figure)) for bound, figure in ranges(group)]
        blanks = [bound for bound in group if quantity(bound) is None]
        found += numbers or [Count(document, bound, None, _reason(bound)) for bound in blanks[:1]]
    return found


def _reason(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.reason if isinstance(value, Unstated) else "missing"


def seats(graph: nx.MultiDiGraph, nodes: Iterable[str], document: str) -> Interval:
    """How many positions and units a list of boxes stands for, in the words of one document.

    A box of unknown size is one seat or more.
    """
    return total(_seats(graph, node, document) for node in nodes)


def _seats(graph: nx.MultiDiGraph, node: str, document: str) -> Interval:
    said = [bound for bound in claims(graph, node, "seats") if bound.claim.document == document]
    numbers = ranges(said)
    if numbers:
        return interval(numbers[0][1])
    return Interval(point(1).low, None) if said else point(1)


def unresolved(graph: nx.MultiDiGraph) -> Counter[str]:
    """How many mentions of each document fit no single box: a short list may be short of these."""
    return Counter(mention.document for mention in graph.graph["unresolved"])
