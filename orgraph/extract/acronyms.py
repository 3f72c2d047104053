"""Acronyms that the text defines for the position, for its superior and for the units of the header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import superiors
from orgraph.extract._units import header_units
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze
from orgraph.titles import canonical, initials, rank

_DEFINED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w&'/-]{1,30}(?:\s+(?:of|for|the|and|&|[A-ZÀ-Þ][\w&'/-]{1,30})){1,6})\s*\((?P<acronym>[A-Z]{2,6})\)"
)


def acronyms(reading: Reading) -> Iterator[Statement]:
    """Acronyms that the text defines for the position, for its superior and for the units of the header.

    What it reads: a name with its acronym in brackets behind it, "Director, Engagement (D/E)",
    "Chief Executive Officer (CEO)", "Canadian Digital Service (CDS)".
    Must not read: an acronym of anything else ("Core Public Service (CPS)"), a classification.
    Known misses: an acronym used and never defined.
    """
    for name in reading.subject.acronyms:
        yield Statement(SELF, "acronym", Text(text=name.text), (name.span,))
    known = {squeeze(unit.mention.text).casefold(): unit.mention for unit in header_units(reading)}
    own = {name.text for name in reading.subject.acronyms}
    for match in _DEFINED.finditer(reading.view):
        name, acronym = squeeze(match["name"]), match["acronym"]
        if acronym in own or not _stands_for(acronym, name):
            continue
        name = _tail(name, acronym)
        bearer = known.get(name.casefold()) or _bearer(reading, name)
        if bearer is not None:
            yield Statement(bearer, "acronym", Text(text=acronym), (Span(*match.span("acronym")),))


def _bearer(reading: Reading, name: str) -> Mention | None:
    """The position that a title stands for: the subject by its rank, or its superior."""
    title = reading.subject.title
    if title is not None and canonical(name) == rank(title.text):
        return SELF
    return next((m for m in superiors(reading) if canonical(name) in (canonical(m.text), rank(m.text))), None)


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the capitals of the last words spell the acronym."""
    return initials(name).endswith(acronym)


def _tail(name: str, acronym: str) -> str:
    """The last words of a name that the acronym abbreviates, small words between them included."""
    words = name.split()
    while len(words) > 1 and initials(" ".join(words[1:])).endswith(acronym):
        words = words[1:]
    return " ".join(words)
