"""The marked reading as one HTML page that loads nothing and runs no script: marks, notes, a filter by kind."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Final, NamedTuple

from orgraph.export.marked.cells import laid_out
from orgraph.export.marked.kinds import KINDS, Kind
from orgraph.export.marked.marks import Mark, facts, marks
from orgraph.export.marked.notes import Note, note
from orgraph.export.marked.rows import Edge, Row, rows
from orgraph.model import Claim, Document
from orgraph.terms import TERMS
from orgraph.text import clip, markup

_WIDTH: Final = 320  # characters of a row: a scan's endless line is cut at its sentences, so that notes stay near
_STOPS: Final = (". ", "; ", " ")
_TITLES: Final = 6  # claims that the tooltip of a mark tells
_LONGEST: Final = 300  # of the name of a source
_DIGITS: Final = 16  # of the digest: enough to tell documents apart on a page


class _Part(NamedTuple):
    """One document of the page."""

    number: int
    document: Document
    marks: list[Mark]
    facts: Counter[str]


def generate_html(documents_and_claims: Iterable[tuple[Document, Sequence[Claim]]]) -> Iterator[str]:
    """The page in pieces: legend and filter, a list of the documents, and each document with its notes beside it."""
    parts = [_part(number, *pair) for number, pair in enumerate(documents_and_claims, 1)]
    yield _head((files(__package__) / "page.css").read_text(encoding="utf-8"))
    yield "<header>\n<h1>Marked reading</h1>\n"
    yield "<p>Each fact is marked where it was read; the note beside it names the rule.</p>\n"
    yield from _legend(sum((part.facts for part in parts), Counter()))
    yield from _contents(parts)
    yield "</header>\n<main>\n"
    for part in parts:
        yield from _section(part)
    yield "</main>\n</body>\n</html>\n"


def _part(number: int, document: Document, claims: Sequence[Claim]) -> _Part:
    document, claims = laid_out(document, claims)
    found = marks(claims, len(document.text))
    return _Part(number, document, found, facts(found))


def _head(style: str) -> str:
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Marked reading</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _legend(counts: Counter[str]) -> Iterator[str]:
    """A check box for each kind; the style sheet shows and hides, so the filter needs no script."""
    yield '<form autocomplete="off">\n<fieldset>\n<legend>Show</legend>\n'
    for kind in KINDS:
        yield (
            f'<label class="k-{kind.name}" title="{kind.holds}"><input type="checkbox" id="show-{kind.name}" checked>'
            f" {_letter(kind)} <span>{kind.name}</span> <small>{counts[kind.name]:,}</small></label>\n"
        )
    yield '</fieldset>\n<button type="reset">Show all</button>\n</form>\n'


def _letter(kind: Kind) -> str:
    return f'<b class="k-{kind.name}">{kind.letter}</b>'


def _contents(parts: Sequence[_Part]) -> Iterator[str]:
    yield '<nav aria-label="Documents">\n<h2>Documents</h2>\n<ol>\n'
    for part in parts:
        folder, _, file = clip(part.document.source, _LONGEST).rpartition("/")
        told = " · ".join(filter(None, (_facts(part), markup(folder))))
        yield f'<li><a href="#d{part.number}">{markup(file)}</a> <small>{told}</small></li>\n'
    yield "</ol>\n</nav>\n"


def _facts(part: _Part) -> str:
    total = part.facts.total()
    return f"{total:,} fact{'' if total == 1 else 's'}"


def _section(part: _Part) -> Iterator[str]:
    document, name = part.document, f"d{part.number}"
    about = f"{document.language} · {markup(document.encoding)} · {_facts(part)}"
    digest = markup(document.id.removeprefix("sha256:")[:_DIGITS])
    yield f'<section id="{name}" aria-labelledby="{name}-title">\n'
    yield f'<h2 id="{name}-title">{markup(clip(document.source, _LONGEST))}</h2>\n'
    yield f"<p>{about} · <code>{digest}</code></p>\n"
    for row in rows(document.text, part.marks, _WIDTH, _STOPS):
        yield from _row(row, name)
    yield "</section>\n"


def _row(row: Row, name: str) -> Iterator[str]:
    anchor, place = (f' id="{name}-{row.line}"', "") if row.column == 1 else ("", f":{row.column}")
    yield f'<div class="row"{anchor}><span class="at">{row.line}{place}</span><p>'
    yield from (_edge(part, name) if isinstance(part, Edge) else markup(part) for part in row.parts)
    yield "</p>"
    if row.ended:
        yield "<ul>\n"
        for mark in row.ended:
            yield from _notes(mark, name)
        yield "</ul>"
    yield "</div>\n"


def _edge(edge: Edge, name: str) -> str:
    """The begin of a mark, or its end with its number, which leads to the note."""
    mark, kinds = edge.mark, " ".join(f"k-{kind.name}" for kind in edge.mark.kinds)
    if edge.opens:
        return f'<mark class="{kinds}" title="{_title(mark)}">'
    letters = "".join(map(_letter, mark.kinds))
    return f'</mark><sup class="{kinds}"><a href="#{name}n{mark.number}">{mark.number}</a>{letters}</sup>'


def _title(mark: Mark) -> str:
    """What the first claims say; the notes beside the text hold all."""
    return "&#10;".join(f"{_said(told)} ({markup(told.rule)})" for told in map(note, mark.claims[:_TITLES]))


def _said(told: Note) -> str:
    return f"{markup(told.subject)} | {TERMS[told.predicate].label} | {markup(told.value)}"


def _notes(mark: Mark, name: str) -> Iterator[str]:
    """An item for each claim; each has the number, since a filter may hide the first."""
    for place, told in enumerate(map(note, mark.claims)):
        anchor = "" if place else f' id="{name}n{mark.number}"'
        label = TERMS[told.predicate].label
        yield (
            f'<li class="k-{told.kind.name}"{anchor}><span class="number">{mark.number}</span>{_letter(told.kind)}'
            f"<div>{markup(told.subject)} <em>{label}</em> <strong>{markup(told.value)}</strong>"
            f" <small>{' · '.join(_by(told, name))}</small></div></li>\n"
        )


def _by(told: Note, name: str) -> Iterator[str]:
    """The rule, and what else a reader must know of the reading."""
    yield f"<code>{markup(told.rule)}</code>"
    if told.inferred:
        yield '<span class="inferred">inferred</span>'
    yield from (f'<span class="repair">read {markup(one)}</span>' for one in told.repairs)
    yield from map(markup, told.remarks)
    for further in told.also:
        yield f'with <a href="#{name}-{further.line}">{further.line}:{further.column}</a>'
