"""Tables below one another in one sheet: where each begins, and which rows only repeat its headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache
from typing import Final, NamedTuple

from orgraph.model import Sheet
from orgraph.tables._headings import Heading, heading, named, settled
from orgraph.tables._lexicon import Field, names
from orgraph.tables._naming import meaning, plain, unaccented

_FIGURE = re.compile(r"[A-Z]{0,4}[-_]?[0-9][-0-9.,/:T]*")  # what rows of a table hold, and headings do not
_WORD = re.compile(r"[^\W_]{1,40}")
_FEWEST: Final = 3  # fields that a second row of headings names, unless it names nothing else
_ENOUGH: Final = 5  # fields that make headings of a row, whatever else it holds
_NEAR: Final = 50  # rows above and below in which no heading stands as a cell of its column


_Fits = Callable[[Set[Field]], bool]


class Block(NamedTuple):
    """One table of a sheet: its headings, the number of its last row, and the rows that repeat the headings."""

    head: Heading
    last: int
    repeats: frozenset[int]


def blocks(sheet: Sheet, chosen: Mapping[Field, str], fits: _Fits) -> Iterator[Block]:
    """The tables of a sheet, from the top. `fits` says whether fields are those of a layout."""
    head = heading(sheet, chosen)
    if head is None:
        return
    head = _above(sheet, head, chosen, fits) or head
    repeats: set[int] = set()
    for number, row in enumerate(sheet.rows[head.row :], head.row + 1):
        if row == head.cells or _may_be_headings(row):
            if _plain(row) == _plain(head.cells):
                repeats.add(number)
            elif _heads(sheet, number, chosen, fits):
                yield Block(head, number - 1, frozenset(repeats))
                head, repeats = _settled(sheet, number, chosen), set()
    yield Block(head, len(sheet.rows), frozenset(repeats))


def _above(sheet: Sheet, best: Heading, chosen: Mapping[Field, str], fits: _Fits) -> Heading | None:
    """The first headings above those that name most fields, if rows stand between: a smaller table."""
    for number, row in enumerate(sheet.rows[: best.row - 1], 1):
        if _may_be_headings(row) and _heads(sheet, number, chosen, fits):
            between = (other for other in sheet.rows[number : best.row - 1] if any(map(str.strip, other)))
            if not all(_names_fields(other, named(other, chosen), fits) for other in between):
                return _settled(sheet, number, chosen)
    return None


def _settled(sheet: Sheet, number: int, chosen: Mapping[Field, str]) -> Heading:
    return settled(sheet, Heading(number, sheet.rows[number - 1], {}), chosen)


def _may_be_headings(row: tuple[str, ...]) -> bool:
    """Whether a row holds no figure and two cells that name fields; asked of every row, so the words come first."""
    if any(map(_FIGURE.fullmatch, row)):
        return False
    words = _words()
    likely = [cell for cell in row if (word := _WORD.search(cell)) and unaccented(word[0]) in words]
    return len(likely) > 1 and sum(1 for cell in likely if meaning(cell)) > 1


@cache
def _words() -> frozenset[str]:
    """The first words of the names of columns, and those names that systems write as one word."""
    return frozenset(word for name in names() for word in (name.split()[0], "".join(name.split())))


def _plain(row: tuple[str, ...]) -> list[str]:
    """What headings say, however they are spaced and cased."""
    found = list(map(plain, row))
    while found and not found[-1]:
        found.pop()
    return found


def _heads(sheet: Sheet, number: int, chosen: Mapping[Field, str], fits: _Fits) -> bool:
    """Whether a row is one of headings: its cells name the fields of a layout, and are no cells of a column."""
    row = sheet.rows[number - 1]
    columns = named(row, chosen)
    if not _names_fields(row, columns, fits):
        return False
    near = (other for other in sheet.rows[max(0, number - 1 - _NEAR) : number + _NEAR] if other != row)
    alike = (other for other in near if any(other[place : place + 1] == (row[place],) for place in columns.values()))
    return all(_names_fields(other, named(other, chosen), fits) for other in alike)


def _names_fields(row: tuple[str, ...], columns: dict[Field, int], fits: _Fits) -> bool:
    """Whether enough cells of a row name fields, and those are fields of a layout."""
    filled = sum(1 for cell in row if cell.strip())
    few = len(columns) < _FEWEST and len(columns) < filled
    return not few and (len(columns) >= _ENOUGH or 2 * len(columns) >= filled) and fits(columns.keys())
