"""orgraph extract: the record of each document, or its text with every fact marked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from orgraph.errors import UnreadableSource
    from orgraph.model import Claim, Document, Source


_FORMATS = ("jsonl", "json", "text", "html")


@click.command("extract")
@options.texts
@options.formats(_FORMATS, "A record a line, or one list; for people the text with each fact marked, or a page of it")
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...], format_: str | None, columns: dict[str, str], no_repair: bool, output: str
) -> None:
    """Print what each document says: one record a document, in the order given (of a built graph, by name).

    A record holds the subject, its lines, peers, reports and figures, and every claim with its
    quotes: offsets are code points of the decoded text, and text[start:end] == quote.

    For people, text and html show the document itself: each fact is marked where it was read, with
    what it says, its rule, and every repair. The page needs no network and no script, and can be
    filtered by kind: identity, units, lines, peers, counts, staff, money.

    \b
    Examples:
      orgraph extract director.md | jq .reports_to
      cat director.txt | orgraph extract --format text -
      orgraph extract descriptions/ -o marked.html
    """
    from orgraph.cli._load import built_graph, leave, load
    from orgraph.cli._write import encoded, write

    chosen = options.by_ending(output, format_, _FORMATS)
    built = built_graph(sources, repair=not no_repair)
    if built and chosen not in _RECORDS:
        raise click.UsageError(f"{built} is a built graph, without the texts; give the descriptions themselves")
    if built:
        found = load(sources)
        write(output, encoded(_RECORDS[chosen](_reloaded(found.graph))))
        leave(found.unreadable)
    unreadable: list[UnreadableSource] = []
    extracted = _extracted(sources, not no_repair, columns, unreadable)
    if chosen in _RECORDS:
        parts = _RECORDS[chosen](extracted)
    else:
        parts = _html(extracted) if chosen == "html" else _text(extracted, output == "-" and sys.stdout.isatty())
    write(output, encoded(parts))
    leave(unreadable)


def _reloaded(graph: nx.MultiDiGraph) -> Iterator[tuple[Source, tuple[Claim, ...]]]:
    """Each source of a graph with its claims, in the order of their places, as they were extracted."""
    from orgraph.extract import in_order

    claims: dict[str, list[Claim]] = {id_: [] for id_ in graph.graph["sources"]}
    for _, said in graph.nodes(data="claims"):
        for bound in said:
            claims[bound.claim.document].append(bound.claim)
    sources = graph.graph["sources"].items()
    yield from ((source, in_order(claims[id_])) for id_, source in sources if source.kind != "decisions")


def _extracted(
    sources: tuple[str, ...], repair: bool, columns: dict[str, str], unreadable: list[UnreadableSource]
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with its claims; what cannot be read is told at once, and kept for the exit code."""
    from orgraph.cli._load import tell
    from orgraph.errors import UnreadableSource
    from orgraph.said import claims

    for outcome in claims(sources, repair=repair, columns=columns):
        if isinstance(outcome, UnreadableSource):
            tell(outcome)
            unreadable.append(outcome)
        else:
            yield outcome


def _jsonl(extracted: Iterator[tuple[Document | Source, tuple[Claim, ...]]]) -> Iterator[str]:
    import json

    from orgraph.export.record import record

    for document, claims in extracted:
        yield json.dumps(record(document, claims), ensure_ascii=False) + "\n"


def _json(extracted: Iterator[tuple[Document | Source, tuple[Claim, ...]]]) -> Iterator[str]:
    import json

    from orgraph.export.record import record

    yield "["
    for index, (document, claims) in enumerate(extracted):
        yield (",\n" if index else "\n") + json.dumps(record(document, claims), ensure_ascii=False, indent=1)
    yield "\n]\n"


def _text(extracted: Iterator[tuple[Document, tuple[Claim, ...]]], color: bool) -> Iterator[str]:
    from orgraph.export.marked import generate_text

    for index, (document, claims) in enumerate(extracted):
        yield "\n" if index else ""
        yield from generate_text(document, claims, color=color)


def _html(extracted: Iterator[tuple[Document, tuple[Claim, ...]]]) -> Iterator[str]:
    from orgraph.export.marked import generate_html

    return generate_html(extracted)


_RECORDS = {"jsonl": _jsonl, "json": _json}
