"""The unit that the position heads, where its title and its own unit name the same field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._lexicon import table
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._units import header_units
from orgraph.text import Span
from orgraph.titles import canonical, rank

_KIND_WORDS: Final = frozenset(word for words in table("units").values() for word in words)
_LEADS = re.compile(r"^(?:senior |associate |executive |assistant |deputy |regional )*(?:director|manager|chief|head|directeur|gestionnaire|chef|president|commissioner)")


def heads_unit(reading: Reading) -> Iterator[Statement]:
    """The unit that the position heads, where its title and its own unit name the same field.

    What it reads: a leading title whose field is the name of the innermost unit of the header,
    the word for its kind apart: "Director, Engagement" of the "Engagement Division". No sentence
    says so, therefore the claim is inferred.
    Example: "**Position Title:** Director, Engagement", "**Organization:** Engagement Division".
    Must not read: an advisor in a unit of the same field.
    Known misses: units whose head has another name for its field.
    """
    units = header_units(reading)
    title = reading.subject.title
    if title is None or not units or not _LEADS.match(rank(title.text)):
        return
    unit = units[-1].mention
    if _field(canonical(title.text), rank(title.text)) == _field(canonical(unit.text), ""):
        yield Statement(SELF, "heads_unit", unit, (Span(unit.start, unit.end), title.span), inferred=True)


def _field(key: str, rank_of_title: str) -> list[str]:
    words = key.removeprefix(rank_of_title).split()
    return [word for word in words if word not in _KIND_WORDS]
