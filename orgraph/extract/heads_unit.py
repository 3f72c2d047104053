"""The unit that the position heads, where its title and its own unit name the same field."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._dimensions import heads
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._units import header_units
from orgraph.text import Span


def heads_unit(reading: Reading) -> Iterator[Statement]:
    """The unit that the position heads, where its title and its own unit name the same field.

    What it reads: a leading title whose field is the name of the innermost unit of the header, the
    word for its kind apart: "Director, Engagement" of the "Engagement Division". No sentence
    says so, therefore the claim is inferred.
    Example: "**Position Title:** Director, Engagement", "**Organization:** Engagement Division".
    Must not read: an advisor in a unit of the same field.
    Known misses: units whose head has another name for its field.
    """
    units = header_units(reading)
    title = reading.subject.title
    if title is not None and units and heads(reading, units[-1].mention):
        unit = units[-1].mention
        yield Statement(SELF, "heads_unit", unit, (Span(unit.start, unit.end), title.span), inferred=True)
