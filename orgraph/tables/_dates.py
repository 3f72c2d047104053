"""The dates of rows: what day a cell names, and which rows of a table are of an earlier day than the rest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from orgraph.model import Date, Mention
from orgraph.tables._lexicon import Field
from orgraph.tables._naming import unaccented
from orgraph.tables._row import Row, Statement

_NAMES: Final = ("jan", "feb fev", "mar", "apr avr", "may mai", "jun", "jul", "aug aou", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MARK = r"(?:[-/., ] ?)"
_YEAR = r"(?P<year>(?:19|20)?[0-9]{2})"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|er)?"
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_FORMS: Final = (
    re.compile(
        r"(?P<year>(?:19|20)[0-9]{2})(?:[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?)?(?:[t ][0-9:.z]+)?"
    ),
    re.compile(rf"(?:{_DAY}{_MARK})?{_MONTH}{_MARK}?{_YEAR}"),
    re.compile(rf"{_MONTH}{_MARK}{_DAY}{_MARK}{_YEAR}"),
)
_DIGITS = re.compile(rf"(?P<one>[0-9]{{1,2}})[-/.](?P<two>[0-9]{{1,2}})[-/.]{_YEAR}(?: [0-9:]+)?")
_LONGEST: Final = 40  # characters of a cell that may be a date
_IDENTITY: Final[tuple[Field, ...]] = ("post_reference", "id", "position_number", "email", "name")
_GROUP: Final[tuple[Field, ...]] = ("reporting_senior", "senior_reference", "unit", "grade", "generic_title", "title")
_SIMILAR: Final = 2  # of two extracts of one organization, one is at most so many times the size of the other


class Dated(NamedTuple):
    """The rows that count, and of each earlier day how many do not, with the first of them."""

    rows: list[Row]
    earlier: list[tuple[int, Row]]


def latest(rows: list[Row], *, is_return: bool) -> Dated:
    """Where a table holds several extracts of one organization, one below the other, the rows of the latest.

    They are extracts where half of the posts or people stand under several days, in an HR table in about as many
    rows each; else the date is one of the row itself (a start, a change), and all rows count.
    """
    days = days_of(rows, day_first=is_return)
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows if len(set(days.values())) > 1 else ():
        if day := days.get(row.text("date")):
            groups[day].append(row)
    if not _are_extracts(groups.values(), is_return):
        return Dated(rows, [])
    earlier = [groups[day] for day in sorted(groups)[:-1]]
    gone = {row.number for group in earlier for row in group}
    return Dated([row for row in rows if row.number not in gone], [(len(group), group[0]) for group in earlier])


def _are_extracts(groups: Iterable[Sequence[Row]], is_return: bool) -> bool:
    days: Counter[str] = Counter()
    for group in groups:
        days.update({_identity(row) for row in group})
    several = sum(count > 1 for count in days.values())
    sizes = [len(group) for group in groups]
    return 0 < len(days) <= 2 * several and (is_return or max(sizes) <= _SIMILAR * min(sizes))


def _identity(row: Row) -> str:
    """What a row has in common with the same post, person or group of posts under another date."""
    field = row.filled(*_IDENTITY)
    return row.text(field) if field else " | ".join(map(row.text, _GROUP))


def dated(row: Row, post: Mention, days: Mapping[str, str]) -> Iterator[Statement]:
    """The day of a row, if its cell names one."""
    day = days.get(row.text("date"))
    if day:
        yield row.says(post, "effective_date", Date(iso=day), "date")


def days_of(rows: Sequence[Row], *, day_first: bool = False) -> dict[str, str]:
    """Each text of the date column that names a day, or a month or year, and what it names, in ISO.

    Of digits alone (03/04/2014) the whole column shows which are days; where it does not, `day_first` decides.
    """
    if not rows or not rows[0].has("date"):
        return {}
    texts = [text for text in dict.fromkeys(row.text("date") for row in rows) if 0 < len(text) <= _LONGEST]
    digits = [match for text in texts if (match := _DIGITS.fullmatch(text))]
    second = any(int(match["two"]) > 12 for match in digits)
    first = any(int(match["one"]) > 12 for match in digits)
    order = ("one", "two") if first or (day_first and not second) else ("two", "one") if second else None
    return {text: day for text in texts if (day := _day(text, order))}


def _day(text: str, order: tuple[str, str] | None) -> str | None:
    """A day in ISO, as precise as the text.

    >>> _day("Mar-14", None), _day("30 septembre 2013", None), _day("2014-03-31T00:00:00", None)
    ('2014-03', '2013-09-30', '2014-03-31')
    >>> _day("31/03/2014", ("one", "two")), _day("31/03/2014", None), _day("n/a", None)
    ('2014-03-31', None, None)
    """
    match = _DIGITS.fullmatch(text)
    if match:
        return _iso(match["year"], match[order[1]], match[order[0]]) if order else None
    plain = unaccented(text)
    for form in _FORMS:
        if match := form.fullmatch(plain):
            parts = match.groupdict()
            month = parts.get("month") or _month(parts.get("name") or "")
            return _iso(parts["year"] or "", month, parts.get("day")) if month or "name" not in parts else None
    return None


def _month(name: str) -> str | None:
    """The number of a month by its first letters: three, four of juin and juillet."""
    if name.startswith("jui"):
        return {"juin": "6", "juil": "7"}.get(name[:4])
    number = _MONTHS.get(name[:3])
    return None if number is None else str(number)


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    whole = year if len(year) == 4 else f"20{year}"
    if month is None:
        return whole
    if not 1 <= int(month) <= 12 or not 1 <= int(day or 1) <= 31:
        return None
    return f"{whole}-{int(month):02}" + (f"-{int(day):02}" if day else "")
