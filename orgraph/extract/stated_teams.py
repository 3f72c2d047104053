"""The stated number of teams, sections or divisions that a unit of the header is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from orgraph.extract._counts import count
from orgraph.extract._lexicon import alternation, table
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._units import header_units
from orgraph.model import Mention, Quantity
from orgraph.text import Span, squeeze
from orgraph.titles import canonical, core

_KINDS: Final = {word: kind for kind, words in table("units").items() for word in words}
_MADE_OF: Final = re.compile(
    r"\b(?:is\s+(?:currently\s+)?(?:comprised|composed|made\s+up)\s+of|comprises|consists\s+of"
    r"|is\s+(?:divided|organi[sz]ed)\s+into|(?:est|se)\s+compos[ée ]{1,2}e?\s+de|comprend|compte)\s+"
    rf"(?P<number>(?:{WORD}|{NUMBER})(?:\s?\(\s?{NUMBER}\s?\))?)\s+(?:[a-zà-ÿ-]+\s+){{0,2}}?"
    rf"(?P<noun>{alternation(word for word in _KINDS if word[-1] in 'sx')})\b",
    re.I,
)
_NAME: Final = re.compile(
    r"(?:\b(?:The|This|Our|La|Le|L')\s*)(?P<name>[^.;:,()\n]{2,80}?)\s*(?:\([A-Z]{2,6}\))?\s*\Z", re.I
)
_REACH: Final = 120  # characters before the verb that can hold the name
_CUES: Final = ("comprise", "compose", "made up", "consists", "divided", "organi", "compos", "comprend", "compte")


def stated_teams(reading: Reading) -> Iterator[Statement]:
    """The stated number of teams, sections or divisions that a unit of the header is made of.

    What it reads: a unit of the header by its name, or by its kind where the header has one of that kind, then
    "is comprised of", "consists of", "is divided into" and a number of units.
    Example: "**Directorate:** Tides" and "The Tides Directorate is comprised of five teams, each for a harbour."
    Must not read: "The committee consists of five divisions", a unit of no header, "comprises five people".
    Known misses: a number behind the names ("A, B and C, three teams in all").
    """
    for match in reading.matches(_MADE_OF, _CUES, 40, 160):
        before = reading.view[max(0, match.start() - _REACH) : match.start()]
        name = _NAME.search(before)
        unit = _unit(reading, squeeze(name["name"])) if name else None
        found = count(reading.view, *match.span("number"), repair=reading.repair)
        if unit is not None and found is not None and isinstance(found[0], Quantity):
            number = replace(found[0], label=match["noun"].lower())
            yield Statement(unit, "stated_teams", number, (found[1], Span(*match.span())), found[2])


def _unit(reading: Reading, name: str) -> Mention | None:
    """The unit of the header that a name, or a kind alone, stands for."""
    units = header_units(reading)
    named = [unit.mention for unit in units if core(canonical(unit.mention.text))[0] == core(canonical(name))[0]]
    alike = [unit.mention for unit in units if unit.kind == _KINDS.get(name.casefold(), "")]
    return named[0] if named else alike[0] if len(alike) == 1 else None
