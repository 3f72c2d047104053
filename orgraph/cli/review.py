"""orgraph review: what most deserves a person's look, and how much is covered."""

from __future__ import annotations

import click

from orgraph.cli import _options as options

_FORMATS = ("text", "json")


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

    Failed checks (conflicts, repaired values, lines only inferred, mentions left open), decisions that no
    longer apply, and boxes that could be one with what speaks against it. `orgraph decide` settles what
    only a person can. JSON has every item, and the coverage: posts with a description of their own, posts
    only mentioned, superiors nobody describes, and how much of the stated FTE stands in boxes.

    \b
    Examples:
      orgraph review descriptions/
      orgraph review out --limit 10
      orgraph review out --format json | jq .coverage
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.coverage import coverage
    from orgraph.review import FORMATS, review

    chosen = options.by_ending(output, format_, _FORMATS)
    found = load(sources, repair=not no_repair, columns=columns)
    parts = FORMATS[chosen](found.graph, review(found.graph), coverage(found.graph), limit)
    write(output, encoded(parts))
    leave(found.unreadable)
