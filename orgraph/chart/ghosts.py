"""Ghosts: superiors that a source names and that fit no single post, drawn as what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgraph.chart.forest import DOTTED, SOLID
from orgraph.model import BoundClaim, Mention

if TYPE_CHECKING:
    import networkx as nx


def haunt(graph: nx.MultiDiGraph) -> tuple[nx.MultiDiGraph, frozenset[str]]:
    """The graph with a node for each superior that was left open, and the names of all such nodes.

    A mention that stayed alone because it fits several posts is a node already; one that is no node at
    all gets one, in a copy of the graph.
    """
    opened = {(entry.document, entry.mention) for entry in graph.graph.get("unresolved", ())}
    if not opened:
        return graph, frozenset()
    found = {
        target
        for _, target, data in graph.edges(data=True)
        if data["predicate"] in (SOLID, DOTTED)
        and any((bound.claim.document, bound.claim.value) in opened for bound in data["claims"])
        and not graph.nodes[target].get("described_in")
    }
    missing = [
        (node, bound)
        for node, claims in graph.nodes(data="claims")
        for bound in claims or ()
        if _open(bound) and (bound.claim.document, bound.claim.value) in opened
    ]
    if not missing:
        return graph, frozenset(found)
    copy = graph.copy()
    for node, bound in missing:
        mention = bound.claim.value
        ghost = f"unresolved/{bound.claim.document}/{mention.reference or mention.text}"  # one for all its reports
        copy.add_node(ghost, kind="position", label=mention.text, described_in=(), claims=(bound,))
        copy.add_edge(
            node,
            ghost,
            key=bound.claim.predicate,
            predicate=bound.claim.predicate,
            modality=bound.claim.modality,
            claims=(bound,),
        )
        found.add(ghost)
    return copy, frozenset(found)


def _open(bound: BoundClaim) -> bool:
    line = bound.claim.predicate in (SOLID, DOTTED)
    return line and bound.object is None and bound.rank != "deprecated" and isinstance(bound.claim.value, Mention)
