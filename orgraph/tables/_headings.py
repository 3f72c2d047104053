"""Find the row of headings and what each column holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from orgraph.errors import UnknownName
from orgraph.model import Sheet
from orgraph.tables._lexicon import Field, meanings, names

_SEARCHED: Final = 40  # rows in which the headings must stand: titles and notes may come before
_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ASIDE = re.compile(r"\([^()]*\)?")
_NUMBER_SIGN = re.compile(r"[#№]|\bN°")
_POSSESSIVE = re.compile(r"['’]s\b")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 200  # characters of a heading that are looked at


class Heading(NamedTuple):
    """The row of headings of a sheet: its number, and the column of each field (0 is the first)."""

    row: int
    cells: tuple[str, ...]
    columns: dict[Field, int]


def heading(sheet: Sheet, chosen: Mapping[Field, str] | None = None) -> Heading | None:
    """The row that names most fields, the first of equals; None where no row names two.

    `chosen` gives fields the heading that a person chose for them.
    """
    found = [
        Heading(number, row, _columns(row, chosen or {}))
        for number, row in enumerate(sheet.rows[:_SEARCHED], 1)
        if len(row) > 1
    ]
    best = max(found, key=lambda heading: (len(heading.columns), -heading.row), default=None)
    return best if best is not None and len(best.columns) >= 2 else None


def plain(name: str) -> str:
    """A heading as the lexicon has it.

    >>> plain("ManagerID"), plain("Salary Cost of Reports (£)"), plain("N° employé"), plain("Manager's Employee #")
    ('manager id', 'salary cost of reports', 'no employe', 'manager employee no')
    """
    spaced = _CASE.sub(" ", _ASIDE.sub(" ", name[:_LONGEST])).replace("%", " percent ")
    return _OTHER.sub(" ", unaccented(_NUMBER_SIGN.sub(" no ", _POSSESSIVE.sub("", spaced)))).strip()


def unaccented(text: str) -> str:
    """A text in small letters without accents."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in letters if not unicodedata.combining(c))


def check(chosen: Mapping[Field, str]) -> None:
    """Refuse fields that do not exist."""
    for field in chosen:
        if field not in meanings():
            raise UnknownName("field", field, list(meanings()))


def _columns(row: tuple[str, ...], chosen: Mapping[Field, str]) -> dict[Field, int]:
    """The first column of each field; what a person chose goes before what the names say."""
    spelled = [plain(cell) for cell in row]
    found: dict[Field, int] = {}
    for field, name in chosen.items():
        exact = (i for i, cell in enumerate(row) if cell.strip() == name.strip())
        column = next(exact, next((i for i, cell in enumerate(spelled) if cell == plain(name)), None))
        if column is not None:
            found[field] = column
    taken = set(found.values())
    known = names()
    for place, heading_ in enumerate(spelled):
        if heading_ in known and place not in taken:
            found.setdefault(known[heading_], place)
    return found
