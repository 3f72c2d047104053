"""orgraph diff: what changed between two states of an organization."""

from __future__ import annotations

import click

from orgraph.cli import _options as options

_DRAWN = ("svg", "png", "pdf", "html", "pptx")
_FORMATS = ("text", "json", *_DRAWN)


@click.command("diff")
@click.argument("old")
@click.argument("new")
@options.formats(_FORMATS)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed.")
@options.columns
@options.no_repair
@options.output
def command(
    old: str, new: str, format_: str | None, exit_code: bool, columns: dict[str, str], no_repair: bool, output: str
) -> None:
    """Show what changed from OLD to NEW, each change with the sentence on both sides.

    Posts and units that were added, removed, moved or renamed; levels, staff, status, incumbents,
    numbers, lines, heads and budgets that are others. A description that only one side has is one change, and
    not all that it alone says. OLD and NEW are folders or files of descriptions or tables, or what
    `orgraph build` wrote. A decision made on either side is replayed there.

    svg, png, pdf, html and pptx draw both states in one chart: what is new, what is no more in its
    old place, and at each box that changed what it was.

    \b
    Examples:
      orgraph diff 2023/ 2024/
      orgraph diff out-march descriptions/ --format json -o changes.json
      orgraph diff last-release.ttl descriptions/ --exit-code
      orgraph diff 2023/ 2024/ -o changes.svg
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.diff import FORMATS, diff, noted, overlay

    chosen = options.by_ending(output, format_, _FORMATS)
    before, after = (load((source,), repair=not no_repair, columns=columns) for source in (old, new))
    changes = diff(before.graph, after.graph)
    if chosen in _DRAWN:
        from orgraph.chart import draw
        from orgraph.chart.view import View
        from orgraph.cli._marks import change_marks

        marks = change_marks(noted(changes, before.graph, after.graph))
        both = overlay(before.graph, after.graph)
        write(output, [draw(both, chosen, title=f"{old} → {new}", view=View(color="change"), marks=marks)])
    else:
        write(output, encoded(FORMATS[chosen](changes, (before.graph, after.graph))))
    leave((*before.unreadable, *after.unreadable), int(exit_code and bool(changes)))
