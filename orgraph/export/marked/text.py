"""The marked reading for a terminal: the text with its places in the margin, marks in it, notes below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from orgraph.export.marked.cells import laid_out
from orgraph.export.marked.kinds import KINDS, Kind
from orgraph.export.marked.marks import Mark, facts, marks
from orgraph.export.marked.notes import Note, note
from orgraph.export.marked.rows import Edge, Row, rows
from orgraph.model import Claim, Document
from orgraph.text import Lines, visible

WIDTH: Final = 100
_DIM: Final = "2"
_SMALL: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOOKALIKES: Final = str.maketrans("⟦⟧", "〚〛")  # a source's own brackets must not pass for marks


def generate_text(document: Document, claims: Sequence[Claim], *, color: bool = False) -> Iterator[str]:
    """The document line by line, each fact marked and numbered; its rule stands below the line it ends in.

    Without colour a mark is in brackets, with it underlined: `⟦Director, Policy⟧³`. Nothing of the source
    can steer the terminal.
    """
    document, claims = laid_out(document, claims)
    found = marks(claims, len(document.text))
    margin = _margin(document.text)
    yield from _head(document, facts(found), color)
    for row in rows(document.text, found, WIDTH):
        place = f"{row.line}:{row.column}".rjust(margin)
        yield f"{_painted(place + ' │', _DIM, color)} {_marked(row, color)}\n"
        for mark in row.ended:
            yield from _notes(mark, margin, color)


def _margin(text: str) -> int:
    """How wide a line and a column can become; the widest line counts for all."""
    widths = [end - start for start, end in Lines(text).spans()]
    return len(f"{len(widths)}:{max(widths)}")


def _head(document: Document, counts: Counter[str], color: bool) -> Iterator[str]:
    total = counts.total()
    about = f"{document.language}, {visible(document.encoding)}, {total} fact{'' if total == 1 else 's'}"
    yield f"{visible(document.source)}  ({about})\n"
    held = [kind for kind in KINDS if counts[kind.name]]
    yield "  ".join(_painted(f"{kind.name} {counts[kind.name]}", kind.colour, color) for kind in held) + "\n"


def _marked(row: Row, color: bool) -> str:
    return "".join(_in_colour(row.parts) if color else _in_brackets(row.parts))


def _in_brackets(parts: Iterable[str | Edge]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield visible(part).translate(_LOOKALIKES)
        else:
            yield "⟦" if part.opens else f"⟧{_small(part.mark)}"


def _in_colour(parts: Iterable[str | Edge]) -> Iterator[str]:
    """Each piece in the colour of the innermost mark; bold where that lies within another."""
    stack: list[Kind] = []
    for part in parts:
        if isinstance(part, str):
            style = f"{'1;' if len(stack) > 1 else ''}4;{stack[-1].colour}" if stack else ""
            yield _painted(visible(part), style, bool(stack))
        elif part.opens:
            stack.append(part.mark.kind)
        else:
            yield _painted(_small(part.mark), stack.pop().colour, True)


def _small(mark: Mark) -> str:
    return str(mark.number).translate(_SMALL)


def _painted(text: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color else text


def _notes(mark: Mark, margin: int, color: bool) -> Iterator[str]:
    """A line for each claim; the number stands before the first."""
    number = str(mark.number)
    for told in map(note, mark.claims):
        lead = f"{number:>4} {told.kind.name:<8}"
        said = visible(f"{told.subject} | {told.predicate} | {told.value}")
        bar, by = _painted(f"{'':{margin}} ├", _DIM, color), _painted(f"({_by(told)})", _DIM, color)
        yield f"{bar}{_painted(lead, told.kind.colour, color)}  {said}  {by}\n"
        number = ""


def _by(told: Note) -> str:
    """The rule, and what else a reader must know of the reading."""
    words = [told.rule, *(["inferred"] if told.inferred else []), *(f"read {one}" for one in told.repairs)]
    places = ", ".join(f"{further.line}:{further.column}" for further in told.also)
    return visible("; ".join([*words, *told.remarks, *([f"with {places}"] if places else [])]))
