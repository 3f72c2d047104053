"""The top positions of a graph, and how much of what is described stands under each."""

from __future__ import annotations

import networkx as nx

from orgraph.graph import reporting_lines


def tops(graph: nx.MultiDiGraph) -> dict[str, int]:
    """The positions that report to nobody but are reported to, with the number of described posts below.

    A described position that has no line at all is a top too. A post below several tops counts for the
    first of them, so that the walk stays linear.
    """
    lines = reporting_lines(graph)
    found: dict[str, int] = {}
    seen: set[str] = set()
    for node in sorted(lines):
        alone = not lines.out_degree(node) and not graph.nodes[node]["described_in"]
        if graph.nodes[node]["kind"] == "position" and not lines.in_degree(node) and not alone:
            found[node] = _described(graph, lines, node, seen)
    return found


def natural(graph: nx.MultiDiGraph) -> str | None:
    """The top with the most described posts below it, if there is a single one."""
    sizes = tops(graph)
    most = max(sizes.values(), default=0)
    largest = [node for node, size in sizes.items() if size == most]
    return largest[0] if len(largest) == 1 else None


def _described(graph: nx.MultiDiGraph, lines: nx.DiGraph, top: str, seen: set[str]) -> int:
    stack, count = [top], 0
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            count += bool(graph.nodes[node]["described_in"])
            stack.extend(lines.successors(node))
    return count
