"""A Markdown table of reports: its head says what each column holds, and each row is a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from orgraph.extract._codes import Code, codes
from orgraph.extract._grades import grade, of_scheme
from orgraph.extract._items import Item, item
from orgraph.extract._numbers import Number, number, repairs_of
from orgraph.extract._reading import Reading
from orgraph.extract._seats import Seats
from orgraph.extract._staff import Staff
from orgraph.model import Measure, Quantity
from orgraph.text import Span

_TABLE = re.compile(
    r"[ \t:*_]*+\n\s*+(?P<head>\|[^\n]{3,600}\|)[ ]*\n\|[ :|-]{3,200}\|[ ]*"
    r"(?P<rows>(?:\n[ ]*\|[^\n]{3,2000}\|[ ]*){1,60})"
)
_CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")
_ROW = re.compile(r"\|[^\n]*")


def _head(words: str) -> re.Pattern[str]:
    """The head of a column that holds any of the words."""
    return re.compile(rf"\b(?:{words})\b", re.I)


# What the head of a column says of its cells; the first that fits is taken.
_HEADS: Final = (
    ("staff", _head(r"FTEs?|WTE|staff|headcount|team\s+size|employees|ETP|effectifs?|employ[ée ]s|personnel")),
    ("level", _head(r"grade|band|level|class(?:ification)?|group|niveau|groupe")),
    (
        "seats",
        re.compile(
            r"^\W*(?:number|no\.?|count|quantity|qty|how\s+many|positions|posts|#|nombre|postes)"
            r"(?:\s+(?:of|de)\s+\w+)?\W*$",
            re.I,
        ),
    ),
    ("title", _head("post|position|role|job|title|reports?|name|poste|titre|fonction|emploi")),
)
_FTE = re.compile(r"\b(?:FTE|WTE|ETP)", re.I)


def of_table(reading: Reading, start: int, stop: int) -> list[Item]:
    """The posts of the table that stands right behind a lead-in; none where no table does, or it names no post."""
    table = _TABLE.match(reading.view, start, stop)
    if table is None:
        return []
    heads = [_kind(cell[0]) for cell in _CELL.finditer(reading.view, *table.span("head"))]
    measure: Measure = "fte" if _FTE.search(table["head"]) else "headcount"
    found = []
    for row in _ROW.finditer(reading.view, *table.span("rows")):
        cells = [_trimmed(reading.view, cell) for cell in _CELL.finditer(reading.view, *row.span())]
        found.append(
            _item(reading, dict(zip(heads, cells, strict=False)), measure) if len(cells) == len(heads) else None
        )
    return [one for one in found if one is not None]


def _kind(head: str) -> str:
    return next((name for name, pattern in _HEADS if pattern.search(head)), "")


def _trimmed(view: str, cell: re.Match[str]) -> Span:
    start, end = cell.span()
    text = view[start:end]
    return Span(start + len(text) - len(text.lstrip(" *_")), end - len(text) + len(text.rstrip(" *_")))


def _item(reading: Reading, row: dict[str, Span], measure: Measure) -> Item | None:
    """The post of a row, with what the other columns say of it."""
    found = item(reading, *row["title"]) if "title" in row and row["title"].end > row["title"].start else None
    if found is None:
        return None
    people, seats = (_number(reading, row.get(name)) for name in ("staff", "seats"))
    code = next(_codes(reading, row.get("level")), None)
    return found._replace(
        code=code or found.code,
        staff=_staff(people, row["staff"], measure) if people else found.staff,
        seats=Seats(Quantity(measure="count", low=seats.value, high=seats.value), repairs_of(seats))
        if seats
        else found.seats,
    )


def _number(reading: Reading, place: Span | None) -> Number | None:
    return number(reading.view[slice(*place)], place.start, repair=reading.repair) if place else None


def _staff(people: Number, place: Span, measure: Measure) -> Staff:
    quantity = Quantity(measure=measure, low=people.value, high=people.value, step=people.step or Decimal(1))
    return Staff(quantity, place, repairs_of(people))


def _codes(reading: Reading, place: Span | None) -> Iterator[Code]:
    if place is not None:
        yield from codes(reading.view, *place, repair=reading.repair)
        named = grade(reading.view, *place) or of_scheme(reading.view, *place)
        yield from (named,) if named else ()
