"""Why a box, a line or a value is there: its claims with quotes, rules and ranks, and what was considered besides."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

import networkx as nx
from msgspec.structs import asdict

from orgraph.confidence import record_of
from orgraph.evidence import Evidence, written
from orgraph.export.record import shown, told
from orgraph.model import BoundClaim, Date
from orgraph.near import near
from orgraph.terms import TERMS
from orgraph.text import underline, visible

_BESIDE: Final = {False: "considered, and not taken", True: "the superiors that sources name"}
_PLACES: Final = {name: place for place, name in enumerate(TERMS)}


class Question(NamedTuple):
    """What is asked: of a box; of its line to another box; or of one predicate of it, such as staff."""

    node: str
    to: str | None = None
    what: str | None = None


class Reasons(NamedTuple):
    """The answer: claims under the statement they support, what was rejected, and what was decided."""

    heading: str
    statements: dict[str, list[BoundClaim]]
    considered: list[str]
    decided: list[BoundClaim]


def reasons(graph: nx.MultiDiGraph, question: Question) -> Reasons:
    """Everything that speaks for what is asked, and what was considered besides and not taken."""
    node, to, what = question
    ends = {node} if to is None else {node, to}
    decided = [b for end in sorted(ends) for b in graph.nodes[end]["claims"] if b.claim.predicate == "decided"]
    statements = _statements(graph, node)
    if to is not None:
        statements = {
            said: kept for said, claims in statements.items() if (kept := [b for b in claims if _joins(b, ends)])
        }
        return Reasons(_line(graph, node, to, statements), statements, list(_other_lines(graph, node, to)), decided)
    if what is not None:
        statements = {
            said: kept
            for said, claims in statements.items()
            if (kept := [b for b in claims if b.claim.predicate == what])
        }
        return Reasons(
            _box(graph, node), statements, [] if statements else [f"no source states its {TERMS[what].label}"], decided
        )
    return Reasons(_box(graph, node), statements, list(_considered(graph, node)), decided)


def generate_text(graph: nx.MultiDiGraph, question: Question) -> Iterator[str]:
    """For people: what is asked, then each thing said of it under the words it was read from."""
    found = reasons(graph, question)
    yield f"{visible(found.heading)}\n"
    for statement, claims in found.statements.items():
        yield f"\n{visible(statement)}\n"
        for bound in claims:
            yield from _reason(bound)
    if found.considered:
        yield f"\n{_BESIDE[question.to is not None]}:\n"
        yield from (f"  {visible(line)}\n" for line in found.considered)
    if found.decided and not any(bound in claims for claims in found.statements.values() for bound in found.decided):
        yield "\ndecided by people:\n"
        for bound in found.decided:
            yield f"  {visible(shown(bound.claim))}  {_place(bound.claim.evidence[0])}\n"


def generate_json(graph: nx.MultiDiGraph, question: Question) -> Iterator[str]:
    """For programs: one object with the same content."""
    node = question.node
    data, found = graph.nodes[node], reasons(graph, question)
    answer: dict[str, Any] = {
        "id": node,
        "to": question.to,
        "what": question.what,
        "label": data["label"],
        "described_in": [graph.graph["sources"][document].source for document in data["described_in"]],
        "statements": [
            {"statement": statement, "claims": [_claim(bound) for bound in claims]}
            for statement, claims in found.statements.items()
        ],
        "considered": found.considered,
        "decided": [_claim(bound) for bound in found.decided],
    }
    yield json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[dict[str, Callable[[nx.MultiDiGraph, Question], Iterable[str]]]] = {
    "text": generate_text,
    "json": generate_json,
}


def _box(graph: nx.MultiDiGraph, node: str) -> str:
    data = graph.nodes[node]
    versions = [_version(graph, node, document) for document in data["described_in"]]
    return f"{data['label']}  ({node}), described in {', '.join(versions) or 'no source, only mentioned'}"


def _version(graph: nx.MultiDiGraph, node: str, document: str) -> str:
    """A source that describes the node; where several do, with the date that its text gives."""
    source = str(graph.graph["sources"][document].source)
    if len(graph.nodes[node]["described_in"]) < 2:
        return source
    dates = [
        bound.claim.value.iso
        for bound in graph.nodes[node]["claims"]
        if bound.claim.document == document and isinstance(bound.claim.value, Date)
    ]
    return f"{source} ({dates[0] if dates else 'undated'})"


def _line(graph: nx.MultiDiGraph, node: str, to: str, statements: dict[str, list[BoundClaim]]) -> str:
    ends = f"{graph.nodes[node]['label']} and {graph.nodes[to]['label']}"
    return ends if statements else f"{ends}: no source joins them"


def _joins(bound: BoundClaim, ends: set[str]) -> bool:
    return bound.object is not None and {bound.subject, bound.object} == ends


def _other_lines(graph: nx.MultiDiGraph, node: str, to: str) -> Iterator[str]:
    """The superiors that sources name for both ends, beside one another."""
    named: dict[tuple[str, str], list[BoundClaim]] = defaultdict(list)
    for one, other in ((node, to), (to, node)):
        for bound in graph.nodes[one]["claims"]:
            if bound.claim.predicate == "reports_to" and bound.object not in (other, None):
                named[one, str(bound.object)].append(bound)
    for (one, superior), claims in named.items():
        first = claims[0]
        notes = [
            first.claim.modality,
            *([first.rank] if first.rank != "normal" else []),
            _place(first.claim.evidence[0]),
        ]
        notes += [f"and {len(claims) - 1} more"] if len(claims) > 1 else []
        yield f"{graph.nodes[one]['label']} reports to {graph.nodes[superior]['label']}: {', '.join(notes)}"


def _considered(graph: nx.MultiDiGraph, node: str) -> Iterator[str]:
    """Boxes that it could be one with and is not, and mentions that could be it and were left open."""
    for pair in near(graph, node):
        other = pair.other if pair.node == node else pair.node
        against = "; ".join(pair.against) or "nothing more speaks for it"
        alike = f" (“{'”, “'.join(pair.names)}”)" if pair.names else ""
        yield f"{graph.nodes[other]['label']} ({other}): {pair.likeness}{alike}, but {against}"
    for left in graph.graph["unresolved"]:
        if node in left.candidates:
            source = graph.graph["sources"].get(left.document)
            yield f"“{left.mention.text}” in {source.source if source else left.document}: {left.reason}"


def _statements(graph: nx.MultiDiGraph, node: str) -> dict[str, list[BoundClaim]]:
    """Everything said of a node: its own values and lines, the lines that end at it, then what gave way to another.

    Under each statement the node's own descriptions come first, and what is stated before what is inferred.
    """
    found: dict[str, list[BoundClaim]] = defaultdict(list)
    label, own = graph.nodes[node]["label"], graph.nodes[node]["described_in"]
    for bound in sorted(graph.nodes[node]["claims"], key=lambda bound: _PLACES[bound.claim.predicate]):
        value = graph.nodes[bound.object]["label"] if bound.object else told(bound.claim)
        gave_way = ", not taken: another value holds" if bound.rank == "deprecated" else ""
        found[f"{TERMS[bound.claim.predicate].label}: {value}{gave_way}"].append(bound)
    for claims in found.values():
        claims.sort(key=lambda bound: (bound.claim.document not in own, bound.claim.modality == "inferred"))
    for subordinate, _, data in sorted(
        graph.in_edges(node, data=True), key=lambda edge: (edge[2]["predicate"], edge[0])
    ):
        for bound in data["claims"]:
            found[f"{graph.nodes[subordinate]['label']} {TERMS[data['predicate']].label} {label}"].append(bound)
    return dict(sorted(found.items(), key=lambda said: said[1][0].rank == "deprecated"))


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
    return {name: value for name, value in written(evidence).items() if name != "document"}


def _place(evidence: Evidence) -> str:
    return visible(evidence.place)
