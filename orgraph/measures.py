"""Measures of a graph: span of control, layers, chain of command, the organization's name.

All are linear in nodes and lines, and none recurses: a chain of any length, or a loop, is measured.
"""

from __future__ import annotations

from collections import deque

import networkx as nx

from orgraph.graph import reporting_lines
from orgraph.model import Quantity


def span_of_control(graph: nx.MultiDiGraph) -> dict[str, int]:
    """For each position, how many report to it directly; a box of four identical seats is four.

    A box whose number of seats is a range or not known counts as one; nobody reports to themselves. A
    group of posts that a table measures in FTE is no report: who leads it directly, the table does not say.
    """
    lines = reporting_lines(graph)
    return {
        node: sum(_seats(graph, report) for report in lines.successors(node) if report != node)
        for node in sorted(lines)
        if graph.nodes[node]["kind"] == "position"
    }


def layers(graph: nx.MultiDiGraph) -> dict[str, int]:
    """The layer of each box by the shortest way down: a top position is 1, its reports are 2.

    What hangs in a loop has no layer. The number of layers is the largest value.
    """
    lines = reporting_lines(graph)
    found = dict.fromkeys((node for node in sorted(lines) if not lines.in_degree(node)), 1)
    queue = deque(found)
    while queue:
        superior = queue.popleft()
        for report in lines.successors(superior):
            if report not in found:
                found[report] = found[superior] + 1
                queue.append(report)
    return found


def chain_of_command(graph: nx.MultiDiGraph, node: str) -> tuple[str, ...]:
    """The boxes from one up to its top, itself first; a loop ends where it would close.

    Of several superiors a stated one goes before an inferred one, then the id decides. A node that is
    not in the graph raises networkx.NodeNotFound.
    """
    if node not in graph:
        raise nx.NodeNotFound(f"no such box: {node}")
    chain = {node: None}
    above = superior(graph, node)
    while above is not None and above not in chain:
        chain[above] = None
        above = superior(graph, above)
    return tuple(chain)


def _seats(graph: nx.MultiDiGraph, node: str) -> int:
    seats: Quantity | None = graph.nodes[node]["seats"]
    if seats is not None and seats.measure == "fte":
        return 0
    exact = seats is not None and seats.low is not None and seats.low == seats.high
    return int(seats.low) if exact and seats and seats.low else 1


def superior(graph: nx.MultiDiGraph, node: str) -> str | None:
    """The one superior that a position is placed under: a stated line before an inferred one, then by id."""
    lines = (
        (data["modality"] != "stated", above)
        for _, above, data in graph.out_edges(node, data=True)
        if data["predicate"] == "reports_to" and above != node
    )
    return min(lines, default=(False, None))[1]


def organization(graph: nx.MultiDiGraph) -> str | None:
    """The name of the innermost unit that holds every described position; None where none does."""
    described = (node for node, data in graph.nodes(data=True) if data["kind"] == "position" and data["described_in"])
    chains = (_containers(graph, node) for node in described)
    first = next(chains, [])
    shared = set(first)
    for chain in chains:
        if not shared:
            break
        shared.intersection_update(chain)
    inner = next((unit for unit in first if unit in shared), None)
    return None if inner is None else str(graph.nodes[inner]["label"])


def _containers(graph: nx.MultiDiGraph, node: str) -> list[str]:
    """The units that hold a position, the innermost first; each once, whatever circles they make."""
    found: dict[str, None] = {}
    waiting = [unit for _, unit, predicate in graph.out_edges(node, keys=True) if predicate == "in_unit"]
    for unit in waiting:
        if unit not in found:
            found[unit] = None
            waiting += [outer for _, outer, predicate in graph.out_edges(unit, keys=True) if predicate == "part_of"]
    return list(found)
