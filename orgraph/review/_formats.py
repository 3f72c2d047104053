"""What deserves a look, for people and for programs, with the coverage."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import networkx as nx

from orgraph.coverage import Coverage
from orgraph.evidence import Evidence, written
from orgraph.review._item import Item
from orgraph.text import underline, visible

_MOST_QUOTES: Final = 2  # of one item, for people
_MARKS: Final = ("!!", "!!", "!", "!", "?", "?")  # by urgency


def generate_text(graph: nx.MultiDiGraph, items: Sequence[Item], covered: Coverage, limit: int) -> Iterator[str]:
    """For people: no more items than the limit, each with its first quotes, then the coverage."""
    for item in items[:limit]:
        yield f"{_MARKS[item.urgency]:2} {visible(item.message)}\n"
        if item.nodes:
            yield f"     {visible(', '.join(item.nodes))}" + (f"  (decide: {item.decide})\n" if item.decide else "\n")
        for evidence in item.evidence[:_MOST_QUOTES]:
            yield from _quote(evidence)
    if items[limit:]:
        yield f"… {len(items) - limit} more; --limit shows them\n"
    yield f"\n{len(items)} to look at\n" if items else "nothing to look at\n"
    yield from _covered(graph, covered)


def _quote(evidence: Evidence) -> Iterator[str]:
    yield f"     {visible(evidence.place)}\n"
    yield underline(evidence.before, evidence.quote, evidence.after, margin="       | ") + "\n"


def _covered(graph: nx.MultiDiGraph, covered: Coverage) -> Iterator[str]:
    positions = len(covered.described) + len(covered.mentioned)
    yield f"{len(covered.described)} of {positions} positions have a description of their own\n"
    names = [visible(graph.nodes[node]["label"]) for node in covered.undescribed_superiors]
    if names:
        yield f"{len(names)} superiors are described nowhere: {'; '.join(names[:8])}{' …' if names[8:] else ''}\n"
    if covered.fte_stated:
        share = 100 * covered.fte_accounted / covered.fte_stated
        yield f"{covered.fte_accounted:f} of {covered.fte_stated:f} stated FTE ({share:.0f} %) stand in boxes below\n"


def generate_json(graph: nx.MultiDiGraph, items: Sequence[Item], covered: Coverage, limit: int) -> Iterator[str]:
    """For programs: every item, whatever the limit, and the coverage."""
    rows = [{**item._asdict(), "evidence": [written(evidence) for evidence in item.evidence]} for item in items]
    yield json.dumps({"items": rows, "coverage": covered.record()}, ensure_ascii=False, indent=1) + "\n"


Printer = Callable[[nx.MultiDiGraph, Sequence[Item], Coverage, int], Iterator[str]]
FORMATS: Final[dict[str, Printer]] = {"text": generate_text, "json": generate_json}
