"""Whether a sentence is about the position: it begins with its title, its acronym, or words that stand for it."""

from __future__ import annotations

import re
from itertools import islice

from orgraph.extract._plurals import singular
from orgraph.extract._reading import Reading
from orgraph.extract._sentences import sentence_start
from orgraph.extract._subject import OPENING, STAND_IN
from orgraph.extract._titles import title_at
from orgraph.text import squeeze

_ARTICLE = re.compile(r"(?:The|Our|This|Le\s+ou\s+la|La\s+ou\s+le|Le|La|L'|Each)\s*,?\s*", re.I)


# What makes another rank of a French noun: "directeur" and "directeur général".
_RANKED = re.compile(
    r"\s(?:g[ée ]{1,2}n|adjoint|principa|ex[ée ]{1,2}cuti|r[ée ]{1,2}giona|d[ée ]{1,2}l|associ|sup[ée ]{1,2}r|ou\b)"
)
_LONGEST_RANK = 8  # words of a French rank in both genders


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
    said = re.sub(r"'s$", "", squeeze(view[slice(*span)])) if span else ""
    own = reading.subject.is_self(said) or reading.subject.is_self(singular(said))
    return span.end if span and own else None


def begins_with_position(reading: Reading, start: int) -> bool:
    """Whether a clause begins with the position, whatever verb follows; a French title has no mark before its verb."""
    view = reading.view
    if subject_end(reading, start, min(len(view), start + 300)) is not None:
        return True
    article = _ARTICLE.match(view, start)
    begin = article.end() if article else start
    words = islice(re.finditer(r"[^\s,.;:]+", view[begin : begin + 160]), _LONGEST_RANK)
    ends = [begin + word.end() for word in words] if reading.french else []
    return any(reading.subject.is_self(view[begin:end]) and not _RANKED.match(view, end) for end in ends)
