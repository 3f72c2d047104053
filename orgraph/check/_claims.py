"""Claims of a graph by predicate and by document: a comparison never leaves one document unknowingly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

import networkx as nx

from orgraph.model import BoundClaim, Quantity, Scope

ByDocument = dict[str, list[BoundClaim]]
Reports = dict[str, dict[str, list[BoundClaim]]]


def positions(graph: nx.MultiDiGraph) -> Iterator[str]:
    """The ids of the positions, sorted."""
    return (node for node in sorted(graph) if graph.nodes[node]["kind"] == "position")


def source(bound: BoundClaim) -> str:
    """The name of the source that makes a claim."""
    return bound.claim.evidence[0].source


def start(bound: BoundClaim) -> tuple[str, int, int, int, int]:
    """Where a claim stands: the order of the sources, then of the text, or of the cells."""
    first = bound.claim.evidence[0]
    return first.source, first.start, first.end, first.line, first.column


def claims(graph: nx.MultiDiGraph, node: str, predicate: str) -> list[BoundClaim]:
    """What is said of a node with one predicate, in the order of the texts; rejected claims are left out."""
    found = (
        bound
        for bound in graph.nodes[node]["claims"]
        if bound.claim.predicate == predicate and bound.rank != "deprecated"
    )
    return sorted(found, key=start)


def by_document(found: Iterable[BoundClaim]) -> ByDocument:
    """Claims apart by the document that makes them, in the order of the sources."""
    groups: ByDocument = defaultdict(list)
    for bound in sorted(found, key=start):
        groups[bound.claim.document].append(bound)
    return dict(groups)


def quantity(bound: BoundClaim) -> Quantity | None:
    """The quantity of a claim if it has one with a bound."""
    value = bound.claim.value
    return value if isinstance(value, Quantity) and (value.low, value.high) != (None, None) else None


def scoped(found: Iterable[BoundClaim], scope: Scope) -> list[tuple[BoundClaim, Quantity]]:
    """The claims of a scope whose value is a quantity, with it."""
    pairs = ((bound, quantity(bound)) for bound in found)
    return [(bound, value) for bound, value in pairs if value is not None and value.scope == scope]


def reports(graph: nx.MultiDiGraph, superior: str) -> Reports:
    """For each document, who it says reports to a position, with the claims; the position itself left out.

    Documents come in the order of the sources, reports in the order of their document.
    """
    lines = [
        bound
        for subordinate, _, predicate, data in graph.in_edges(superior, keys=True, data=True)
        if predicate == "reports_to" and subordinate != superior
        for bound in data["claims"]
    ]
    found: Reports = {}
    for document, group in by_document(lines).items():
        subordinates = found.setdefault(document, {})
        for bound in group:
            subordinates.setdefault(bound.subject, []).append(bound)
    return found


def ranges(found: Iterable[BoundClaim]) -> list[tuple[BoundClaim, Quantity]]:
    """The first claim of each range: a number that a text repeats is one number."""
    first: dict[tuple[Decimal | None, Decimal | None], tuple[BoundClaim, Quantity]] = {}
    for bound in found:
        value = quantity(bound)
        if value is not None:
            first.setdefault((value.low, value.high), (bound, value))
    return list(first.values())


def superiors(graph: nx.MultiDiGraph, node: str) -> dict[str, list[BoundClaim]]:
    """Whom a box reports to by a solid line, itself left out, with the claims; sorted by where they stand."""
    lines = {
        superior: sorted(data["claims"], key=start)
        for _, superior, data in graph.out_edges(node, data=True)
        if data["predicate"] == "reports_to" and superior != node
    }
    return dict(sorted(lines.items(), key=lambda line: (start(line[1][0]), line[0])))
