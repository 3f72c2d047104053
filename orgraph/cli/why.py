"""orgraph why: the quotes behind a box, a line or a value."""

from __future__ import annotations

import click

from orgraph.cli import _options as options
from orgraph.terms import TERMS


@click.command("why")
@options.sources
@click.argument("node")
@click.option(
    "--to", metavar="NODE", help="Only what joins it to this box: is there a line, and which other was named?"
)
@click.option(
    "--what", type=click.Choice(list(TERMS)), metavar="PREDICATE", help="Only this of it: staff, reports_to ..."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    node: str,
    to: str | None,
    what: str | None,
    format_: str,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Show why a box, a line or a number is there: each quote in its context, with file:line:col and rule.

    Also what was considered and not taken, and why: boxes that could be the same, other superiors that
    were named, mentions left open; and the decisions of people that count here. A rule is shown with how
    often it was right on the reference corpus.

    NODE is a title, a unit's name, an acronym or an identifier.

    \b
    Examples:
      orgraph why out "Director, Outreach"
      orgraph why out "Director, Outreach" --to CEO
      orgraph why out "Director, Outreach" --what staff
      orgraph why descriptions/ CEO --format json
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.export.reasons import FORMATS, Question
    from orgraph.graph import find

    if to is not None and what is not None:
        raise click.UsageError("--to asks for a line and --what for a value; give one of them")
    found = load(sources, repair=not no_repair, columns=columns)
    if not len(found.graph) and found.unreadable:
        leave(found.unreadable)
    asked = Question(find(found.graph, node), None if to is None else find(found.graph, to), what)
    write(output, encoded(FORMATS[format_](found.graph, asked)))
    leave(found.unreadable)
