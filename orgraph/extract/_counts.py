"""Stated counts: "five (5)", "5 to 8", "I8", "several", and the place where the number is missing."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from orgraph.extract._numbers import AGAIN, NUMBER, VAGUE, WORD, number, repairs_of
from orgraph.model import Quantity, Repair, Unstated
from orgraph.text import Span

_COUNT = re.compile(
    rf"(?<![A-Z]-)(?P<low>{WORD}|{NUMBER})(?:\s?{AGAIN})?(?:\s?(?:-|to|or|à|a|ou)\s?(?P<high>{WORD}|{NUMBER}))?",
    re.I,
)
_AND = re.compile(
    rf"(?:\s+[a-zà-ÿ]+){{1,4}}?\s+(?:and|et)\s+(?P<low>{WORD}|{NUMBER}|(?P<one>une?|an?)\b)(?=\s+[a-z])", re.I
)
_VAGUE = re.compile(VAGUE, re.I)


def count(
    view: str, start: int, end: int, *, repair: bool = True
) -> tuple[Quantity | Unstated, Span, tuple[Repair, ...]] | None:
    """The first count between two offsets; vague words are a count that is not stated."""
    match = _COUNT.search(view, start, end)
    if match is None:
        vague = _VAGUE.search(view, start, end)
        return (Unstated(reason="vague", text=vague[0]), Span(*vague.span()), ()) if vague else None
    more = _AND.match(view, match.end(), end)
    if more is not None and not match["high"]:
        return _sum(match, more, repair=repair)
    low = number(match["low"], match.start("low"), repair=repair)
    high = number(match["high"], match.start("high"), repair=repair) if match["high"] else low
    if low is None or high is None or low.value != int(low.value) or low.value > high.value or high.value > 500:
        return None
    repairs = repairs_of(low, high)
    return Quantity(measure="count", low=low.value, high=high.value), Span(*match.span()), repairs


def and_itself(others: Quantity) -> Quantity:
    """The number of posts with the position among them, of those beside it: "two others" are three."""
    low, high = (bound if bound is None else bound + 1 for bound in (others.low, others.high))
    return replace(others, low=low, high=high)


def _sum(one: re.Match[str], other: re.Match[str], *, repair: bool) -> tuple[Quantity, Span, tuple[Repair, ...]] | None:
    """Two counts that make one: "three directors and one manager"."""
    last = "1" if other["one"] else other["low"]
    both = [number(one["low"], one.start("low"), repair=repair), number(last, other.start("low"), repair=repair)]
    if any(count is None or count.value != int(count.value) or count.value > 250 for count in both):
        return None
    total = sum((count.value for count in both if count is not None), Decimal(0))
    return Quantity(measure="count", low=total, high=total), Span(one.start(), other.end()), repairs_of(*both)
