"""Acronyms that the text defines for the position, for its superior and for the units of the header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._titles import is_title, title_at
from orgraph.extract._units import header_units
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze
from orgraph.titles import initials

_DEFINED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w&'/-]{1,30}(?:\s+(?:of|for|the|and|&|[A-ZÀ-Þ][\w&'/-]{1,30})){1,6})\s*\((?P<acronym>[A-Z]{2,6})\)")


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
        unit = known.get(name.casefold())
        start = match.end("name") - len(name)
        place = Span(*match.span("acronym"))
        if unit is not None:
            yield Statement(unit, "acronym", Text(text=acronym), (place,))
        elif is_title(name) and title_at(reading.view, start, match.end("name")) is not None:
            mention = Mention(kind="position", text=name, start=start, end=match.end("name"))
            yield Statement(mention, "acronym", Text(text=acronym), (place,))


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the capitals of the last words spell the acronym."""
    return initials(name).endswith(acronym)


def _tail(name: str, acronym: str) -> str:
    """The last words of a name that the acronym abbreviates, small words between them included."""
    words = name.split()
    while len(words) > 1 and initials(" ".join(words[1:])).endswith(acronym):
        words = words[1:]
    return " ".join(words)
