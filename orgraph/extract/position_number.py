"""The number of the position, and of its superior's, from their header fields."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._identifiers import before_title, identifiers
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import header_superior


def position_number(reading: Reading) -> Iterator[Statement]:
    """The number of the position, and of its superior's, from their header fields.

    What it reads: "Position Number", "Pos. No.", "Numéro du poste"; a superior's number in its
    own field or before the title ("Supervisor: 1848, Director General"). TBD is kept as no value.
    Example: "**Position Number:** 104211".
    Must not read: a job code, a NOC code, a page number, a date.
    Known misses: several numbers for one description give the first only.
    """
    own = list(identifiers(reading, "position_number", ())) or list(before_title(reading))
    for value, place, repairs in own:
        yield Statement(SELF, "position_number", value, (place,), repairs)
    superior = header_superior(reading)
    if superior is not None:
        for value, place, repairs in (*identifiers(reading, "supervisor_number", ()), *superior.numbers):
            yield Statement(superior.mention, "position_number", value, (place,), repairs)
