"""Bare numbers in brackets that are bands: "Clerk x 2 (5), Driver (4)" of a post whose own band is told bare."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from orgraph.extract._codes import Code
from orgraph.extract._items import Item
from orgraph.extract._reading import Reading
from orgraph.extract._seats import Seats
from orgraph.model import Classification, Quantity
from orgraph.text import Span

_OWN = re.compile(r"\d{1,2}[a-d]?")
_SCHEME = re.compile(r"\b(?:Band|Grade)\b", re.I)
_BRACKET = re.compile(r"[^()\n;,]*?(?:\bx\s?(?P<times>\d{1,2})\s*)?\(\s?(?P<band>\d{1,2}(?P<letter>[a-d])?)\s?\)")
_BEFORE = re.compile(r"(?<!\d)(?P<times>\d{1,2})\s+(?:x\s+)?$")
_NEAR = 6  # characters before a title that may hold its number


def banded(reading: Reading, found: list[Item]) -> list[Item]:
    """The items of a list, the bare number in brackets behind each read as its band.

    The position's own band is a bare number, every item has such a bracket, and one of them cannot count posts: it
    holds a letter ("8a"), or a number of posts stands beside it.
    """
    own = reading.field("classification")
    scheme = _SCHEME.search(reading.view, *own.label) if own is not None and _OWN.fullmatch(own.value) else None
    brackets = [_BRACKET.match(reading.view, one.mention.start) for one in found]
    if scheme is None or not any(bracket and (bracket["letter"] or bracket["times"]) for bracket in brackets):
        return found
    told = [(one, bracket) for one, bracket in zip(found, brackets, strict=True) if bracket is not None]
    return [_banded(reading, *pair, scheme[0].title()) for pair in told] if len(told) == len(found) else found


def _banded(reading: Reading, one: Item, bracket: re.Match[str], scheme: str) -> Item:
    band = Classification(code=bracket["band"], group=scheme, level=int(bracket["band"].rstrip("abcd")))
    before = _BEFORE.search(reading.view, max(0, one.mention.start - _NEAR), one.mention.start)
    times = bracket["times"] or (before["times"] if before else None)
    seats = Seats(Quantity(measure="count", low=Decimal(times), high=Decimal(times))) if times else None
    text = one.mention.text.removesuffix(f"({bracket['band']})").rstrip()
    return one._replace(
        mention=replace(one.mention, text=text),
        code=Code(band, Span(*bracket.span("band")), None),
        seats=seats,
    )
