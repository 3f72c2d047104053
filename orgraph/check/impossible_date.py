"""A date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import Date, Finding
from orgraph.rules import check


@check("ORG319", "warning")
def impossible_date(facts: Facts) -> Iterator[Finding]:
    """An effective date is not a day of the calendar.

    What it finds:
        A date with a month above 12, or a day that its month has not.

    Why it matters:
        The order of two versions of a description hangs on this date.

    Example:
        "Effective date: February 30, 2019"

    What to do:
        Correct the date in the source; day and month are often swapped.

    Known misses:
        A wrong date that is possible, and dates in years to come: no clock is read.

    Source:
        ISO 8601 calendar dates.
    """
    for node, claims in facts.positions_with("effective_date"):
        for bound in claims:
            value = bound.claim.value
            if isinstance(value, Date) and not _exists(value.iso):
                message = f"{facts.label(node)}: there is no {brief(value.iso)}"
                yield finding(impossible_date, "fail", node, message, [bound])


def _exists(iso: str) -> bool:
    """Whether a year, a month of a year or a day is one of the calendar.

    >>> _exists("2019-02"), _exists("2019-02-30")
    (True, False)
    """
    try:
        date.fromisoformat(f"{iso}{'-01-01'[len(iso) - 4 :]}" if len(iso) in (4, 7) else iso)
    except ValueError:
        return False
    return True
