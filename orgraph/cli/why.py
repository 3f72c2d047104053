"""orgraph why: the quotes behind a box and its lines."""

from __future__ import annotations

import click

from orgraph.cli import _options as options


@click.command("why")
@options.sources
@click.argument("node")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...], node: str, format_: str, columns: dict[str, str], no_repair: bool, output: str
) -> None:
    """Show why a box and its lines are there: each quote in its context, with file:line:col and rule.

    NODE is a title, a unit's name, an acronym or an identifier.

    \b
    Examples:
      orgraph why out "Director, Outreach"
      orgraph why descriptions/ CEO --format json
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.export.reasons import FORMATS
    from orgraph.graph import find

    found = load(sources, repair=not no_repair, columns=columns)
    if not len(found.graph) and found.unreadable:
        leave(found.unreadable)
    write(output, encoded(FORMATS[format_](found.graph, find(found.graph, node))))
    leave(found.unreadable)
