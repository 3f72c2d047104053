"""A value that the source says is still to be determined."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.check._claims import by_document, start
from orgraph.check._finding import brief, finding, label
from orgraph.model import BoundClaim, Finding, Unstated
from orgraph.rules import check
from orgraph.terms import TERMS


@check("ORG304", "warning")
def value_to_be_determined(graph: nx.MultiDiGraph) -> Iterator[Finding]:
    """A field is filled with "to be determined".

    What it finds:
        A field whose value is TBD or words to that effect; each field of a document once.

    Why it matters:
        The document was not finished: whatever joins on this field finds nothing.

    Example:
        "Position number: TBD"

    What to do:
        Enter the value in the source once it is known.

    Known misses:
        A field that is empty or absent is not reported.

    Source:
        Register practice keeps a mark for "not disclosed" apart from "not known".
    """
    for node in sorted(graph):
        for group in by_document(_pending(graph, node)).values():
            first: dict[str, BoundClaim] = {}
            for bound in group:
                first.setdefault(bound.claim.predicate, bound)
            for predicate, bound in first.items():
                message = f"{label(graph, node)}: {TERMS[predicate].label} is to be determined (“{_words(bound)}”)"
                yield finding(value_to_be_determined, "fail", node, message, [bound], predicate=predicate)


def _pending(graph: nx.MultiDiGraph, node: str) -> list[BoundClaim]:
    found = (bound for bound in graph.nodes[node]["claims"] if bound.rank != "deprecated")
    return sorted((bound for bound in found if _is_pending(bound)), key=start)


def _is_pending(bound: BoundClaim) -> bool:
    value = bound.claim.value
    return isinstance(value, Unstated) and value.reason == "tbd"


def _words(bound: BoundClaim) -> str:
    value = bound.claim.value
    return brief(value.text) if isinstance(value, Unstated) else ""
