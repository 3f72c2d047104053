"""The code of the national occupational classification, from its header field."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._identifiers import identifiers
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF


def occupation(reading: Reading) -> Iterator[Statement]:
    """The code of the national occupational classification, from its header field.

    What it reads: "NOC", "National Occupation Code", "Code national des professions".
    Example: "**NOC Code:** 0411".
    Must not read: a position number; and it never fills in a digit that is not printed.
    Known misses: a code inside running prose.
    """
    for value, place, repairs in identifiers(reading, "occupation", ("job_code", "occupation")):
        yield Statement(SELF, "occupation", value, (place,), repairs)
