"""The posts and teams that the text lists as reporting to the position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._counts import count
from orgraph.extract._items import statements
from orgraph.extract._list_place import Lead
from orgraph.extract._listed import listed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.model import Quantity

_FUNCTIONALLY = re.compile(r"\breport(?:s|ing)?\b[^;]{0,200}\bfunctionally\s+to\b|\bdotted[- ]line\b", re.I)

_IN_ADDITION = re.compile(r"\bIn\s+addition\b")  # a scan may lose the full stop before it
_REACH = 400  # characters of what an item says of itself


def reports_listed(reading: Reading) -> Iterator[Statement]:
    """The posts and teams that the text lists as reporting to the position.

    What it reads: the list after "Reporting to the X are", "The following positions report to the X" (or are
    answerable to it, supervised by it, under its authority), "Direct reports (5)", "Subordinates", "has five direct
    reports", "supervises five managers:", "has three teams, each with a lead:", "is supported by:", "has the
    following staff:", "The Director's team consists of:", "The Division is organized into:" (the kind of unit that
    its rank leads, or the last word of the name of the unit that it heads), "Relèvent du X", "Sont placés sous
    l'autorité du X", "dirige les chefs suivants :", "encadre une équipe de 20 employés, dont :": the rows of a
    table, bullets (not those under a bullet), run-on headings, with or without a mark between them, or a sentence;
    with the number that the lead-in states, and each item's classification, seats and staff, in its heading or at
    the end of its duties; a bare number in brackets is staff where the lead-in counts as many posts as it lists. A
    post is known by its noun, its level or its number; "23 audit staff" is a team of that size.
    Example: "Reporting to the Director are three teams: Outreach Team (8 FTEs): works to reach ..."
    Must not read: lists under another superior, also where they follow the position's own, or of what another post
    has; an item that itself says it reports elsewhere and here functionally is a functional line.
    Known misses: reports that prose describes without listing them; staff that a lead-in gives to each of them.
    """
    for lead, items in listed(reading):
        yield from _stated(reading, lead)
        starts = [found.span.start for found in items[1:]]
        for found, following in zip(items, [*starts, len(reading.view)], strict=False):
            stop = sentence_end(reading.view, found.mention.end, min(following, found.mention.end + _REACH))
            addition = _IN_ADDITION.search(reading.view, found.mention.end, stop)
            stop = addition.start() if addition else stop
            functional = _FUNCTIONALLY.search(reading.view, found.mention.end, stop)
            predicate = "functional_line_to" if functional else "reports_to"
            yield from statements(found, lead.span, SELF, predicate)


def _stated(reading: Reading, lead: Lead) -> Iterator[Statement]:
    found = count(reading.view, *lead.what, repair=reading.repair)
    if found is not None and isinstance(found[0], Quantity):
        value, place, repairs = found
        yield Statement(SELF, "stated_reports", value, (place, lead.span), repairs)
