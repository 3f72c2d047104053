"""The tables of the Dimensions, cell by cell: what stands at the head of its row and of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from orgraph.text import Span, squeeze

_TABLE = re.compile(
    r"^[ ]*(?P<head>\|[^\n]{3,600}\|)[ ]*\n[ ]*\|[ :|-]{3,200}\|[ ]*(?P<rows>(?:\n[ ]*\|[^\n]{3,2000}\|[ ]*){1,60})",
    re.M,
)
_ROW = re.compile(r"\|[^\n]*")
_CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")
_FIGURE = re.compile(r"[\s$£€]*[OIl.,]{0,3}\d")
YEAR = re.compile(r"\b(?:19|20)\d{2}(?:\s?[-/]\s?\d{2,4})?\b")


class Cell(NamedTuple):
    """A cell, the words at the head of its row (empty where a figure stands there), of its column, and of all rows."""

    span: Span
    row: str
    column: str
    corner: str


def cells(view: str, body: Span) -> Iterator[Cell]:
    """The cells below the heads of every table between two offsets, but those that name a row."""
    for table in _TABLE.finditer(view, *body):
        heads = [_plain(cell[0]) for cell in _CELL.finditer(view, *table.span("head"))]
        for row in _ROW.finditer(view, *table.span("rows")):
            found = list(_CELL.finditer(view, *row.span()))
            if len(found) != len(heads):
                continue
            first = _plain(found[0][0])
            named = not _FIGURE.match(first) or YEAR.fullmatch(first) is not None
            for cell, column in list(zip(found, heads, strict=True))[named:]:
                yield Cell(Span(*cell.span()), first if named else "", column, heads[0] if named else "")


def _plain(cell: str) -> str:
    return squeeze(re.sub(r"[*_]+", " ", cell)).strip(" :")
