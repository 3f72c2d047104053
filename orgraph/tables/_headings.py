"""Find the row of headings and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from orgraph.errors import UnknownName
from orgraph.model import Sheet
from orgraph.tables._lexicon import Field, meanings
from orgraph.tables._naming import meaning, plain

_MOST: Final = 16_384  # columns, as many as a spreadsheet has
_SEARCHED: Final = 40  # rows in which the headings must stand: titles and notes may come before
_CODE = re.compile(r"[A-Z]{0,4}[-_]?[0-9]{2,12}")
_CODES: Final = 0.9  # share of the cells of a column from which they are codes, and no titles
_NUMBERED: Final = {"job": "job_code", "title": "position_number", "unit": "unit_id", "department": "unit_id"}
_MORE: Final = 1  # fields that two lines of headings name beyond what one does
_LOOKED_AT: Final = 200  # rows below the headings in which codes show


class Heading(NamedTuple):
    """The row of headings of a sheet: its number, and the column of each field (0 is the first)."""

    row: int
    cells: tuple[str, ...]
    columns: dict[Field, int]


def heading(sheet: Sheet, chosen: Mapping[Field, str] | None = None) -> Heading | None:
    """The row that names most fields, the first of equals; None where no row names two.

    `chosen` gives fields the heading that a person chose for them.
    """
    alone = [
        Heading(number, row, named(row, chosen or {}))
        for number, row in enumerate(sheet.rows[:_SEARCHED], 1)
        if len(row) > 1
    ]
    found = [*alone, *_of_two_lines(alone, chosen or {})]
    best = max(found, key=lambda heading: (len(heading.columns), -heading.row), default=None)
    if best is None or len(best.columns) < 2:
        return None
    return settled(sheet, best, chosen or {})


def _of_two_lines(alone: Sequence[Heading], chosen: Mapping[Field, str]) -> Iterator[Heading]:
    """Headings that go on in the row below, where both rows together name more than either does."""
    for above, below in pairwise(alone):
        if above.row + 1 == below.row:
            cells = tuple(" ".join(filter(None, pair)) for pair in zip_longest(above.cells, below.cells, fillvalue=""))
            both = named(cells, chosen)
            if len(both) > _MORE + max(len(above.columns), len(below.columns)):
                yield Heading(below.row, cells, both)


def settled(sheet: Sheet, head: Heading, chosen: Mapping[Field, str]) -> Heading:
    """Headings with the column of each field as the cells below them show it."""
    coded = frozenset(place for place in range(len(head.cells)) if _is_coded(sheet, head.row, place))
    return head._replace(columns=named(head.cells, chosen, coded))


def _is_coded(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the cells of a column are codes: what is called Position may hold titles, or numbers."""
    cells = [cells[column].strip() for cells in sheet.rows[row : row + _LOOKED_AT] if column < len(cells)]
    filled = list(filter(None, cells))
    return bool(filled) and sum(map(bool, map(_CODE.fullmatch, filled))) >= _CODES * len(filled)


def check(chosen: Mapping[Field, str]) -> None:
    """Refuse fields that do not exist."""
    for field in chosen:
        if field not in meanings():
            raise UnknownName("field", field, list(meanings()))


def named(row: tuple[str, ...], chosen: Mapping[Field, str], coded: Container[int] = frozenset()) -> dict[Field, int]:
    """The column of each field: what a person chose, else the best name, of equals the first.

    A column of codes is none of titles or names, whatever it is called.
    """
    found: dict[Field, int] = {}
    for field, name in chosen.items():
        exact = (i for i, cell in enumerate(row) if cell.strip() == name.strip())
        column = next(exact, next((i for i, cell in enumerate(row) if plain(cell) == plain(name)), None))
        if column is not None:
            found[field] = column
    taken = set(found.values())
    free = ((place, meaning(cell)) for place, cell in enumerate(row[:_MOST]) if place not in taken)
    means = [(place, known) for place, known in free if known]
    for place, known in sorted(means, key=lambda pair: (pair[1].rank, pair[0])):
        number = _NUMBERED.get(plain(row[place])) or _NUMBERED.get(known.field)
        found.setdefault(number if number and place in coded else known.field, place)
    return {field: found[field] for field in sorted(found, key=lambda field: (found[field], field not in chosen))}
