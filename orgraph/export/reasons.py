"""Why a box and its lines are there: every claim with its quote in context, its rule and its rank."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import networkx as nx
from msgspec.structs import asdict

from orgraph.confidence import record_of
from orgraph.export.record import shown
from orgraph.model import BoundClaim, Evidence
from orgraph.terms import TERMS
from orgraph.text import underline, visible


def generate_text(graph: nx.MultiDiGraph, node: str) -> Iterator[str]:
    """For people: the box, then each thing said of it under the words it was read from."""
    data = graph.nodes[node]
    yield f"{visible(data['label'])}  ({node})\n"
    yield (
        f"  described in {_sources(graph, data['described_in'])}\n"
        if data["described_in"]
        else "  described in no source, only mentioned\n"
    )
    for statement, claims in _statements(graph, node).items():
        yield f"\n{visible(statement)}\n"
        for bound in claims:
            yield from _reason(bound)


def generate_json(graph: nx.MultiDiGraph, node: str) -> Iterator[str]:
    """For programs: one object with the same content."""
    data = graph.nodes[node]
    found: dict[str, Any] = {
        "id": node,
        "label": data["label"],
        "described_in": [graph.graph["sources"][document].source for document in data["described_in"]],
        "statements": [
            {"statement": statement, "claims": [_claim(bound) for bound in claims]}
            for statement, claims in _statements(graph, node).items()
        ],
    }
    yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[dict[str, Callable[[nx.MultiDiGraph, str], Iterable[str]]]] = {
    "text": generate_text,
    "json": generate_json,
}


def _statements(graph: nx.MultiDiGraph, node: str) -> dict[str, list[BoundClaim]]:
    """Everything said of a node: its own values and lines first, then the lines that end at it."""
    found: dict[str, list[BoundClaim]] = defaultdict(list)
    label = graph.nodes[node]["label"]
    for bound in graph.nodes[node]["claims"]:
        value = graph.nodes[bound.object]["label"] if bound.object else shown(bound.claim)
        found[f"{TERMS[bound.claim.predicate].label}: {value}"].append(bound)
    for subordinate, _, data in sorted(
        graph.in_edges(node, data=True), key=lambda edge: (edge[2]["predicate"], edge[0])
    ):
        for bound in data["claims"]:
            found[f"{graph.nodes[subordinate]['label']} {TERMS[data['predicate']].label} {label}"].append(bound)
    return found


def _reason(bound: BoundClaim) -> Iterator[str]:
    claim = bound.claim
    judged = record_of(claim.rule)
    notes = [f"rule {claim.rule}" + (f" (right in {judged.right} of {judged.stated})" if judged else "")]
    notes += ["inferred"] if claim.modality == "inferred" else []
    notes += [f"read {repair.raw!r} as {repair.repaired!r}" for repair in claim.repairs]
    notes += [f"rank {bound.rank}"] if bound.rank != "normal" else []
    yield f"  {_place(claim.evidence[0])}  {', '.join(notes)}\n"
    for evidence in claim.evidence:
        yield underline(evidence.before, evidence.quote, evidence.after, margin="    | ") + "\n"


def _claim(bound: BoundClaim) -> dict[str, Any]:
    claim = bound.claim
    return {
        "predicate": claim.predicate,
        "value": shown(claim),
        "object": bound.object,
        "rule": claim.rule,
        "confidence": float(judged.confidence) if (judged := record_of(claim.rule)) else None,
        "modality": claim.modality,
        "rank": bound.rank,
        "repairs": [asdict(repair) for repair in claim.repairs],
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {name: value for name, value in asdict(evidence).items() if name != "document"}


def _place(evidence: Evidence) -> str:
    return visible(evidence.place)


def _sources(graph: nx.MultiDiGraph, documents: Iterable[str]) -> str:
    return ", ".join(visible(graph.graph["sources"][document].source) for document in documents)
