"""A table laid out as text, a row a line, so that its cells are marked in their places like the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from orgraph.evidence import Evidence, Excerpt, written
from orgraph.model import Claim, Document
from orgraph.record import parsed
from orgraph.text import Lines

_BETWEEN = " | "
_BREAKS = dict.fromkeys(map(ord, "\n\r\x0b\x0c\x85\u2028\u2029"), " ")  # a row is a line

Row = tuple[str | None, int]  # sheet and row, as evidence has them


def laid_out(document: Document, claims: Sequence[Claim]) -> tuple[Document, tuple[Claim, ...]]:
    """A text with the cells of a table, and the claims with their places in it; a text stays as it is."""
    if document.kind != "table":
        return document, tuple(claims)
    text, starts = _lines(document)
    lines = Lines(text)

    def placed(evidence: Evidence) -> Excerpt:
        cells = starts[evidence.sheet, evidence.line]  # a claim about what is not there stands where the row ends
        start = cells[min(evidence.column, len(cells)) - 1]
        line, column = lines.place(start)
        moved = {"start": start, "end": start + len(evidence.quote), "line": line, "column": column}
        return parsed(Excerpt, {**written(evidence), **moved})

    moved = (replace(claim, evidence=tuple(map(placed, claim.evidence))) for claim in claims)
    return replace(document, text=text), tuple(moved)


def _lines(document: Document) -> tuple[str, dict[Row, list[int]]]:
    """The text, and where each cell of a row starts and the row ends; of several sheets each begins with its name."""
    parts: list[str] = []
    starts: dict[Row, list[int]] = {}
    done = 0
    for sheet in document.sheets:
        if len(document.sheets) > 1:
            parts.append(f"{sheet.name}\n")
            done += len(parts[-1])
        for number, row in enumerate(sheet.rows, 1):
            parts.append(_BETWEEN.join(cell.translate(_BREAKS) for cell in row) + "\n")
            starts[sheet.name, number] = [*_starts(row, done), done + len(parts[-1]) - 1]
            done += len(parts[-1])
    return "".join(parts), starts


def _starts(row: Sequence[str], done: int) -> Iterable[int]:
    for cell in row:
        yield done
        done += len(cell) + len(_BETWEEN)
