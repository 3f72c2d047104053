"""A row of a table, and what its layout says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from orgraph.model import Classification, Measure, Mention, Quantity, Scope, Sheet, Status, Unstated, Value
from orgraph.tables._headings import Heading
from orgraph.tables._lexicon import Field, kinds_of
from orgraph.tables._naming import unaccented

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\u2060\ufeff"  # and of no width
_QUOTED = _SPACES + "'‘’`´\"“”"
_QUOTES = _QUOTED + "()[]"
_LONGEST = 64  # characters of a cell in which a word may stand: quotes and spaces are around the longest
_NUMBER = re.compile(r"([+-]?[0-9]{1,15}|(?=[.,][0-9]))(?:[.,]([0-9]{1,20}))?")
_GROUP_AND_LEVEL = re.compile(r"([A-Z]{2,3})-([0-9]{2})")
_UNIT = re.compile(r"(?<=[0-9]) ?(?:fte|etp)s?", re.I)
_GROUPING = re.compile(r"[, \u00a0\u202f]")
_GROUPED = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:[, \u00a0\u202f][0-9]{3})+)(?:[.,]([0-9]{1,2}))?")


class Statement(Struct, frozen=True, gc=False):
    """What a layout reads in a cell: a claim before its evidence is made. Row from 1, column from 0."""

    subject: Mention
    predicate: str
    value: Value
    row: int
    column: int


class Row(NamedTuple):
    """One row: its number in the sheet, its place among all rows of the document, its cells, and its texts by field."""

    number: int
    place: int
    cells: tuple[str, ...]
    columns: Mapping[Field, int]
    texts: Mapping[Field, str]

    def text(self, field: Field) -> str:
        """What the cell of a field holds, without spaces around it; nothing where the row has no such cell."""
        return self.texts.get(field, "")

    def has(self, field: Field) -> bool:
        """Whether the table has a column for the field, filled in this row or not."""
        return field in self.texts

    def filled(self, *fields: Field) -> Field | None:
        """The first of these fields that holds anything."""
        for field in fields:
            if self.texts.get(field):
                return field
        return None

    def says(self, subject: Mention, predicate: str, value: Value, field: Field) -> Statement:
        """What the cell of a field says."""
        return Statement(subject, predicate, value, self.number, self.columns[field])


def row(number: int, place: int, cells: tuple[str, ...], columns: Mapping[Field, int]) -> Row:
    """A row, with what its columns hold; one that ends early has nothing in the last of them."""
    width = len(cells)
    texts = {field: cells[column].strip(_SPACES) if column < width else "" for field, column in columns.items()}
    return Row(number, place, cells, columns, texts)


def is_word(kind: str, text: str) -> bool:
    """Whether a text is one of the words of a kind, whatever quotes stand around it.

    >>> is_word("eliminated", "‘Eliminated’"), is_word("eliminated", "Supprimé"), is_word("vacant", "Ann Vacant")
    (True, True, False)
    """
    return kind_of(text, kind) is not None


def kind_of(text: str, *kinds: str) -> str | None:
    """The first of some kinds that a text is a word of."""
    return _kind(text, kinds) if len(text) <= _LONGEST else None


@lru_cache(maxsize=16384)  # most cells say what other rows say, too
def _kind(text: str, kinds: tuple[str, ...]) -> str | None:
    return kinds_of(*kinds).get(unaccented(text.strip(_QUOTES)))


def reference(text: str) -> str:
    """A reference without the quotes that stand around it, or before it where a spreadsheet should keep it as text.

    >>> reference("'00005654"), reference("‘P1’")
    ('00005654', 'P1')
    """
    return text if text.isalnum() else text.strip(_QUOTED)


def listed(sheet: Sheet, heading: Heading, last: int, before: int) -> Iterator[Row]:
    """The rows from the headings to the last that hold anything; `before` is how many rows other sheets have."""
    for number, cells in enumerate(sheet.rows[heading.row : last], heading.row + 1):
        if any(map(str.strip, cells)):
            yield row(number, before + number, cells, heading.columns)


@lru_cache(maxsize=65536)
def decimal(text: str) -> Decimal | None:
    """The number that a cell holds, exactly; None where it holds none.

    >>> decimal("0,65"), decimal("0,750"), decimal("1 234.50"), decimal("12,500"), decimal("75 %")
    (Decimal('0.65'), Decimal('0.750'), Decimal('1234.50'), Decimal('12500'), Decimal('0.75'))
    >>> decimal("http://example.org/1") is None
    True
    """
    found = text.strip().strip("£$€").strip()
    if found.endswith("%"):
        part = decimal(found[:-1])
        return None if part is None else part / 100
    match = _GROUPED.fullmatch(found) or _NUMBER.fullmatch(found)
    if match is None:
        return None
    whole, rest = match.groups()
    return Decimal(_GROUPING.sub("", whole) + (f".{rest}" if rest else ""))


@lru_cache(maxsize=4096)
def grade(text: str) -> Classification:
    """A grade as the table has it; group and level apart where it is written as `EX-01` is.

    >>> grade("EX-01").level, grade("SCS1").level, grade("Grade 7").code
    (1, None, 'Grade 7')
    """
    match = _GROUP_AND_LEVEL.fullmatch(text)
    if match is None:
        return Classification(code=text, group=text)
    return Classification(code=text, group=match[1], level=int(match[2]))


@lru_cache(maxsize=65536)
def figure(
    text: str, measure: Measure, *, scope: Scope = "seat", status: Status = "unspecified"
) -> Quantity | Unstated:
    """What a cell of a figure says: a quantity, or why there is none."""
    unit = _UNIT.search(text[:_LONGEST]) if measure == "fte" else None
    value = decimal(text[: unit.start()] if unit and unit.end() == len(text) else text)
    if value is not None and value >= 0:
        return Quantity(measure=measure, low=value, high=value, scope=scope, status=status)
    if is_word("not_disclosed", text):
        return Unstated(reason="not_disclosed", text=text)
    return Unstated(reason="missing" if is_word("blank", text) else "unreadable", text=text)
