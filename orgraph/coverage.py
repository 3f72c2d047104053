"""How much of the organization the sources describe: posts with a description of their own, and FTE that boxes show."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any, Final, NamedTuple

import networkx as nx

from orgraph.graph import reporting_lines
from orgraph.model import Quantity

_DIGITS: Final = 60  # more than any figure of a source has; a sum is exact within them


class Coverage(NamedTuple):
    """Ids of positions, by how they are known, and FTE.

    `fte_stated` is what the topmost boxes state for all they lead, `fte_accounted` what of it stands in boxes
    below them (a row's seats, too), `unbroken` the boxes of which something does not, and how much.
    """

    described: tuple[str, ...]
    mentioned: tuple[str, ...]
    undescribed_superiors: tuple[str, ...]
    fte_stated: Decimal
    fte_accounted: Decimal
    unbroken: tuple[tuple[str, Decimal], ...]

    def record(self) -> dict[str, Any]:
        """The same for JSON: exact numbers as text."""
        return {
            **self._asdict(),
            "fte_stated": f"{self.fte_stated:f}",
            "fte_accounted": f"{self.fte_accounted:f}",
            "unbroken": [{"id": node, "fte": f"{missing:f}"} for node, missing in self.unbroken],
        }


def coverage(graph: nx.MultiDiGraph) -> Coverage:
    """The coverage of a graph. Linear in nodes and lines; positions of a reporting loop account for nothing."""
    lines = reporting_lines(graph)
    positions = [node for node in sorted(graph) if graph.nodes[node]["kind"] == "position"]
    described = tuple(node for node in positions if _is_described(graph, node))
    known = set(described)
    with localcontext(prec=_DIGITS):
        stated, accounted, unbroken = _fte(graph, lines)
    return Coverage(
        described,
        tuple(node for node in positions if node not in known),
        tuple(node for node in positions if node not in known and lines.out_degree(node)),
        stated,
        accounted,
        unbroken,
    )


def _is_described(graph: nx.MultiDiGraph, node: str) -> bool:
    """Whether a document or a row is about the post; a row gives its post a reference of its own."""
    data = graph.nodes[node]
    return bool(data["described_in"]) or any(bound.claim.subject.reference for bound in data["claims"])


def _fte(graph: nx.MultiDiGraph, lines: nx.DiGraph) -> tuple[Decimal, Decimal, tuple[tuple[str, Decimal], ...]]:
    """What the topmost figures state, what of it is accounted for, and the boxes where something is missing."""
    own: dict[str, Decimal] = {}
    seats: dict[str, Decimal] = {}
    for node in sorted(graph):
        for scope, found in (("own", own), ("seat", seats)):
            if (figure := _figure(graph, node, scope)) is not None:
                found[node] = figure
    looped = {node for part in nx.strongly_connected_components(lines) if len(part) > 1 for node in part}
    outside = looped | {node for node in lines if lines.has_edge(node, node)}
    tree = nx.DiGraph()
    tree.add_nodes_from(node for node in lines if node not in outside)
    tree.add_edges_from((a, b) for a, b in lines.edges if a not in outside and b not in outside)
    shown: dict[str, Decimal] = {}  # what stands in the boxes from here down
    missing: dict[str, Decimal] = {}
    for node in reversed(list(nx.topological_sort(tree))):
        below = sum((shown[report] for report in tree.successors(node)), seats.get(node, Decimal(0)))
        total = own.get(node)
        if total is None:
            shown[node] = below
        elif tree.out_degree(node):
            shown[node] = min(total, below)
            missing[node] = total - shown[node]
        else:
            shown[node] = total
    tops = _topmost(tree, own)
    # A box that nothing stands below or above is no part of a total: it only states one.
    accounted = sum((shown[node] for node in tops if tree.degree(node)), Decimal(0))
    unbroken = tuple((node, fte) for node, fte in sorted(missing.items()) if fte)
    return sum((own[node] for node in tops), Decimal(0)), accounted, unbroken


def _topmost(tree: nx.DiGraph, own: dict[str, Decimal]) -> list[str]:
    """The boxes with a figure that have none with a figure above them."""
    covered: set[str] = set()
    tops = []
    for node in nx.topological_sort(tree):
        above = any(superior in covered for superior in tree.predecessors(node))
        if node in own and not above:
            tops.append(node)
        if node in own or above:
            covered.add(node)
    return tops


def _figure(graph: nx.MultiDiGraph, node: str, scope: str) -> Decimal | None:
    """The exact FTE of a scope that a box states: the planned added to the rest, of the first document that has one."""
    found: dict[bool, Decimal] = {}
    first: str | None = None
    for bound in graph.nodes[node]["claims"]:
        figure = bound.claim.value
        if bound.claim.predicate != "staff" or bound.rank == "deprecated" or not isinstance(figure, Quantity):
            continue
        exact = figure.measure == "fte" and figure.low == figure.high and figure.scope == scope
        if exact and figure.low is not None and figure.status != "eliminated":
            first = first or bound.claim.document
            if bound.claim.document == first:
                found.setdefault(figure.status == "planned", figure.low)
    return sum(found.values(), Decimal(0)) if found else None
