"""Cells that cannot be read as they were meant: beyond the last heading, twice named, or with characters lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgraph.tables._headings import Heading
from orgraph.tables._naming import plain
from orgraph.tables._row import Row

_LOST: Final = "\ufffd"  # what stands for a character that a conversion could not keep


class Unread(NamedTuple):
    """The row and the column (0 is the first) of a cell that was not read, and why."""

    row: Row
    column: int
    why: str


def unread(rows: Sequence[Row], head: Heading) -> Iterator[Unread]:
    """The first cell beyond the headings of each row that has one, and the first of each repeated column that differs.

    A second column of one name that says the same as the first loses nothing.
    """
    width = max((place + 1 for place, cell in enumerate(head.cells) if cell.strip()), default=0)
    for row in rows:
        if len(row.cells) > width:
            beyond = next((place for place in range(width, len(row.cells)) if row.cells[place].strip()), None)
            if beyond is not None:
                yield Unread(row, beyond, "is beyond the last heading")
    read = {plain(head.cells[place]): place for place in head.columns.values()}
    for place, cell in enumerate(head.cells):
        first = read.get(plain(cell), place)
        if first != place:
            why = f"has the heading of column {first + 1} and says something else"
            yield from (Unread(row, place, why) for row in _differing(rows, first, place)[:1])


def _differing(rows: Sequence[Row], first: int, second: int) -> list[Row]:
    return [
        row
        for row in rows
        if second < len(row.cells)
        and row.cells[second].strip()
        and row.cells[second : second + 1] != row.cells[first : first + 1]
    ]


def broken(rows: Sequence[Row], head: Heading) -> Iterator[Unread]:
    """The first cell of each column that is read which lost a character, with how many did; which was decoded twice."""
    for place in sorted(head.columns.values()):
        odd = [(row, row.cells[place]) for row in rows if place < len(row.cells) and not row.cells[place].isascii()]
        lost = [row for row, cell in odd if _LOST in cell]
        if lost:
            yield Unread(lost[0], place, f"{len(lost):,} {'cell' if len(lost) == 1 else 'cells'}")
        twice = next(((row, meant) for row, cell in odd if (meant := _decoded_once(cell)) != cell), None)
        if twice:
            yield Unread(twice[0], place, twice[1])


@lru_cache(maxsize=65536)
def _decoded_once(text: str) -> str:
    """A text as it was before its UTF-8 was read as cp1252; itself where it was not.

    >>> _decoded_once("CafÃ©"), _decoded_once("Café")
    ('Café', 'Café')
    """
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
