"""One plural rank before several fields ("the Directors of A, B and C"): posts that no text names one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._plurals import singular
from orgraph.extract._reading import Reading
from orgraph.extract._titles import HEAD_NOUN
from orgraph.model import Mention, Quantity, Repair, Unstated
from orgraph.text import Span, squeeze

_FIELDS = re.compile(r"\b(?:of|for|de|des)\b.*(?:,|\band\b|\bet\b)")
_OF = re.compile(r"\s+(?:of|for)\s+")
_JOIN = re.compile(r"\s*,\s*(?:and\s+)?|(?<=\w)\s+and\s+")
_COMMA = re.compile(r"\s*,\s*(?:and\s+)?")


def is_distributed(found: Item) -> bool:
    """Whether one rank in the plural stands before several fields, and no number says how many posts they are."""
    return found.plural and found.seats is None and bool(_FIELDS.search(found.mention.text))


def shares_rank(found: Sequence[Item]) -> bool:
    """Whether a plural rank leads a list, and what follows are only its fields."""
    leads = bool(found) and found[0].plural and found[0].seats is None
    return leads and not all(HEAD_NOUN.search(one.mention.text) for one in found)


def undistributed(reading: Reading, match: re.Match[str]) -> list[Item]:
    """The posts named beside the position; none where a plural rank leads and what follows are only its fields."""
    found = list(in_sentence(reading, *match.span("who")))
    return [] if shares_rank(found) else found


def spread(
    reading: Reading, items: list[Item], stated: tuple[Quantity | Unstated, Span, tuple[Repair, ...]] | None
) -> list[Item]:
    """The items with "the Directors of A and B" as two posts, where so many are missing from the stated number.

    An "and" may join two posts or two words of a field: the number, which counts the position too, tells.
    """
    shared = [found for found in items if is_distributed(found)]
    if len(shared) != 1 or stated is None or not isinstance(stated[0], Quantity) or stated[0].low != stated[0].high:
        return items
    rest = sum((found.seats.quantity.low or 1) if found.seats else 1 for found in items if found is not shared[0])
    place = items.index(shared[0])
    for join in (_JOIN, _COMMA):
        each = list(_each(reading, shared[0], join))
        if 1 + rest + len(each) == stated[0].low:
            return [*items[:place], *each, *items[place + 1 :]]
    return items


def _each(reading: Reading, found: Item, join: re.Pattern[str]) -> Iterator[Item]:
    """One item for each field behind a shared rank."""
    view = reading.view
    field = _OF.search(view, *found.span)
    if field is None:
        return
    rank = singular(squeeze(view[found.span.start : field.start()]))
    joins = [match.span() for match in join.finditer(view, field.end(), found.span.end)]
    for (_, start), (end, _) in pairwise([field.span(), *joins, (found.span.end, found.span.end)]):
        text = f"{rank} {field[0].strip()} {squeeze(view[start:end])}"
        mention = Mention(kind="position", text=text, start=start, end=end)
        yield found._replace(mention=mention, span=Span(start, end), plural=False)
