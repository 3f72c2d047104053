"""How many identical posts a heading in a list stands for: "four Regional Directors", "Analyst x3", "(2 positions)"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from orgraph.extract._numbers import AGAIN, NUMBER, WORD, Number, number, repairs_of
from orgraph.model import Quantity, Repair


class Seats(NamedTuple):
    """How many identical posts stand in one box, and the repairs that read it."""

    quantity: Quantity
    repairs: tuple[Repair, ...] = ()


# How a post is held.
KEPT = r"(?:casual|seasonal|temporary|permanent|regular|vacant|direct|subordinate|(?:full|part)[- ]time)"
_POSTS = rf"\s*(?:{KEPT}\s*)?(?:positions?|postes?|posts?)?\s*$"
_TIMES = re.compile(
    rf"^\s*(?P<n>{NUMBER}|{WORD})\s*(?:(?:x\b)?{_POSTS}|x\s(?=[A-Z]{{2}}))|\bx\s?(?P<m>[0-9OIl]{{1,3}}){_POSTS}",
    re.I,
)
_FROM_TO = re.compile(rf"\s*(?:from|de)\s+({NUMBER}|{WORD})\s+(?:to|à|a)\s+({NUMBER}|{WORD}){_POSTS}", re.I)
_TRAILING = re.compile(r"\s+x\s?(?P<n>\d{1,3})(?:\s+(?:positions?|postes?|posts?))?(?=[\s:*]*$|\s*\()")
_LEADING = re.compile(
    rf"(?:(?:(?P<between>between)\s+|(?:from|approximately|about|some)\s+)?(?P<n>{NUMBER}|{WORD})(?:\s*{AGAIN})?"
    rf"(?:\s?(?(between)and|(?:-|to|or))\s?(?P<high>{NUMBER}|{WORD})(?:\s*{AGAIN})?)?\s*(?:x\s+)?"
    rf"|(?P<many>(?:a )?number (?:[\[(][^\[\]()]{{0,60}}[\])]\s)?of|several|plusieurs)\s+)"
    r"(?:other\s+)?"
    rf"(?:positions? of )?(?:{KEPT}\s+){{0,2}}(?=[A-ZÀ-Þa-zà-þ])",
    re.I,
)


def leading(view: str, start: int, end: int) -> tuple[Seats | None, int]:
    """A multiplicity before the title ("four Regional Directors") and where the title starts."""
    match = _LEADING.match(view, start, end)
    if match is None or match["many"]:
        return (None, match.end()) if match else (None, start)
    value = number(match["n"], match.start("n"))
    if value is None or value.value < 1 or value.value != int(value.value):
        return None, start
    high = number(match["high"], match.start("high")) if match["high"] else value
    return (_seats(value, high), match.end()) if high and high.value >= value.value else (None, start)


def _seats(low: Number, high: Number) -> Seats:
    return Seats(Quantity(measure="count", low=low.value, high=high.value), repairs_of(low, high))


def trailing(view: str, start: int, end: int) -> tuple[Seats | None, int]:
    """A multiplicity behind the title ("Analyst x3") and where the title ends."""
    match = _TRAILING.search(view, start, end)
    if match is None:
        return None, end
    behind = Decimal(match["n"])
    return Seats(Quantity(measure="count", low=behind, high=behind)), match.start()


def in_bracket(bracket: re.Match[str]) -> Seats | None:
    """The count that a bracket holds: "(3 positions)", "(from 2 to 4)"."""
    text, place = inside(bracket), bracket.start() + 1
    if (spread := _FROM_TO.fullmatch(text)) is not None:
        low, high = (number(spread[end], place + spread.start(end)) for end in (1, 2))
        return _seats(low, high) if low and high and low.value <= high.value else None
    if (count := _TIMES.search(text)) is not None:
        name = "n" if count["n"] else "m"
        value = number(count[name], place + count.start(name))
        return _seats(value, value) if value else None
    return None


def is_count(text: str) -> bool:
    """Whether the text of a bracket counts posts."""
    return bool(_FROM_TO.fullmatch(text) or _TIMES.search(text))


def inside(bracket: re.Match[str]) -> str:
    """The text of a bracket, round or square."""
    return next(group for group in bracket.groups() if group is not None)
