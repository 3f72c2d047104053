"""orgraph decide: record what a person decided, after showing what it changes."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from orgraph.cli import _options as options
from orgraph.decision import Verdict


@click.command("decide")
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@options.texts
@click.option(
    "--of",
    "names",
    multiple=True,
    required=True,
    metavar="NAME",
    help="A title, an identifier or a number; twice for same and different. FILE::NAME is the one of that file.",
)
@click.option("--predicate", help="What the value is of: reports_to, title, position_number, classification, staff ...")
@click.option("--value", help="The value: as the text says it, or the title of the other post or unit.")
@click.option("--source", help="Only what this file says of it (reject, preferred).")
@click.option("--who", required=True, help="Who decides.")
@click.option("--why", required=True, help="Why; it is shown wherever the decision counts.")
@click.option(
    "--into",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="The file of decisions; without it, decisions.toml beside the first source.",
)
@options.columns
@click.option("--yes", is_flag=True, help="Write it. Without this, only the effect is shown.")
def command(
    verdict: Verdict,
    sources: tuple[str, ...],
    names: tuple[str, ...],
    predicate: str | None,
    value: str | None,
    source: str | None,
    who: str,
    why: str,
    into: str | None,
    columns: dict[str, str],
    yes: bool,
) -> None:
    """Record a decision on who is who or what holds, and show first what it changes.

    \b
    same       several names are one post or unit
    different  names that would be united are not one
    value      a value that no source states; it is preferred to those that do
    reject     a value that a source states does not hold
    preferred  of several values this one holds

    Decisions stand in decisions.toml, which is yours to edit. Every run replays them; one that no
    longer applies is reported by `orgraph check` and `orgraph review`.

    \b
    Examples:
      orgraph decide same descriptions/ --of "Director, Outreach" --of "Outreach Director" \\
          --who "A. Clerk" --why "one seat, number 104" --yes
      orgraph decide reject descriptions/ --of "Head of Design" --predicate reports_to \\
          --value "Chief of Staff" --who "A. Clerk" --why "moved in May"
      orgraph decide different descriptions/ --of a.md::Manager --of b.md::Manager --who "A. Clerk" --why "two halls"
    """
    import tomllib

    from orgraph.cli._load import beside, built_graph, decisions, leave, tell
    from orgraph.cli._write import write
    from orgraph.diff import FORMATS, diff
    from orgraph.read.decisions import decisions_of, read_decisions
    from orgraph.survey import survey

    if built := built_graph(sources):
        raise click.UsageError(f"{built} is a built graph; decisions are made on the descriptions themselves")
    target = Path(into) if into else beside(sources[0])
    known = {file.source.source: file for file in decisions(sources)}
    if target.is_file():
        known[target.as_posix()] = read_decisions(str(target))
    text = target.read_text("utf-8").rstrip() if target.is_file() else ""
    block = _block(verdict, names, predicate, value, source, who, why)
    whole = f"{text}\n\n{block}" if text else block
    decided = decisions_of(whole, tomllib.loads(whole), target.as_posix())
    before = survey(sources, columns=columns, decisions=known.values())
    after = survey(sources, columns=columns, decisions=(known | {decided.source.source: decided}).values())
    for problem in after.unreadable:
        tell(problem)
    lost = [left for left in after.graph.graph["unresolved"] if left.document == decided.source.id]
    for left in lost:
        click.echo(f"{target}: “{left.mention.text}”: {left.reason}", err=True)
    if any(left.mention.start >= len(text) for left in lost):
        raise click.UsageError("nothing is written: the decision would not apply")
    graphs = (before.graph, after.graph)
    click.echo("".join(FORMATS["text"](diff(*graphs), graphs)), nl=False)
    if yes:
        write(str(target), [whole.encode("utf-8")])
    click.echo(f"written to {target}" if yes else f"not written; --yes writes it to {target}")
    leave(after.unreadable)


def _block(
    verdict: str,
    names: tuple[str, ...],
    predicate: str | None,
    value: str | None,
    source: str | None,
    who: str,
    why: str,
) -> str:
    """A decision as a table of TOML."""
    several = verdict in ("same", "different")
    if several == (len(names) < 2):
        raise click.UsageError(f"{verdict}: give --of {'at least twice' if several else 'once'}")
    if several and (predicate or value or source):
        raise click.UsageError(
            f"{verdict} joins names; --predicate, --value and --source belong to value, reject, preferred"
        )
    if not several and not (predicate and value):
        raise click.UsageError(f"{verdict}: give --predicate and --value")
    of = ", ".join(map(_name, names))
    fields = {"predicate": predicate, "value": value, "source": source, "who": who, "why": why}
    lines = [f"{key} = {_string(text)}" for key, text in fields.items() if text is not None]
    return "\n".join([f"[[{verdict}]]", f"of = [{of}]" if several else f"of = {of}", *lines, ""])


def _name(name: str) -> str:
    source, separator, title = name.partition("::")
    return f"{{ name = {_string(title)}, source = {_string(source)} }}" if separator else _string(name)


def _string(text: str) -> str:
    """A basic string of TOML; JSON escapes are those of TOML, but for the slash and DEL."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
