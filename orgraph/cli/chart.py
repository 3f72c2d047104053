"""orgraph chart: the organization drawn."""

from __future__ import annotations

import sys

import click

from orgraph.cli import _options as options

_FORMATS = ("svg", "png", "html", "dot", "text")


@click.command("chart")
@options.sources
@options.formats(_FORMATS, "The drawing")
@click.option("--title", default=None, help="The title; without it, the unit that holds all described positions.")
@click.option(
    "--aspect",
    type=click.FloatRange(0.2, 8),
    default=1.6,
    show_default=True,
    help="Width to height that the page aims at.",
)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str | None,
    title: str | None,
    aspect: float,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Draw the org chart. Every box and line carries its quotes (svg, html).

    \b
    Examples:
      orgraph chart out -o chart.png
      orgraph chart descriptions/ --format text
      orgraph chart descriptions/ --format dot | dot -Tpdf -o chart.pdf
    """
    from orgraph.chart import draw
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import write
    from orgraph.measures import organization

    chosen = options.by_ending(output, format_, _FORMATS)
    if output == "-" and chosen == "png" and sys.stdout.isatty():
        raise click.UsageError("a PNG does not show in a terminal; give -o chart.png")
    found = load(sources, repair=not no_repair, columns=columns)
    write(output, [draw(found.graph, chosen, title=title or organization(found.graph), aspect=aspect)])
    leave(found.unreadable)
