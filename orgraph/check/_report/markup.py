"""Pieces of the page: escaped text, sections, quotes in context, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import networkx as nx

from orgraph.check._formats._safe import cut, head, line, tail
from orgraph.evidence import Evidence
from orgraph.model import Finding
from orgraph.text import in_line

_QUOTE = 400
_AROUND = 90
_QUOTES = 40


def safe(text: str, most: int = 300) -> str:
    """A text of a source as the page can hold it: one line, cut if endless, escaped."""
    return escape(cut(line(text), most))


def section(title: str, body: Iterable[str]) -> Iterator[str]:
    """A section with its heading, which the links at the top lead to."""
    name = title.lower()
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{title}</h2>'
    yield from body
    yield "</section>"


def place(evidence: Evidence) -> str:
    """Where a quote stands: source, line and column."""
    return safe(evidence.place)


def quote(evidence: Evidence, term: str = "") -> str:
    """A quote marked within its context, with its place; `term` says what is quoted."""
    named = f'<span class="term">{term}</span> ' if term else ""
    left, right = in_line(evidence.before, evidence.after)
    before, after = escape(tail(line(left), _AROUND)), escape(head(line(right), _AROUND))
    marked = f"<mark>{escape(cut(line(evidence.quote), _QUOTE))}</mark>"
    words = f"<blockquote><p>{before}{marked}{after}</p></blockquote>"
    return f"<figure>{words}<figcaption>{named}<cite>{place(evidence)}</cite></figcaption></figure>"


def quotes(evidence: Sequence[Evidence], first: str = "") -> Iterator[str]:
    """Quotes one below the other; an endless list is cut, and says so."""
    for number, quoted in enumerate(evidence[:_QUOTES]):
        yield quote(quoted, "" if number else first)
    if len(evidence) > _QUOTES:
        yield f'<p class="muted">… {len(evidence) - _QUOTES} more quotes</p>'


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are markup already; the first cell of a row is its header."""
    yield f'<div class="scroll"><table><caption>{caption}</caption>'
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for first, *rest in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in rest)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def name(graph: nx.MultiDiGraph, node: str) -> str:
    """The label of a node, or what stands in its place if it is none."""
    return safe(graph.nodes[node]["label"] if node in graph else node)


def told(graph: nx.MultiDiGraph, finding: Finding) -> list[str]:
    """The message in its parts, without the name of the position where a heading gives it."""
    return [safe(part, 4000) for part in _nameless(graph, finding).split("; ")]


def _nameless(graph: nx.MultiDiGraph, finding: Finding) -> str:
    if finding.focus not in graph:
        return finding.message
    before, colon, after = finding.message.partition(": ")
    repeats = colon and graph.nodes[finding.focus]["label"].startswith(before[:100].rstrip("…"))
    return after if repeats else finding.message
