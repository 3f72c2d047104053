"""Arguments and options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

import click

from orgraph.errors import OrgraphError

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
FailOn = Literal["error", "warning", "info", "never"]
# Endings that do not name their format.
_ENDINGS: Final = {"txt": "text", "gv": "dot", "mmd": "mermaid", "xml": "junit", "ndjson": "jsonl", "owl": "rdf"}
UNREADABLE: Final = 3  # exit code: a source could not be read, or an output not be written

texts = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")


def _absolute(_ctx: click.Context, _option: click.Parameter, base: str | None) -> str:
    """Refuse a base that makes no IRIs, before anything is read."""
    from orgraph.rdf.names import names

    if base is None:
        return ""
    try:
        return names(base).base
    except OrgraphError as problem:
        raise click.BadParameter(str(problem)) from problem


def _kept(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep an option for the loader: what it says of the walk is the same for every command."""
    ctx.meta[f"orgraph.{option.name}"] = value


def walk(name: str) -> Any:
    """What an option of the walk was given as in the command that runs; None outside of a command."""
    ctx = click.get_current_context(silent=True)
    return ctx.meta.get(f"orgraph.{name}") if ctx else None


def sources(command: Callable[..., Any]) -> Callable[..., Any]:
    """The sources of a graph, with the options that say how they are resolved."""
    for option in (
        click.option(
            "--decisions",
            multiple=True,
            type=click.Path(),
            metavar="FILE",
            expose_value=False,
            callback=_kept,
            help="Decisions of people to replay; without it, the decisions.toml beside the sources.",
        ),
        click.option(
            "--lock",
            type=click.Path(dir_okay=False),
            metavar="FILE",
            expose_value=False,
            callback=_kept,
            help="Keep the identifiers of earlier runs, which `orgraph build --lock FILE` writes there.",
        ),
        click.option(
            "--cache",
            type=click.Path(file_okay=False),
            metavar="FOLDER",
            expose_value=False,
            callback=_kept,
            help="Keep what each text says here; a text that did not change is not extracted again.",
        ),
        texts,
    ):
        command = option(command)
    return command


def formats(legal: Sequence[str], what: str = "The format") -> Decorator:
    """The option that chooses the format; the first is the usual one."""
    said = f"{what}; without it, what the output's ending says, else {legal[0]}."
    return click.option("--format", "format_", type=click.Choice(legal), default=None, help=said)


def fail_on(default: FailOn | None) -> Decorator:
    """The option that turns findings into an exit code; without a default, what is configured counts, else error."""
    return click.option(
        "--fail-on",
        type=click.Choice(get_args(FailOn)),
        default=default,
        show_default=default or "error",
        help="Exit with 1 at findings of this severity.",
    )


base = click.option(
    "--base", callback=_absolute, help="The IRI that identifiers in RDF start with; a built graph keeps its own."
)


def _columns(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """The headings that a person chose: FIELD=COLUMN, or a file that `orgraph map` wrote."""
    import tomllib

    from orgraph.tables import meanings

    chosen: dict[str, str] = {}
    for said in given:
        field, mark, column = said.partition("=")
        try:
            more = {field: column} if mark else tomllib.loads(Path(said).read_text("utf-8"))
        except (OSError, ValueError) as problem:
            raise click.BadParameter(f"{said}: neither FIELD=COLUMN nor a file of such lines ({problem})") from problem
        for name, value in more.items():
            if name not in meanings() or not isinstance(value, str):
                raise click.BadParameter(f"{said}: no field {name!r}; the fields are {', '.join(meanings())}")
            chosen[name] = value
    return chosen


columns = click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_columns,
    help="Which column of a table holds a field; or the file that `orgraph map` wrote. May be repeated.",
)
no_repair = click.option("--no-repair", is_flag=True, help="Refuse every reading that needs a repair of the text.")
output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help="Write to this file instead of standard output.",
)


def by_ending(output: str, format_: str | None, legal: Sequence[str]) -> str:
    """The format that was asked for, else the one that the output's ending says; another ending is refused."""
    ending = Path(output).suffix[1:].lower()
    if format_ is not None or not ending:
        return format_ or legal[0]
    chosen = _ENDINGS.get(ending, ending)
    if chosen not in legal:
        raise click.UsageError(f"{output}: no format for the ending .{ending}; give --format: {', '.join(legal)}")
    return chosen
