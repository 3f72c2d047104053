"""orgraph review: what most deserves a person's look, and how much is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx as nx

    from orgraph.coverage import Coverage
    from orgraph.model import Evidence
    from orgraph.review import Item

_FORMATS = ("text", "json")
_MOST_QUOTES = 2  # of one item, for people
_MARKS = ("!!", "!!", "!", "!", "?", "?", "·", "·")


@click.command("review")
@options.sources
@options.formats(_FORMATS)
@click.option(
    "--limit", type=click.IntRange(min=1), default=40, show_default=True, help="For people: no more than these."
)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...], format_: str | None, limit: int, columns: dict[str, str], no_repair: bool, output: str
) -> None:
    """List what most deserves a person's look, worst first, and how much the sources cover.

    Failed checks (conflicts, repaired values, mentions left open), decisions that no longer apply, boxes
    that could be one with what speaks against it, and lines that are only inferred. `orgraph decide`
    settles what only a person can. JSON has every item, and the coverage: posts with a description of
    their own, posts only mentioned, superiors nobody describes, and how much of the stated FTE stands
    in boxes.

    \b
    Examples:
      orgraph review descriptions/
      orgraph review out --limit 10
      orgraph review out --format json | jq .coverage
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.coverage import coverage
    from orgraph.review import review

    chosen = options.by_ending(output, format_, _FORMATS)
    found = load(sources, repair=not no_repair, columns=columns)
    items, covered = review(found.graph), coverage(found.graph)
    parts = _json(items, covered) if chosen == "json" else _text(found.graph, items, covered, limit)
    write(output, encoded(parts))
    leave(found.unreadable)


def _text(graph: nx.MultiDiGraph, items: Sequence[Item], covered: Coverage, limit: int) -> Iterator[str]:
    from orgraph.text import visible

    for item in items[:limit]:
        yield f"{_MARKS[item.urgency]:2} {visible(item.message)}\n"
        if item.nodes:
            yield f"     {', '.join(item.nodes)}" + (f"  (decide: {item.decide})\n" if item.decide else "\n")
        for evidence in item.evidence[:_MOST_QUOTES]:
            yield from _quote(evidence)
    if items[limit:]:
        yield f"… {len(items) - limit} more; --limit shows them\n"
    yield f"\n{len(items)} to look at\n" if items else "nothing to look at\n"
    yield from _covered(graph, covered)


def _quote(evidence: Evidence) -> Iterator[str]:
    from orgraph.text import underline, visible

    yield f"     {visible(evidence.place)}\n"
    yield underline(evidence.before, evidence.quote, evidence.after, margin="       | ") + "\n"


def _covered(graph: nx.MultiDiGraph, covered: Coverage) -> Iterator[str]:
    from orgraph.text import visible

    positions = len(covered.described) + len(covered.mentioned)
    yield f"{len(covered.described)} of {positions} positions have a description of their own\n"
    names = [visible(graph.nodes[node]["label"]) for node in covered.undescribed_superiors]
    if names:
        yield f"{len(names)} superiors are described nowhere: {'; '.join(names[:8])}{' …' if names[8:] else ''}\n"
    if covered.fte_stated:
        share = 100 * covered.fte_accounted / covered.fte_stated
        yield f"{covered.fte_accounted:f} of {covered.fte_stated:f} stated FTE ({share:.0f} %) stand in boxes below\n"


def _json(items: Sequence[Item], covered: Coverage) -> Iterator[str]:
    import json

    from msgspec.structs import asdict

    rows = [{**item._asdict(), "evidence": [asdict(evidence) for evidence in item.evidence]} for item in items]
    yield json.dumps({"items": rows, "coverage": covered.record()}, ensure_ascii=False, indent=1) + "\n"
