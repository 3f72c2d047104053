"""Whether a sentence is about the position: it begins with its title, its acronym, or words that stand for it."""

from __future__ import annotations

import re

from orgraph.extract._reading import Reading
from orgraph.extract._sentences import sentence_start
from orgraph.extract._subject import OPENING, STAND_IN
from orgraph.extract._titles import title_at
from orgraph.text import squeeze

_ARTICLE = re.compile(r"(?:The|Our|This|Le\s+ou\s+la|La\s+ou\s+le|Le|La|L'|Each)\s*,?\s*", re.I)


def clause_start(reading: Reading, position: int) -> int:
    """Where the sentence around a place starts, within its section."""
    return max(sentence_start(reading.view, position), reading.body_start(position))


def subject_end(reading: Reading, start: int, verb: int) -> int | None:
    """Where the name of the position ends that a sentence starts with; None where it starts with another."""
    view = reading.view
    opening = OPENING.match(view, start, verb)
    start = opening.end() if opening else start
    article = _ARTICLE.match(view, start, verb)
    begin = article.end() if article else start
    stand_in = STAND_IN.match(view, start, verb)
    own = stand_in.end() if stand_in else reading.subject.end_at(view, begin)
    if own is not None:
        return own
    span = title_at(view, begin, verb, french=reading.french)
    said = squeeze(view[slice(*span)]) if span else ""
    own = reading.subject.is_self(said) or reading.subject.is_self(re.sub(r"s$", "", said))
    return span.end if span and own else None
