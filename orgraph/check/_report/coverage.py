"""The positions of the graph, and which of them have a description of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import networkx as nx

from orgraph.check._report.markup import name, safe, section, table
from orgraph.coverage import coverage as measured
from orgraph.measures import span_of_control

_SHOWN = 12
_COLUMNS = ("Position", "Classification", "Number", "Reports to", "Direct reports", "Description")


def coverage(graph: nx.MultiDiGraph) -> Iterator[str]:
    """How much is described and accounted for, then a table of all positions by name."""
    listed = table("Positions, and where each is described", _COLUMNS, _rows(graph))
    yield from section("Coverage", chain(_figures(graph), listed))


def _figures(graph: nx.MultiDiGraph) -> Iterator[str]:
    covered = measured(graph)
    positions = len(covered.described) + len(covered.mentioned)
    yield f"<p>{len(covered.described):,} of {positions:,} positions have a description of their own.</p>"
    if covered.undescribed_superiors:
        shown = "; ".join(name(graph, node) for node in covered.undescribed_superiors[:_SHOWN])
        more = "; …" if len(covered.undescribed_superiors) > _SHOWN else ""
        yield f"<p>Superiors that no source describes ({len(covered.undescribed_superiors):,}): {shown}{more}</p>"
    if covered.fte_stated:
        share = 100 * covered.fte_accounted / covered.fte_stated
        accounted = f"{covered.fte_accounted:f} of the {covered.fte_stated:f} FTE that the topmost figures state"
        yield f"<p>{accounted} ({share:.0f} %) stand in boxes below them.</p>"


def _rows(graph: nx.MultiDiGraph) -> Iterator[list[str]]:
    spans = span_of_control(graph)
    for node in sorted(spans, key=lambda node: (graph.nodes[node]["label"].casefold(), node)):
        data = graph.nodes[node]
        level = data["classification"]
        yield [
            name(graph, node),
            safe(level.code) if level else _none("not stated"),
            safe(data["position_number"]) if data["position_number"] else _none("not stated"),
            _superiors(graph, node),
            f"{spans[node]:,}" if spans[node] else _none("none"),
            _descriptions(graph, data["described_in"]),
        ]


def _superiors(graph: nx.MultiDiGraph, node: str) -> str:
    lines = sorted(
        (superior, data["modality"])
        for _, superior, data in graph.out_edges(node, data=True)
        if data["predicate"] == "reports_to"
    )
    inferred = {"inferred": ' <span class="muted">(inferred)</span>'}
    return "<br>".join(f"{name(graph, superior)}{inferred.get(how, '')}" for superior, how in lines) or _none(
        "not stated"
    )


def _descriptions(graph: nx.MultiDiGraph, documents: tuple[str, ...]) -> str:
    known = graph.graph["sources"]
    names = [safe(known[document].source if document in known else document) for document in documents]
    return "<br>".join(names) or _none("only mentioned")


def _none(words: str) -> str:
    return f'<span class="muted">{words}</span>'
