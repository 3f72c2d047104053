"""The posts and teams of a unit: what is listed as reporting to the position that heads it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._dimensions import heads
from orgraph.extract._listed import listed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._units import header_units
from orgraph.text import Span


def unit_members(reading: Reading) -> Iterator[Statement]:
    """The posts and teams of a unit: what is listed as reporting to the position that heads it.

    What it reads: the list of what reports to the position, where its title says that it heads the innermost unit
    of the header: a post of the list is in that unit, a team is part of it. No sentence says so, therefore the
    claims are inferred, and give way to what the post's own description states.
    Example: "**Position Title:** Director, Engagement", "**Organization:** Engagement Division", and "Reporting to
    the Director are three teams: Outreach Team (8 FTEs)".
    Must not read: a list under a position that heads no unit of the header.
    Known misses: lists of teams that the text gives to the unit and not to its head.
    """
    units = header_units(reading)
    if not units or not heads(reading, units[-1].mention):
        return
    own = units[-1].mention
    for _, items in listed(reading):
        for item in items:
            predicate = "part_of" if item.mention.kind == "unit" else "in_unit"
            yield Statement(item.mention, predicate, own, (item.span, Span(own.start, own.end)), inferred=True)
