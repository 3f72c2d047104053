"""The superior that the header names: its mention, and a number that stands before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from orgraph.extract._codes import codes
from orgraph.extract._fields import Field
from orgraph.extract._identifiers import Found, numbers_in
from orgraph.extract._reading import Reading
from orgraph.extract._titles import is_title
from orgraph.model import Mention
from orgraph.text import Span, squeeze


class Superior(NamedTuple):
    """The superior of the header."""

    mention: Mention
    span: Span
    numbers: tuple[Found, ...]


_NUMBER_FIRST = re.compile(r"\s*(?:[0-9OIl]{2,9}\s*[,:;-]?\s+)")
_PLACEHOLDER = re.compile(r"^(?:TBD|N/?A|NEW|NONE)\b", re.I)


def header_superior(reading: Reading) -> Superior | None:
    """The superior of the header, None where it names none or the value is no title."""
    field = next((f for f in reading.fields if f.name == "supervisor" and f.value), None)
    if field is None or _PLACEHOLDER.match(field.value):
        return None
    span = _title_span(reading, field)
    text = squeeze(reading.view[span.start : span.end]).strip(" .,;:")
    if not is_title(text):
        return None
    mention = Mention(kind="position", text=text, start=span.start, end=span.end)
    numbers = tuple(numbers_in(reading, Span(field.span.start, span.start)))
    return Superior(mention, span, numbers)


def _title_span(reading: Reading, field: Field) -> Span:
    """The value without a number before it and a classification behind it."""
    start, end = field.span
    number = _NUMBER_FIRST.match(reading.view, start, end)
    start = number.end() if number else start
    code = next(codes(reading.view, start, end), None)
    end = code.span.start if code and len(field.row) > 1 else end
    text = reading.view[start:end]
    line = re.search(r"\n|\s\|\s|\.\s", text)
    kept = (text[: line.start()] if line else text).rstrip(" ,.;:_-")
    return Span(start, start + len(kept))
