"""The lists of the position's reports: each lead-in with its items, found once for all rules."""

from __future__ import annotations

from functools import lru_cache

from orgraph.extract._items import Item
from orgraph.extract._lists import of_reports
from orgraph.extract._reading import Reading
from orgraph.extract._reports import Lead, leads
from orgraph.titles import canonical


@lru_cache(maxsize=8)
def listed(reading: Reading) -> tuple[tuple[Lead, tuple[Item, ...]], ...]:
    """Every lead-in in order, with the posts and teams behind it."""
    return tuple((lead, tuple(of_reports(reading, lead.start, lead.stop))) for lead in leads(reading))


def is_listed(reading: Reading, title: str) -> bool:
    """Whether a list names a post, in its singular or plural: a sentence about it tells of no second one."""
    key = _singular(title)
    return any(_singular(item.mention.text) == key for _, items in listed(reading) for item in items)


def _singular(title: str) -> list[str]:
    return [word.rstrip("s") for word in canonical(title).split()]
