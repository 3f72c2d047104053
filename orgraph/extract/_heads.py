"""The units of the header that superiors head, by the field of their titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from orgraph.extract._dimensions import heads, leads
from orgraph.extract._reading import Reading
from orgraph.extract._superior import superiors
from orgraph.extract._units import HeaderUnit, header_units
from orgraph.model import Mention
from orgraph.titles import field, initials, rank

# What stands behind a superior's title where several have it: ", for the region (e.g. the North)".
_ONE_OF_SEVERAL = re.compile(
    r",?\s+(?:for|in|of)\s+(?:the|each|its|his|her|their|a)\s+(?:region|province|district|area|zone)"
)
_LARGE = frozenset(("branch", "sector", "region", "department"))
_SMALL_RANK = re.compile(r"(?:.* )?(?:manager|supervisor|chef|gestionnaire|coordinator)$")


class Headed(NamedTuple):
    """A unit of the header with the superiors whose titles name it, in order; `alone`: no other has the title."""

    unit: HeaderUnit
    superiors: tuple[Mention, ...]
    alone: bool


@lru_cache(maxsize=8)
def headed(reading: Reading) -> tuple[Headed, ...]:
    """The units of the header that superiors head, not the one that the position heads itself."""
    units = header_units(reading)
    if reading.subject.title is not None and units and heads(reading, units[-1].mention):
        units = units[:-1]
    found = []
    for unit in units:
        fits = tuple(superior for superior in superiors(reading) if _fits(superior, unit))
        if fits:
            several = any(_ONE_OF_SEVERAL.match(reading.view, superior.end) for superior in fits)
            found.append(Headed(unit, fits, not several))
    return tuple(found)


def headed_by(reading: Reading, superior: Mention | None) -> HeaderUnit | None:
    """The unit of the header that a superior heads."""
    return next((found.unit for found in headed(reading) if found.alone and superior in found.superiors), None)


def _fits(superior: Mention, unit: HeaderUnit) -> bool:
    """Whether a superior's title names a field, it is that of the unit, and the rank is high enough for its kind."""
    of = field(superior.text)
    if not of or (unit.kind in _LARGE and _SMALL_RANK.match(rank(superior.text))):
        return False
    short = of.isupper() and len(of) > 1 and of == initials(unit.mention.text)  # "CEO, CDS"
    return leads(superior.text, of if short else unit.mention.text)
