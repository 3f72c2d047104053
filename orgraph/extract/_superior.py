"""The superior that the header names: its mention, and a number that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from orgraph.extract._codes import codes
from orgraph.extract._columns import beginning, rest
from orgraph.extract._fields import Field
from orgraph.extract._identifiers import Found, numbers_in
from orgraph.extract._labels import after_residue
from orgraph.extract._mentions import superior_in
from orgraph.extract._peers import peer_sentences
from orgraph.extract._reading import Reading
from orgraph.extract._titles import DOTTED, STARTS, is_title, title_at
from orgraph.extract._upward import upward
from orgraph.model import Mention
from orgraph.text import Span
from orgraph.titles import canonical, may_be_one


class Superior(NamedTuple):
    """The superior of the header."""

    mention: Mention
    span: Span
    numbers: tuple[Found, ...]


_NUMBER_FIRST = re.compile(r"\s*(?:[0-9OIl]{2,9}(?:-[0-9OIl]{2,6})?\s*[,:;-]?\s+)")
# A full stop ends a superior's title, but for that of an abbreviation, and before "&".
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in (*sorted(DOTTED), "Dr", "Mr", "Ms", "Mrs"))
_END = re.compile(
    r"\s*\((?:solid|direct|administrative)(?:[ -](?:line|report|reporting))?\)"
    rf"|\s\|\s|{_ABBREVIATED}\.\s(?!\s*&)"
)
_END_OF_ROW = re.compile(rf"\n|{_END.pattern}")
# A place in the same row of a form: "Gatineau" before "Directeur général, Phares".
_PLACE = re.compile(rf"(?:[A-ZÀ-Þ][\w'-]*\s+(?:\([^()\n]{{2,12}}\)\s+)?){{1,3}}?(?={STARTS.pattern})")
_NUMBER_LAST = re.compile(r"(?<!\s)\s++[0-9OIl]{3,9}\s*$")
_NUMBER_SET_OFF = re.compile(
    r"(?<!\s)\s*+[,/(-]\s?(?:(?:[Pp]osition|Pos\.)\s?(?:[Nn]umber|[Nn]o\.?)?\s?)?#?(?=[OIl]{0,8}\d)[0-9OIl]{4,9}\)?\s*$"
)
_NO_TITLE = re.compile(r"(?i:TBD|N/?A|NEW|NONE|(?:is\s+)?(?:responsible|accountable)\s+for|responsable\s+d)\b")


# A value that is a sentence: "Reports to the Director, Boats and supervises ...".
_LED = re.compile(
    r"(?:(?:The|This|Le|Ce)\s+[\w-]+\s+)?(?:(?:will\s+)?reports?\s+(?:directly\s+)?to|reporting\s+(?:directly\s+)?to"
    r"|rel[èe]ve\s+(?:directement\s+)?d(?:e|u)|relevant\s+d(?:e|u))\s+",
    re.I,
)


def header_superior(reading: Reading) -> Superior | None:
    """The first superior of the header, None where it names none."""
    return next(iter(header_superiors(reading)), None)


def header_superiors(reading: Reading) -> Iterator[Superior]:
    """The superiors that fields name; a value that is no title is none.

    "Accountable to" names the superior where no other field does; else it names who stands above that one.
    """
    found = list(_superiors(reading, "supervisor"))
    yield from found or _superiors(reading, "accountable")


def _superiors(reading: Reading, name: str) -> Iterator[Superior]:
    for field in reading.fields:
        if field.name != name or not field.value or _NO_TITLE.match(field.value):
            continue
        span = _title_span(reading, field)
        mention = superior_in(reading, span)
        broken = rest(reading.view, reading.fields, field) if len(field.row) <= 1 else None
        if broken is not None:
            mention = replace(mention, text=f"{reading.view[span.start : span.end + 1].strip()} {broken.text}")
        begun = beginning(reading.view, reading.fields, field) if len(field.row) <= 1 else None
        if begun is not None:
            mention = replace(mention, text=f"{begun.text} {mention.text}", start=begun.span.start)
        if is_title(mention.text) and not mention.text[0].isdigit():
            yield Superior(mention, span, tuple(_numbers(reading, field, span)))


def _numbers(reading: Reading, field: Field, title: Span) -> Iterator[Found]:
    """The numbers before the title and, where the value is no row of a form, one set off behind it."""
    yield from numbers_in(reading, Span(field.span.start, title.start))
    behind = None if field.row else _NUMBER_SET_OFF.search(reading.view, *field.span)
    if behind is not None and behind.start() >= title.end:
        yield from numbers_in(reading, Span(*behind.span()))


def _title_span(reading: Reading, field: Field) -> Span:
    """The value without a number before it and a classification behind it."""
    start, end = field.span
    led = _LED.match(reading.view, start, end)
    said = title_at(reading.view, led.end(), end, french=reading.french) if led else None
    if said is not None:
        return said
    start = after_residue(reading.view, start, end) if field.row else start
    number = _NUMBER_FIRST.match(reading.view, start, end)
    start = number.end() if number else start
    in_row = len(field.row) > 1
    place = _PLACE.match(reading.view, start, end) if reading.french and "location" in field.row else None
    start = place.end() if place else start
    behind = None if in_row else _NUMBER_SET_OFF.search(reading.view, start, end)
    end = behind.start() if behind else end
    code = next(codes(reading.view, start, end), None)
    last = code is not None and not re.search(r"\w", reading.view[code.span.end : end])
    set_off = last and re.search(r"[,/-]\s*$", reading.view[start : code.span.start]) if code else None
    end = code.span.start if code and (in_row or set_off) else end
    behind = (_NUMBER_LAST if in_row else _NUMBER_SET_OFF).search(reading.view, start, end)
    end = behind.start() if behind else end
    text = reading.view[start:end]
    line = _END_OF_ROW.search(text) if in_row else _END.search(text)
    kept = (text[: line.start()] if line else text).rstrip(" ,.;:_/-")
    return Span(start, start + len(kept))


@lru_cache(maxsize=8)
def superiors(reading: Reading) -> tuple[Mention, ...]:
    """The superiors that the header, the sentence that counts the peers and other sentences name, in that order."""
    field = header_superior(reading)
    said = [sentence.superior for sentence in peer_sentences(reading) if sentence.superior is not None]
    outright = [line.superior for line in upward(reading) if line.own]
    return (*([field.mention] if field else []), *said, *outright)


def begins_superior(reading: Reading, title: str) -> bool:
    """Whether words begin the superior's title and not the position's own, which they shorten as well.

    "The Area Manager" of an Area Lamp Manager is the Area Manager, North.
    """
    key, own = canonical(title), reading.subject.title
    above = any(canonical(superior.text).startswith(key) for superior in superiors(reading))
    return " " in key and above and not (own is not None and canonical(own.text).startswith(key))


def is_superior(reading: Reading, title: str) -> bool:
    """Whether a title is that of a superior of the position, in full or in short."""
    return any(may_be_one(title, superior.text) for superior in superiors(reading))
