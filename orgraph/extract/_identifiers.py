"""Identifiers in header fields: which number of a field, or of a table row, is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._codes import codes
from orgraph.extract._fields import Field
from orgraph.extract._numbers import LOOKALIKES
from orgraph.extract._reading import Reading
from orgraph.model import Repair, Text, Unstated
from orgraph.text import Span

_TO_BE_DETERMINED = re.compile(
    r"^\W*(?:TBD|TBC|TBA|to be (?:determined|confirmed)|à (?:déterminer|confirmer)|NEW|nouveau)\b", re.I
)
_TOKEN = re.compile(r"(?<![\w$.,/-])[0-9OIlA-Z][0-9OIl]{2,11}(?![\w-])(?![.,][0-9OIl])|(?<![\w$])\d[\d-]{3,15}(?![\w])")
_WHOLE = re.compile(r"[A-Z0-9][A-Za-z0-9 .-]{2,23}")
_LETTERED = re.compile(r"(?P<letters>[A-Z]{1,4}-)(?P<digits>(?=[OIl]{0,7}\d)[0-9OIl]{3,8})")
# Letters and a number that a space joins: "OPS 014".
_SPACED = re.compile(r"[A-Z]{2,5}\s\d{2,8}")
_CODED = re.compile(r"(?=[^A-HJ-NP-Z]*[A-HJ-NP-Z])(?=\D*\d)[A-Z0-9]{2,5}(?:[-/][A-Z0-9]{2,6}){1,3}")
_LIKE_A_YEAR = re.compile(r"[12I][0-9OIl]{3}")
_DATE_LIKE = re.compile(r"(?:19|20|2O|I9)[0-9OIl]{2}(?:-[0-9OIl]{2}-[0-9OIl]{2})?$")

Found = tuple[Text | Unstated, Span, tuple[Repair, ...]]


def identifiers(reading: Reading, name: str, order: tuple[str, ...]) -> Iterator[Found]:
    """Identifiers that the fields of a name give. `order` names the number fields of a table row."""
    for field in reading.fields:
        if field.name == name and field.value:
            yield from _in_row(reading, field, order) if len(field.row) > 1 else _alone(reading, field)


def before_title(reading: Reading) -> Iterator[Found]:
    """The number that a flattened table sets before the title, where its label was lost."""
    field = reading.field("title")
    if field is not None and len(field.row) > 1:
        yield from _in_row(reading, field._replace(name="position_number"), ())


def _alone(reading: Reading, field: Field) -> Iterator[Found]:
    if _TO_BE_DETERMINED.match(field.value):
        yield Unstated(reason="tbd", text=field.value[:20]), field.span, ()
        return
    tokens = list(numbers_in(reading, field.span))
    lettered = _LETTERED.fullmatch(field.value)
    year = _LIKE_A_YEAR.fullmatch(field.value)  # its label says that it is none
    if year is not None and (reading.repair or year[0].isdigit()):
        digits = year[0].translate(LOOKALIKES)
        yield Text(text=digits), field.span, _repair(field.span, year[0], digits)
    elif lettered is not None:
        digits = lettered["digits"].translate(LOOKALIKES)
        start = field.span.start + lettered.start("digits")
        fixed = _repair(Span(start, field.span.end), lettered["digits"], digits)
        if not fixed or reading.repair:
            yield Text(text=lettered["letters"] + digits), field.span, fixed
    elif _CODED.fullmatch(field.value) or _SPACED.fullmatch(field.value):
        yield Text(text=field.value), field.span, ()
    elif tokens:
        yield tokens[0]
    elif _WHOLE.fullmatch(field.value) and re.search(r"\d", field.value):
        yield Text(text=field.value), field.span, ()


def _in_row(reading: Reading, field: Field, order: tuple[str, ...]) -> Iterator[Found]:
    """The number of a row at the field's turn: position numbers stand before the classification, codes after."""
    code = next(codes(reading.view, *field.span), None)
    tokens = [
        t for t in numbers_in(reading, field.span) if not (code and code.span.start <= t[1].start < code.span.end)
    ]
    if field.name in ("position_number", "supervisor_number"):
        yield from (t for t in tokens[:1] if code is None or t[1].start < code.span.start)
        return
    after = [t for t in tokens if code is None or t[1].start > code.span.start]
    turn = [n for n in order if n in field.row].index(field.name)
    yield from after[turn : turn + 1]


def numbers_in(reading: Reading, span: Span) -> Iterator[Found]:
    for match in _TOKEN.finditer(reading.view, *span):
        raw, digits = match[0], match[0].translate(LOOKALIKES)
        if (
            not re.search(r"\d", raw)
            or (digits != raw and not reading.repair)
            or not re.fullmatch(r"[\dA-Z][\d-]+", digits)
        ):
            continue
        if _DATE_LIKE.match(raw) and len(raw) in (4, 10):
            continue
        place = Span(*match.span())
        yield Text(text=digits), place, _repair(place, raw, digits)


def _repair(place: Span, raw: str, digits: str) -> tuple[Repair, ...]:
    """The repair of look-alikes in a number, if there are any."""
    fixed = Repair(start=place.start, end=place.end, raw=raw, repaired=digits, rule="digit-lookalike")
    return (fixed,) if digits != raw else ()
