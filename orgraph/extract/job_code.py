"""The job code: the number of the work description, which several positions may share."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._identifiers import identifiers
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF


def job_code(reading: Reading) -> Iterator[Statement]:
    """The job code: the number of the work description, which several positions may share.

    What it reads: "Job Code", "Jobbing Number", "Numéro d'emploi"; in the row of a flattened
    table, the first number after the classification.
    Example: "**Position Job Code:** 103745".
    Must not read: a position number, a decision number.
    Known misses: codes in which letters and digits take turns.
    """
    for value, place, repairs in identifiers(reading, "job_code", ("job_code", "occupation")):
        yield Statement(SELF, "job_code", value, (place,), repairs)
