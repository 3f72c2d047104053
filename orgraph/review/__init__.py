"""What most deserves a person's look, worst first: what failed, what no longer applies, what could be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import networkx as nx

from orgraph.check import check
from orgraph.model import BoundClaim
from orgraph.near import Near, near
from orgraph.review._formats import FORMATS
from orgraph.review._item import Item

__all__ = ["FORMATS", "Item", "review"]

_FINDINGS: Final = {"error": 0, "warning": 3, "info": 5}
_DECISION: Final = 1
_NEAR: Final = {"the same position number": 2, "the same title or name": 2}
_FAINT: Final = 4


def review(graph: nx.MultiDiGraph) -> tuple[Item, ...]:
    """Everything worth a look, the most urgent first; of equal urgency what concerns more boxes below it."""
    below = _below(graph)
    items = [*_failed(graph), *_alike(graph)]
    return tuple(
        sorted(
            items,
            key=lambda item: (item.urgency, -sum(below.get(node, 0) for node in item.nodes), item.nodes, item.message),
        )
    )


def _failed(graph: nx.MultiDiGraph) -> Iterator[Item]:
    decisions = {id_ for id_, source in graph.graph["sources"].items() if source.kind == "decisions"}
    for finding in check(graph):
        if finding.outcome == "fail":
            stale = finding.rule == "unresolved-mention" and finding.focus in decisions
            urgency = _DECISION if stale else _FINDINGS[finding.severity]
            nodes = (finding.focus,) if finding.focus in graph else ()
            yield Item(
                urgency,
                "decision" if stale else "finding",
                nodes,
                f"{finding.code} {finding.message}",
                finding.evidence,
            )


def _alike(graph: nx.MultiDiGraph) -> Iterator[Item]:
    """Pairs that stay two; what a text names side by side, or a person parted, needs no look."""
    decided = {node: _decisions(data["claims"]) for node, data in graph.nodes(data=True)}
    for pair in near(graph):
        settled = not decided[pair.node].isdisjoint(decided[pair.other])
        if not settled and not any(reason.startswith("named side by side") for reason in pair.against):
            yield _near(graph, pair)


def _decisions(claims: Iterable[BoundClaim]) -> set[tuple[str, int]]:
    """The places of the decisions that a box rests on."""
    decided = (bound.claim.evidence[0] for bound in claims if bound.claim.predicate == "decided")
    return {(evidence.document, evidence.start) for evidence in decided}


def _near(graph: nx.MultiDiGraph, pair: Near) -> Item:
    one, other = graph.nodes[pair.node], graph.nodes[pair.other]
    urgency = _NEAR.get(pair.likeness, _FAINT) + (len(pair.against) > 1)
    against = "; ".join(pair.against) or "nothing speaks against it"
    alike = f" (“{'”, “'.join(pair.names)}”)" if pair.names else ""
    message = f"{one['label']} and {other['label']}: {pair.likeness}{alike}; {against}"
    claims = [
        bound for data in (one, other) for bound in data["claims"] if bound.claim.predicate in ("title", "unit_name")
    ][:6]
    evidence = tuple(dict.fromkeys(bound.claim.evidence[0] for bound in claims))
    return Item(urgency, "near", (pair.node, pair.other), message, evidence, "same or different")


def _below(graph: nx.MultiDiGraph) -> dict[str, int]:
    """How many boxes report to each directly: what is wrong there touches them all."""
    found: dict[str, int] = {}
    for _, superior, predicate in graph.edges(keys=True):
        if predicate == "reports_to":
            found[superior] = found.get(superior, 0) + 1
    return found
