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

_DEFINED = re.compile(r"\((?P<acronym>[A-Z]{2,6})\)")
_WORD = re.compile(r"[^\s()]+")
_POSSESSIVE = re.compile(r"(?:['’]\u2060*| )s\Z")  # "the Service’s (CDS) mandate"; scans lose the apostrophe
_REACH = 120  # characters before an acronym that can hold the name


def acronyms(reading: Reading) -> Iterator[Statement]:
    """Acronyms that the text defines for the position, for its superior and for the units of the header.

    What it reads: a name with its acronym in brackets behind it, "Director, Engagement (D/E)",
    "Chief Executive Officer (CEO)", "Canadian Digital Service (CDS)", "the Service's (CDS) mandate".
    Example: "the Chief Executive Officer (CEO)".
    Must not read: an acronym of anything else ("Core Public Service (CPS)"), a classification.
    Known misses: an acronym used and never defined.
    """
    for acronym in reading.subject.acronyms:
        yield Statement(SELF, "acronym", Text(text=acronym.text), (acronym.span,))
    known = {squeeze(unit.mention.text).casefold(): unit.mention for unit in header_units(reading)}
    own = {name.text for name in reading.subject.acronyms}
    for match in _DEFINED.finditer(reading.view):
        name = _name_before(reading.view, match.start(), match["acronym"])
        bearer = None if match["acronym"] in own else known.get(name.casefold()) or _bearer(reading, name)
        if bearer is not None:
            yield Statement(bearer, "acronym", Text(text=match["acronym"]), (Span(*match.span("acronym")),))


def _name_before(view: str, end: int, acronym: str) -> str:
    """The last words before a bracket whose capitals spell the acronym; empty where none do."""
    words = _WORD.findall(_POSSESSIVE.sub("", view[max(0, end - _REACH) : end].rstrip()))
    for count in range(1, min(len(words), 3 * len(acronym)) + 1):
        name = " ".join(words[-count:]).strip(" ,;:*_")
        if initials(name) == acronym and len(name) > len(acronym) + 1:
            return name
    return ""


def _bearer(reading: Reading, name: str) -> Mention | None:
    """The position that a title stands for: the subject by its rank, or its superior."""
    title = reading.subject.title
    if title is not None and canonical(name) == rank(title.text):
        return SELF
    return next((m for m in superiors(reading) if canonical(name) in (canonical(m.text), rank(m.text))), None)
