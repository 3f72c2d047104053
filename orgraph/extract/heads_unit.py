"""The unit that the position or its superior heads, where the title and the name of the unit have the same field."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._dimensions import heads
from orgraph.extract._heads import headed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._units import header_units
from orgraph.text import Span


def heads_unit(reading: Reading) -> Iterator[Statement]:
    """The unit that the position or its superior heads, where the title and the name of the unit have the same field.

    What it reads: a leading title whose field is the name of the innermost unit of the header, the
    word for its kind apart: "Director, Engagement" of the "Engagement Division"; and a superior's
    whose field is the name of a unit of the header, or its initials, that the position does not head. The superior
    is in that unit. No sentence says so, therefore the claims are inferred.
    Example: "**Position Title:** Director, Engagement", "**Organization:** Engagement Division".
    Must not read: an advisor in a unit of the same field; a manager as the head of a branch; one of several
    superiors of that title, each for a region, as the head.
    Known misses: units whose head has another name for its field.
    """
    units = header_units(reading)
    title = reading.subject.title
    if title is not None and units and heads(reading, units[-1].mention):
        own = units[-1].mention
        yield Statement(SELF, "heads_unit", own, (Span(own.start, own.end), title.span), inferred=True)
    for found in headed(reading):
        superior, unit = found.superiors[0], found.unit.mention
        places = (Span(superior.start, superior.end), Span(unit.start, unit.end))
        yield Statement(superior, "in_unit", unit, places, inferred=True)
        if found.alone:
            yield Statement(superior, "heads_unit", unit, places, inferred=True)
