"""The units of the header: the position's own unit, what contains it, and the kind of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._units import header_units
from orgraph.model import Text
from orgraph.text import Span, squeeze


def units(reading: Reading) -> Iterator[Statement]:
    """The units of the header: the position's own unit, what contains it, and the kind of each.

    What it reads: the fields Department, Sector, Branch, Directorate, Division, Organization, Team.
    The innermost unit is the position's; each is part of the next one out, which the order of the
    fields implies, so that line is inferred.
    Example: "**Organization:** Engagement Division", "**Branch:** Digital Service".
    Must not read: a label without a value; a row of a flattened table that holds several units.
    Known misses: units that only the prose names.
    """
    found = header_units(reading)
    for unit in found:
        place = (Span(unit.mention.start, unit.mention.end),)
        yield Statement(unit.mention, "unit_name", Text(text=squeeze(unit.mention.text)), place)
        if unit.kind is not None:
            yield Statement(unit.mention, "unit_kind", Text(text=unit.kind), place)
    for outer, inner in pairwise(found):
        places = (Span(inner.mention.start, inner.mention.end), Span(outer.mention.start, outer.mention.end))
        yield Statement(inner.mention, "part_of", outer.mention, places, inferred=True)
    if found:
        own = found[-1].mention
        yield Statement(SELF, "in_unit", own, (Span(own.start, own.end),))
