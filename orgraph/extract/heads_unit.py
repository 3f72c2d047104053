"""The unit that the position or its superior heads, where the title and the name of the unit have the same field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._dimensions import heads, leads
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import superiors
from orgraph.extract._units import HeaderUnit, header_units
from orgraph.model import Mention
from orgraph.text import Span
from orgraph.titles import field, rank

# What stands behind a superior's title where several have it: ", for the region (e.g. the North)".
_ONE_OF_SEVERAL = re.compile(
    r",?\s+(?:for|in|of)\s+(?:the|each|its|his|her|their|a)\s+(?:region|province|district|area|zone)"
)
_LARGE = frozenset(("branch", "sector", "region", "department"))
_SMALL_RANK = re.compile(r"(?:.* )?(?:manager|supervisor|chef|gestionnaire|coordinator)$")


def heads_unit(reading: Reading) -> Iterator[Statement]:
    """The unit that the position or its superior heads, where the title and the name of the unit have the same field.

    What it reads: a leading title whose field is the name of the innermost unit of the header, the
    word for its kind apart: "Director, Engagement" of the "Engagement Division"; and a superior's
    whose field is the name of a unit of the header that the position does not head. The superior is in that
    unit. No sentence says so, therefore the claims are inferred.
    Example: "**Position Title:** Director, Engagement", "**Organization:** Engagement Division".
    Must not read: an advisor in a unit of the same field; a manager as the head of a branch; one of several
    superiors of that title, each for a region, as the head.
    Known misses: units whose head has another name for its field.
    """
    units = header_units(reading)
    title = reading.subject.title
    own = units[-1].mention if title is not None and units and heads(reading, units[-1].mention) else None
    if title is not None and own is not None:
        yield Statement(SELF, "heads_unit", own, (Span(own.start, own.end), title.span), inferred=True)
    found: dict[HeaderUnit, Mention] = {}
    several: set[HeaderUnit] = set()
    for superior in superiors(reading):
        for unit in (unit for unit in units if unit.mention != own and _fits(superior, unit)):
            found.setdefault(unit, superior)
            if _ONE_OF_SEVERAL.match(reading.view, superior.end):
                several.add(unit)
    for unit, superior in found.items():
        places = (Span(superior.start, superior.end), Span(unit.mention.start, unit.mention.end))
        yield Statement(superior, "in_unit", unit.mention, places, inferred=True)
        if unit not in several:
            yield Statement(superior, "heads_unit", unit.mention, places, inferred=True)


def _fits(superior: Mention, unit: HeaderUnit) -> bool:
    """Whether a superior's title names a field, it is that of the unit, and the rank is high enough for its kind."""
    small = unit.kind in _LARGE and _SMALL_RANK.match(rank(superior.text))
    return bool(field(superior.text)) and leads(superior.text, unit.mention.text) and not small
