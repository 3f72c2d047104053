"""The effective date, from its header field only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._dates import date
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Unstated

_TO_BE_DETERMINED = re.compile(r"^\W*(?:TBD|TBC|to be determined|à déterminer)\b", re.I)


def effective_date(reading: Reading) -> Iterator[Statement]:
    """The effective date, from its header field only.

    What it reads: "Effective Date", "Date", "Date d'entrée en vigueur"; month names in English and
    French, ISO, month or year alone, digits of which only one can be the month; look-alikes are
    repaired on record.
    Example: "**Effective Date:** April 18, 2020".
    Must not read: TBD as a date; the date of a page footer, a posting or a signature.
    Known misses: day and month in digits up to twelve ("07/01/2012"), because their order is not said.
    """
    for field in reading.fields:
        if field.name != "effective_date" or not field.value or reading.view[slice(*field.label)] == "date":
            continue  # "date:" is the key of an event in the data above a page
        if _TO_BE_DETERMINED.match(field.value):
            yield Statement(SELF, "effective_date", Unstated(reason="tbd", text=field.value[:20]), (field.span,))
            return
        found = date(reading.view, *field.span, repair=reading.repair)
        if found is not None:
            value, place, repairs = found
            yield Statement(SELF, "effective_date", value, (place,), repairs)
            return
