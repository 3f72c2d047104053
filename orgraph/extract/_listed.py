"""The lists of the position's reports: each lead-in with its items, found once for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from orgraph.extract._bands import banded
from orgraph.extract._counts import count
from orgraph.extract._enumeration import says_post
from orgraph.extract._items import Item
from orgraph.extract._list_place import Lead
from orgraph.extract._lists import of_reports
from orgraph.extract._reading import Reading
from orgraph.extract._reports import leads
from orgraph.extract._staff import Staff
from orgraph.extract._titles import only_titles
from orgraph.model import Quantity
from orgraph.text import Span
from orgraph.titles import canonical

_STAFF_IN_BRACKETS = re.compile(
    r"\b(?:FTEs?|staff|ETP|employees|effectifs?)\b[\w ]{0,16}\s(?:in\s+(?:brackets|parenthes[ei]s)|entre\s+parenth)",
    re.I,
)
_NUMBER = re.compile(r"\s*\(([0-9OIl]{1,4})\)")


@lru_cache(maxsize=8)
def listed(reading: Reading) -> tuple[tuple[Lead, tuple[Item, ...]], ...]:
    """Every lead-in in order, with the posts and teams behind it."""
    found = [(lead, list(_items(reading, lead))) for lead in leads(reading)]
    told: dict[str, tuple[int, int]] = {}  # the list that tells most of a post, by its title
    for place, (_, items) in enumerate(found):
        for one in items:
            says = sum(part is not None for part in (one.code, one.seats, one.staff))
            key = canonical(one.mention.text)
            told[key] = max(told.get(key, (-1, 0)), (says, -place))
    return tuple(
        (lead, tuple(one for one in items if -told[canonical(one.mention.text)][1] == place))
        for place, (lead, items) in enumerate(found)
    )


def _items(reading: Reading, lead: Lead) -> Iterator[Item]:
    """The items of a list; where its lead-in says that the brackets hold staff, no number there is one of seats.

    So it is where it counts as many posts as the list has items: "four Directors: Director, Nets (21); ...".
    """
    items = banded(reading, list(of_reports(reading, lead.start, lead.stop)))
    items = [one for one in items if not lead.strict or _is_post(reading, one)]
    in_brackets, counted = _STAFF_IN_BRACKETS.search(reading.view, *lead.span), _counts(reading, lead, len(items))
    for item in items:
        holds_staff = in_brackets or (counted and not item.plural)
        if holds_staff and item.seats is not None and item.staff is None:
            place = Span(*bracket.span(1)) if (bracket := _NUMBER.match(reading.view, item.span.end)) else item.span
            people = replace(item.seats.quantity, measure="fte", step=Decimal(1))
            yield item._replace(seats=None, staff=Staff(people, place, item.seats.repairs))
        else:
            yield item


def _counts(reading: Reading, lead: Lead, items: int) -> bool:
    """Whether a lead-in says that its list has so many items, more than one."""
    found = count(reading.view, *lead.what, repair=reading.repair) if items > 1 else None
    return found is not None and isinstance(found[0], Quantity) and found[0].low == found[0].high == items


def _is_post(reading: Reading, item: Item) -> bool:
    """Whether an item is a post where duties may be listed, too: "writes to the clerks" holds a noun of posts."""
    return says_post(item) and (item.code is not None or reading.french or only_titles(item.mention.text))


def is_listed(reading: Reading, title: str) -> bool:
    """Whether a list names a post, in its singular or plural: a sentence about it tells of no second one."""
    key = _singular(title)
    return any(_singular(item.mention.text) == key for _, items in listed(reading) for item in items)


def _singular(title: str) -> list[str]:
    return [word.rstrip("s") for word in canonical(title).split()]
