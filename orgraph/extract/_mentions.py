"""A superior where the text names it: its mention without brackets, and the classification in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._codes import codes
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._titles import title_at
from orgraph.model import Mention
from orgraph.text import Span, squeeze
from orgraph.titles import initials

_BRACKET = re.compile(r"\s*\(([^()]{1,24})\)")
_LONGEST = 260  # characters that a superior's title may take


def superior_at(reading: Reading, start: int) -> Mention | None:
    """The superior whose title starts at an offset; None where no title starts there."""
    span = title_at(reading.view, start, min(len(reading.view), start + _LONGEST), french=reading.french)
    return None if span is None else superior_in(reading, span)


def superior_in(reading: Reading, span: Span) -> Mention:
    """The superior whose title fills a span, its acronym and its classification left out of the text."""
    text = squeeze(reading.view[slice(*span)])
    plain = _BRACKET.sub(lambda m: "" if _says_no_field(text[: m.start()], m[1]) else m[0], text)
    plain = re.sub(r",(?:\s*,)+", ",", plain).strip(" ,;:.")
    return Mention(kind="position", text=plain, start=span.start, end=span.end)


def classified(reading: Reading, superior: Mention) -> Iterator[Statement]:
    """The classification that stands in brackets inside or right behind a superior's title."""
    behind = _BRACKET.match(reading.view, superior.end)
    for code in codes(reading.view, superior.start, behind.end() if behind else superior.end, repair=reading.repair):
        yield Statement(superior, "classification", code.value, (code.span,), (code.repair,) if code.repair else ())
        return


def _says_no_field(before: str, inside: str) -> bool:
    """Whether a bracket holds a classification or the initials of what it follows, and no part of the title."""
    return any(True for _ in codes(inside, 0, len(inside))) or (inside.isupper() and inside == initials(before))
