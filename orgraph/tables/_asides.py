"""Rows that are no posts: sums, headings within the table, and notes at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from string import ascii_lowercase
from typing import Final, NamedTuple

from orgraph.tables._blocks import Block
from orgraph.tables._lexicon import Field
from orgraph.tables._naming import unaccented
from orgraph.tables._row import Row, decimal, kind_of
from orgraph.tables._ties import MANAGERS

_NAMES: Final[tuple[Field, ...]] = ("title", "generic_title", "name", "first_name", "last_name")
_IDENTITY: Final[tuple[Field, ...]] = (*_NAMES, "id", "position_number", "post_reference", "email")
_SUPERIORS: Final[tuple[Field, ...]] = (*MANAGERS, "senior_reference", "reporting_senior", "parent_unit_id")
_COUNTED = "ftes?|etp|head ?count|count|posts?|postes|positions?|staff|employees|effectifs?|general|generale|[-0-9.,]+"
_SUM = re.compile(
    r"(?:(?:grand|overall|report|running) total|sub-? ?total|sous-? ?total|somme|sum|total)s?"
    rf"(?: (?:{_COUNTED}))*(?: (?:for|of|by|du|de|des|pour) .+)?"
    r"|(?:rows?|records?|(?:row |record |head ?)?counts?|effectifs?) [0-9]+"
)
_SUM_OF = re.compile(r"(?:sub-? ?total|sous-? ?total|grand total)\b.*|.+ (?:sub-?|grand )?total")
_MARKS = re.compile(r"[:=*()]")
_LONGEST = 200  # characters of a cell that are looked at
_NOTE = re.compile(r"[*†‡§]|(?:notes?|sources?|n\.?b\.?|nota|legend|remarques?)(?:\s*:|$|\s+[-–—])", re.I)
_WORDS: Final = 12  # no title of a post has more and stands alone in its row
_COLUMNS: Final = 4  # cells that count on and are more than chance
_MISSED: Final = 3  # columns that every post fills and a note does not


class _Naming(NamedTuple):
    """The columns of a table that name posts and people, those and their numbers, and those that name superiors."""

    names: tuple[Field, ...]
    identity: tuple[Field, ...]
    superiors: tuple[Field, ...]


def posts_only(rows: list[Row], block: Block) -> list[Row]:
    """The rows without those that are no posts."""
    gone = {row.number for row, _ in asides(rows, block)}
    return [row for row in rows if row.number not in gone] if gone else rows


def asides(rows: Sequence[Row], block: Block) -> Iterator[tuple[Row, str]]:
    """Each row that is no post, and what it is."""
    rest = []
    above = Decimal(0)
    known = block.head.columns
    columns = _Naming(*(tuple(filter(known.__contains__, all_)) for all_ in (_NAMES, _IDENTITY, _SUPERIORS)))
    for row in rows:
        if row.number in block.repeats:
            yield row, "the headings again"
        elif row is rows[0] and _numbers_the_columns(row):
            yield row, "numbers of the columns"
        elif _is_sum(row, columns) or (above and _figures_alone(row, columns) == above):
            yield row, "a sum"
        elif _heads_a_section(row, columns):
            yield row, "a note" if _reads_as_note(row) else "a heading"
        else:
            above += decimal(row.text("fte")) or 0
            rest.append(row)
    if len(block.head.cells) > 2:
        yield from ((row, "a note") for row in _foot(rest))


def _numbers_the_columns(row: Row) -> bool:
    """Whether the cells of a row count on: 1, 2, 3 or (a), (b), (c), as forms number their columns."""
    cells = [cell.strip().strip("()[].").lower() for cell in row.cells if cell.strip()]
    if len(cells) < _COLUMNS:
        return False
    numbers = [int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 6 else None for cell in cells]
    first = numbers[0]
    counted = first in (0, 1) and numbers == list(range(first, first + len(cells)))
    return counted or cells == list(ascii_lowercase[: len(cells)])


def _is_sum(row: Row, columns: _Naming) -> bool:
    """Whether a row names a total, and besides it nobody, no post and no superior.

    A post may be called "Total Rewards Manager": where a total could be a title, it must be wholly the words of one.
    """
    for field in columns.superiors:
        if (text := row.text(field)) and not _is_empty(text):
            return False
    named = [text for field in columns.identity if not _is_empty(text := row.text(field)) and decimal(text) is None]
    return all(map(_sums, named)) and any(_sums(text) for text in (*named, *row.cells))


def _figures_alone(row: Row, columns: _Naming) -> Decimal | None:
    """The FTE of a row that has figures only."""
    if row.filled(*columns.identity) is not None or row.filled(*columns.superiors) is not None:
        return None
    filled = filter(None, map(str.strip, row.cells))
    return decimal(row.text("fte")) if all(decimal(text) is not None for text in filled) else None


def _heads_a_section(row: Row, columns: _Naming) -> bool:
    """Whether the one cell that a row has is of words, in a column that names neither posts nor people."""
    if row.filled(*columns.names) is not None or not columns.names:
        return False
    cells = _cells(row)
    return len(cells) == 1 and " " in row.cells[min(cells)].strip()


def _sums(text: str) -> bool:
    words = unaccented(" ".join(_MARKS.sub(" ", text[:_LONGEST]).split()))
    return bool(_SUM.fullmatch(words) or _SUM_OF.fullmatch(words))


def _is_empty(text: str) -> bool:
    return kind_of(text, "blank", "no_reference") is not None


def _foot(rows: Sequence[Row]) -> Sequence[Row]:
    """The notes below the last post: a cell or two a row, from the first that no post could be."""
    end = len(rows)
    while end and len(_cells(rows[end - 1])) <= 2:
        end -= 1
    if end == len(rows):
        return ()
    always = set.intersection(*map(_cells, rows[:end])) if end else set()
    for place in range(end or len(rows), len(rows)):
        row = rows[place]
        apart = row.number > rows[place - 1].number + 1
        lacks = len(always - _cells(row)) >= _MISSED
        if (apart and lacks) or (len(_cells(row)) == 1 and (apart or lacks or _reads_as_note(row))):
            return rows[place:]
    return ()


def _cells(row: Row) -> set[int]:
    return {column for column, cell in enumerate(row.cells) if cell.strip()}


def _reads_as_note(row: Row) -> bool:
    [text] = filter(None, map(str.strip, row.cells))
    return bool(_NOTE.match(text)) or text.endswith(".") or len(text.split()) > _WORDS
