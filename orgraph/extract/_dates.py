"""Dates as descriptions print them, as precise as the text and no more."""

from __future__ import annotations

import re
from typing import Final

from orgraph.extract._lexicon import loose, table
from orgraph.extract._numbers import LOOKALIKES
from orgraph.model import Date, Repair
from orgraph.text import Span

_MONTHS: Final[dict[str, int]] = {
    name: number for number, names in enumerate(table("months")["names"], 1) for name in names
}
_NAMES = sorted(_MONTHS, key=len, reverse=True)
_MONTH = "|".join((f"(?:{loose(n[0])})?{loose(n[1:])}" if len(n) > 3 else loose(n)) for n in _NAMES)
_D = r"[0-9OIl]"
_YEAR = rf"(?P<year>[12Il]\s?[90O](?:{_D}{{2}}|\d[ZSBGgq]|[ZSBGgq]\d))"
_LETTERS: Final = str.maketrans("OoIilLZzSsBbGgq", "001111225588699")  # those that the patterns let through
_SUFFIX = r"(?:\s?(?:st|nd|rd|th|er|\*|\"|'|°|e\b))?"
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s{{1,3}}(?P<day>{_D}{{1,2}}){_SUFFIX}\s*[.,]?\s*[.,]?\s*{_YEAR}\b", re.I
)
_DAY_MONTH = re.compile(
    rf"(?<![A-Za-z0-9])(?:le\s+)?(?P<day>{_D}{{1,2}}){_SUFFIX}(?:\s+|-)(?:de\s+)?(?P<month>{_MONTH})\.?,?(?:\s+|-){_YEAR}\b",
    re.I,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+{_YEAR}\b", re.I)
_ISO = re.compile(rf"(?<![\w-]){_YEAR}[-/.](?P<month>{_D}{{2}})(?:[-/.](?P<day>{_D}{{2}}))?(?![\w-])")
_COMPACT = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?![\w-])")
_ONLY_YEAR = re.compile(rf"^\W*{_YEAR}\W*$")
# Digits alone tell day and month apart where one of them is no month: "25/04/2020", "04/25/2020".
_DAY_FIRST = re.compile(
    r"(?<![\w/])(?P<day>1[3-9]|2\d|3[01])[/.-](?P<month>0?[1-9]|1[0-2])[/.-](?P<year>(?:19|20)\d{2})(?![\w/])"
)
_MONTH_FIRST = re.compile(
    r"(?<![\w/])(?P<month>0?[1-9]|1[0-2])[/.-](?P<day>1[3-9]|2\d|3[01])[/.-](?P<year>(?:19|20)\d{2})(?![\w/])"
)
_FORMS = (_MONTH_DAY, _DAY_MONTH, _ISO, _DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR, _ONLY_YEAR, _COMPACT)


def date(view: str, start: int, end: int, *, repair: bool = True) -> tuple[Date, Span, tuple[Repair, ...]] | None:
    """The first date between two offsets, with its place and the repair that read it.

    >>> date("April I8, 2O2O", 0, 14)[0].iso, date("mars 2012", 0, 9)[0].iso
    ('2020-04-18', '2012-03')
    """
    for form in _FORMS:
        text = view[start:end] if form is _ONLY_YEAR else view
        match = form.match(text) if form is _ONLY_YEAR else form.search(view, start, end)
        if match is None:
            continue
        offset = start if form is _ONLY_YEAR else 0
        span = Span(match.start() + offset, match.end() + offset)
        iso = _iso(match.groupdict())
        raw = match[0]
        damaged = any(c.isalpha() for part in ("year", "day") for c in (match.groupdict().get(part) or ""))
        if iso is None or (damaged and not repair):
            return None
        fixed = Repair(start=span.start, end=span.end, raw=raw, repaired=iso, rule="date-lookalike")
        return Date(iso=iso), span, (fixed,) if damaged else ()
    return None


def _iso(groups: dict[str, str | None]) -> str | None:
    year = int(re.sub(r"\s", "", groups["year"] or "").translate(_LETTERS))
    month, day = groups.get("month"), groups.get("day")
    parts = [f"{year:04d}"]
    if month:
        number = _month(month)
        if number is None or not 1 <= number <= 12:
            return None
        parts.append(f"{number:02d}")
    if day:
        value = int(day.translate(_LETTERS))
        if not 1 <= value <= 31:
            return "-".join(parts)
        parts.append(f"{value:02d}")
    return "-".join(parts) if 1900 <= year <= 2099 else None


def _month(raw: str) -> int | None:
    digits = raw.translate(LOOKALIKES)
    if digits.isdigit():
        return int(digits)
    lower = raw.lower()
    exact = _MONTHS.get(lower)
    return exact or next((_MONTHS[n] for n in _NAMES if re.fullmatch(f"(?:{loose(n[0])})?{loose(n[1:])}", lower)), None)
