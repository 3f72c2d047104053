"""orgraph extract: the record of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgraph.errors import UnreadableSource


@click.command("extract")
@options.sources
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "json", "text"]),
    default="jsonl",
    show_default=True,
    help="A record a line, one list, or for people.",
)
@options.no_repair
@options.output
def command(sources: tuple[str, ...], format_: str, no_repair: bool, output: str) -> None:
    """Print what each document says: one record a document, in the order given.

    A record holds the subject, its lines, peers, reports and figures, and every claim with its
    quotes: offsets are code points of the decoded text, and text[start:end] == quote.

    \b
    Examples:
      orgraph extract director.md | jq .reports_to
      cat director.txt | orgraph extract --format text -
    """
    from orgraph.cli._load import leave
    from orgraph.cli._write import encoded, write

    unreadable: list[UnreadableSource] = []
    write(output, encoded(_FORMATS[format_](sources, not no_repair, unreadable)))
    leave(unreadable)


def _records(sources: tuple[str, ...], repair: bool, unreadable: list[UnreadableSource]) -> Iterator[dict[str, object]]:
    from orgraph.errors import UnreadableSource
    from orgraph.export.record import record
    from orgraph.extract import extract
    from orgraph.read import read_all

    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            click.echo(f"orgraph: {outcome}", err=True)
            unreadable.append(outcome)
        else:
            yield record(outcome, extract(outcome, repair=repair))


def _jsonl(sources: tuple[str, ...], repair: bool, unreadable: list[UnreadableSource]) -> Iterator[str]:
    import json

    for found in _records(sources, repair, unreadable):
        yield json.dumps(found, ensure_ascii=False) + "\n"


def _json(sources: tuple[str, ...], repair: bool, unreadable: list[UnreadableSource]) -> Iterator[str]:
    import json

    for index, found in enumerate(_records(sources, repair, unreadable)):
        yield ("[\n" if index == 0 else ",\n") + json.dumps(found, ensure_ascii=False, indent=1)
        del found
    yield "\n]\n"


def _text(sources: tuple[str, ...], repair: bool, unreadable: list[UnreadableSource]) -> Iterator[str]:
    from orgraph.errors import UnreadableSource
    from orgraph.export.reading import generate_reading
    from orgraph.extract import extract
    from orgraph.read import read_all

    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            click.echo(f"orgraph: {outcome}", err=True)
            unreadable.append(outcome)
        else:
            yield from generate_reading(outcome, extract(outcome, repair=repair))


_FORMATS = {"jsonl": _jsonl, "json": _json, "text": _text}
