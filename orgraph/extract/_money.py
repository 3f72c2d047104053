"""Amounts of money in the spellings of descriptions and the damage of scans, exact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from orgraph.extract._numbers import number, repairs_of
from orgraph.model import Repair
from orgraph.text import Span


class Amount(NamedTuple):
    """An amount or a range, its place, currency if the sign tells one, and repairs."""

    low: Decimal
    high: Decimal
    step: Decimal
    span: Span
    sign: bool
    scaled: bool
    repairs: tuple[Repair, ...]


_SCALES: Final = {
    "k": 1_000,
    "thousand": 1_000,
    "millier": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "b": 1_000_000_000,
    "g": 1_000_000_000,
    "billion": 1_000_000_000,
    "milliard": 1_000_000_000,
}
CODE = r"\b(?:GBP|EUR|USD|CAD|AUD|NZD|CHF)(?=\s?\d)"  # of a currency, before its amount
_DIGITS = r"[0-9OIl]"
_N = rf"(?:{_DIGITS}{{1,12}}(?:[ ,]{_DIGITS}{{3}}){{0,4}}(?:[.,]{_DIGITS}{{1,3}})?|[.,]{_DIGITS}{{1,3}})"
_SCALE = (
    r"(?:\s?(?P<{0}>(?:[kKBGm]|MM?|bn|mil)(?=\b|\s?[$€])"
    r"|(?i:millions?|billions?|milliards?|thousand|milliers?|mille)\b)(?:\s+(?:de\s+dollars"
    r"|d'euros))?)?"
)
_AMOUNT = re.compile(
    rf"(?P<between>(?i:between"
    rf"|entre)\s+)?(?<![A-Za-z0-9.,])(?P<sign>(?:[$£€]|{CODE})\s{{0,2}})?(?P<low>{_N}){_SCALE.format('low_scale')}(?P<after>\s?[$€]"
    rf"|\s+dollars)?"
    rf"(?:\s?(?(between)(?:and|et)|(?:-|to|à|a"
    rf"|et))\s?(?P<sign2>[$£€]\s?)?(?P<high>{_N}){_SCALE.format('high_scale')}(?P<after2>\s?[$€]"
    rf"|\s+dollars)?)?(?![A-Za-z0-9])"
)

_DIGIT = re.compile(_DIGITS)
_LONG_ENOUGH = 5  # digits of an amount that no sign marks
_COMMA_GROUP = re.compile(r",[0-9OIl]{3}(?![0-9OIl])")
_SPACED = re.compile(
    rf"(?:{_DIGITS}{{3}} {_DIGITS}{{3}}|{_DIGITS}{{1,3}}(?: {_DIGITS}{{3}}){{2,3}})(?:[.,]{_DIGITS}{{2}})?"
)  # six digits and more: "112 300", "1 795 538"
_SMALL = re.compile(r"\d\s?(?:m|bn)\b")
# "31 million objects" are no money.
_THINGS = re.compile(
    r"\s(?!(?:dollars|euros|annual|for|in|and|to|plus|is|was|as|his|this|years|across|across)\b)[a-zéè]{3,}s\b"
)
# Dot leaders behind which a scan has torn a figure apart: "budget ....... I4 78 millions".
_LEADERS = re.compile(r"[.…_]{3}\s?[0-9OIl.,]{1,4}\s$")
_NEAR = 10  # characters of a figure's beginning


def amounts(view: str, start: int, end: int, *, repair: bool = True, labelled: bool = False) -> Iterator[Amount]:
    """Every amount between two offsets: with a currency sign, or with a scale ("31M").

    With `labelled`, a bare number of four digits and more counts as well ("Salary: 1,795,538").

    >>> text = "$2.96M; $IM; 970 k$; 4,3 M$; 9 436 000 $"
    >>> [str(a.low) for a in amounts(text, 0, len(text))]
    ['2960000', '1000000', '970000', '4300000', '9436000']
    """
    for match in _AMOUNT.finditer(view, start, end):
        amount = _amount(match, repair=repair, labelled=labelled)
        if amount is not None:
            yield amount


def _amount(match: re.Match[str], *, repair: bool, labelled: bool) -> Amount | None:
    signed = bool(match["sign"] or match["after"] or match["sign2"] or match["after2"])
    signed = signed or match[0].endswith(("dollars", "euros"))
    if not signed and _SMALL.search(match[0]):
        return None  # "31m" without a sign are metres
    if not signed and _THINGS.match(match.string, match.end()):
        return None
    if _LEADERS.search(match.string, max(0, match.start() - _NEAR), match.start()):
        return None
    if not _is_money(match, signed=signed, labelled=labelled) or not re.search(r"\d|I|l", match["low"]):
        return None
    low = number(match["low"].strip(), match.start("low"), repair=repair)
    high = number(match["high"].strip(), match.start("high"), repair=repair) if match["high"] else low
    if low is None or high is None:
        return None
    high_scale = _scale(match["high_scale"]) or (1 if match["high"] else 0)
    low_scale = _scale(match["low_scale"]) or (
        high_scale if match["high"] and match["high_scale"] and low.value < 10_000 else 1
    )
    low_value, high_value = low.value * low_scale, high.value * (high_scale if match["high"] else low_scale)
    if high_value < low_value:
        return None
    repairs = repairs_of(low, high)
    scaled = bool(match["low_scale"] or match["high_scale"])
    step = _whole(low.step * low_scale)
    return Amount(_whole(low_value), _whole(high_value), step, Span(*match.span()), signed, scaled, repairs)


def _whole(value: Decimal) -> Decimal:
    """The value without decimals where it has none: 2.96 million is 2960000."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _is_money(match: re.Match[str], *, signed: bool, labelled: bool) -> bool:
    scale = match["low_scale"] or match["high_scale"]
    if signed or scale:
        return signed or len(scale) > 2 or bool(re.search(r"\d", match["low"]))  # "I million" is a number, "IM" is none
    grouped = _COMMA_GROUP.search(match["low"]) or _SPACED.fullmatch(match["low"])
    return labelled and len(_DIGIT.findall(match["low"])) >= _LONG_ENOUGH and bool(grouped)


def _scale(raw: str | None) -> int | None:
    if not raw:
        return None
    word = raw.lower().rstrip("s")
    return _SCALES.get(word) or _SCALES.get(word[0])
