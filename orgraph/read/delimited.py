"""Delimited text (CSV, TSV): the delimiter is found, every cell is taken as the text it is."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._decode import decode
from orgraph.read._table import one_sheet

_DELIMITERS: Final = ",;\t|"
_SAMPLE = 65_536  # characters in which the delimiter shows
_SAMPLE_ROWS = 50
_LONGEST_LINE = 8_000_000  # characters; as many columns as a spreadsheet has, with 500 characters each
_MOST_SHARED = 65_536  # texts that are kept once for all the cells that repeat them
_LONGEST_CELL = 1_000_000  # characters; a longer one is a quote that was never closed


def delimited(data: bytes, source: str) -> Document:
    """A document with one sheet. A byte-order mark is no part of the first cell."""
    text, encoding = decode(data, source)
    text = text.removeprefix("\ufeff")
    return one_sheet(data, source, encoding, _rows(text, delimiter(text[:_SAMPLE]), source))


def delimiter(sample: str) -> str:
    r"""The delimiter under which most rows of a sample have the same number of cells, and more than one.

    >>> delimiter("id;name\n1;Smith, Ann\n"), delimiter("a\tb\n1\t2\n"), delimiter("one column\n")
    (';', '\t', ',')
    """
    return max(_DELIMITERS, key=lambda mark: _agreement(sample, mark))


def _agreement(sample: str, mark: str) -> int:
    """How many rows agree on one width, a wide one before a narrow one: a text has commas, but not the same number."""
    widths: Counter[int] = Counter()
    try:
        for row, _ in zip(
            csv.reader(io.StringIO(sample, newline=""), delimiter=mark), range(_SAMPLE_ROWS), strict=False
        ):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0
    return max((width * width * count for width, count in widths.items()), default=0)


def _rows(text: str, mark: str, source: str) -> Iterator[tuple[str, ...]]:
    _refuse_endless(text, source)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    seen: dict[str, str] = {}
    try:
        for row in reader:
            if len(seen) > _MOST_SHARED:
                seen.clear()
            yield tuple([seen.setdefault(cell, cell) for cell in row])
    except csv.Error as problem:
        raise UnreadableSource(source, f"line {reader.line_num}: {problem}") from problem


def _refuse_endless(text: str, source: str) -> None:
    """Raise UnreadableSource where a line is longer than any row of a table, before its cells take the memory."""
    start = 0
    while len(text) - start > _LONGEST_LINE:
        end = max(text.rfind(mark, start, start + _LONGEST_LINE) for mark in "\n\r")
        if end < 0:
            line = text.count("\n", 0, start) + 1
            raise UnreadableSource(source, f"line {line}: longer than {_LONGEST_LINE:,} characters, which is no row")
        start = end + 1
