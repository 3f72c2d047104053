"""A title that a scan has broken over two columns: one part stands behind its label, the other by a number's."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from orgraph.extract._fields import Field
from orgraph.extract._lexicon import alternation, table
from orgraph.extract._titles import STARTS
from orgraph.text import Span

_NUMBERS: Final = frozenset(("position_number", "supervisor_number", "job_code"))
_LEFT_OPEN = re.compile(rf"(?:,|&|\s(?:{alternation(table('titles')['connectors'])}))\s*$")
_NUMBER = re.compile(r"\b[0-9OIl]{3,9}\b[.,;]?")
_LONGEST = 60


class Rest(NamedTuple):
    """The end of a broken title and where it stands."""

    text: str
    span: Span


def rest(view: str, fields: tuple[Field, ...], field: Field) -> Rest | None:
    """What ends a title that breaks off ("Director General,"), where the next field is a number's and holds words."""
    place = fields.index(field) + 1
    if place == len(fields) or fields[place].name not in _NUMBERS or not _LEFT_OPEN.search(_printed(view, field)):
        return None
    after = fields[place]
    number = _NUMBER.search(after.value)
    pieces = [(0, number.start()), (number.end(), len(after.value))] if number else [(0, len(after.value))]
    words = [(a, b) for a, b in pieces if re.search(r"[A-Za-zÀ-ÿ]{2}", after.value[a:b])]
    if len(words) != 1 or re.search(r"\d", after.value[slice(*words[0])]) or words[0][1] - words[0][0] > _LONGEST:
        return None
    text = after.value[slice(*words[0])]
    start = after.span.start + words[0][0] + len(text) - len(text.lstrip())
    return Rest(text.strip(), Span(start, start + len(text.strip())))


def beginning(view: str, fields: tuple[Field, ...], field: Field) -> Rest | None:
    """What begins a superior's title whose end alone stands behind its label: a title behind the number before it."""
    place = fields.index(field) - 1
    before = fields[place] if place >= 0 else None
    number = _NUMBER.search(before.value) if before is not None and before.name == "supervisor_number" else None
    title = STARTS.search(view, before.span.start + number.end(), before.span.end) if before and number else None
    if before is None or title is None or before.span.end - title.start() > _LONGEST:
        return None
    text = view[title.start() : before.span.end].rstrip(" ._")
    return Rest(text, Span(title.start(), title.start() + len(text)))


def _printed(view: str, field: Field) -> str:
    """The value with the comma that stands behind it; not its white space, which a lost connector leaves, too."""
    return view[field.span.start : field.span.end + 1].rstrip()
