"""Changes for people, each with the sentence on both sides, and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import networkx as nx

from orgraph.diff._change import Change, tally
from orgraph.export.record import told
from orgraph.model import BoundClaim
from orgraph.terms import TERMS
from orgraph.text import underline, visible

Graphs = tuple[nx.MultiDiGraph, nx.MultiDiGraph]
_WHOLE: Final = ("added", "removed", "merged", "split")  # changes of a box, and not of one value
_MOST_QUOTES = 3  # of one side of one change; the JSON has them all


def generate_text(changes: Sequence[Change], graphs: Graphs) -> Iterator[str]:
    """For people: what changed, then - the words of before and + those of now."""
    for change in changes:
        yield f"{change.kind}: {visible(_head(change, graphs))}\n"
        sides = (_claims(change.before)[:_MOST_QUOTES], _claims(change.after)[:_MOST_QUOTES])
        shared = set.intersection(
            *({_value(b, graph) for b in side} for side, graph in zip(sides, graphs, strict=True))
        )
        for mark, graph, side in zip("-+", graphs, sides, strict=True):
            for bound in side:
                told_apart = f"  ({bound.object})" if bound.object and _value(bound, graph) in shared else ""
                yield from _quote(mark, bound, graph, change.kind, told_apart)
    counts = ", ".join(f"{count} {kind}" for kind, count in tally(changes).items())
    yield f"{counts or 'no change'}\n"


def generate_json(changes: Sequence[Change], graphs: Graphs) -> Iterator[str]:
    """For programs: every change with its claims and their evidence."""
    rows = [
        {
            "kind": change.kind,
            "old": change.old or None,
            "new": change.new or None,
            "label": change.label,
            "before": [_row(bound, graphs[0]) for bound in _claims(change.before)],
            "after": [_row(bound, graphs[1]) for bound in _claims(change.after)],
        }
        for change in changes
    ]
    yield json.dumps({"changes": rows, "summary": tally(changes)}, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[dict[str, Callable[[Sequence[Change], Graphs], Iterable[str]]]] = {
    "text": generate_text,
    "json": generate_json,
}


def _head(change: Change, graphs: Graphs) -> str:
    """Which box changed; of one that was merged or split, the other one, too."""
    box = f"{change.label}  ({change.new or change.old})"
    if change.kind == "merged":
        return f"{change.label}  ({change.old}) is one with {graphs[1].nodes[change.new]['label']}  ({change.new})"
    if change.kind == "split":
        return f"{box} is parted from {graphs[0].nodes[change.old]['label']}  ({change.old})"
    return box


def _claims(said: dict[str, list[BoundClaim]]) -> list[BoundClaim]:
    return [bound for _, claims in sorted(said.items()) for bound in claims]


def _quote(mark: str, bound: BoundClaim, graph: nx.MultiDiGraph, kind: str, told_apart: str) -> Iterator[str]:
    """The words of one claim; two boxes of one label are told apart by their identifiers."""
    evidence = bound.claim.evidence[0]
    what = "" if kind in _WHOLE else f"{TERMS[bound.claim.predicate].label}: {_value(bound, graph)}{told_apart}"
    yield f"  {mark} {visible(what)}  {visible(evidence.place)}\n"
    yield underline(evidence.before, evidence.quote, evidence.after, margin=f"  {mark}   | ") + "\n"


def _value(bound: BoundClaim, graph: nx.MultiDiGraph) -> str:
    return str(graph.nodes[bound.object]["label"]) if bound.object in graph else told(bound.claim)


def _row(bound: BoundClaim, graph: nx.MultiDiGraph) -> dict[str, Any]:
    return {
        "predicate": bound.claim.predicate,
        "value": _value(bound, graph),
        "object": bound.object,
        "evidence": [
            {name: getattr(one, name) for name in ("source", "line", "column", "start", "end", "quote")}
            for one in bound.claim.evidence
        ],
    }
