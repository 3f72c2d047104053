"""The budget of a position in one document: a stated total and the figures that are meant to make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from orgraph.check._basis import said
from orgraph.check._claims import scoped
from orgraph.check._text import listed
from orgraph.interval import Agreement, Interval, agree, apart, interval, total, widen, written
from orgraph.model import BoundClaim, Quantity
from orgraph.titles import canonical

_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?\b")
_MONEY = frozenset(("total", "budget", "other", "in", "all", "program"))  # words that tell no part from another
_ONE = {"salaries": "salary", "wages": "salary", "salaires": "salary", "m": "operating", "o": "operating"}
_MOST = 12  # totals and other figures that are tried; a text with more of them is no budget


class Line(NamedTuple):
    """One figure of money and the claim that states it."""

    bound: BoundClaim
    figure: Quantity

    @property
    def range(self) -> Interval:
        """The figure as a range."""
        return interval(self.figure)

    @property
    def names(self) -> set[str]:
        """The words that a total can call it by."""
        own = canonical(f"{self.figure.label or ''} {self.figure.category or ''}").split()
        return {_ONE.get(word, word) for word in own} - _MONEY

    @property
    def years(self) -> set[str]:
        """The years that the words before the figure, or its quote, name."""
        place = self.bound.claim.evidence[0]
        before = place.before[place.before.rfind("\n") + 1 :]
        return set(_YEAR.findall(f"{before} {place.quote}"))

    def __str__(self) -> str:
        """The figure as a sum writes it."""
        return written(self.range, ",")


class Budget(NamedTuple):
    """A stated total, if there is one, and its parts; `wide` when more than salary and operating are among them."""

    stated: Line | None
    parts: tuple[Line, ...]
    wide: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every figure, the total first."""
        return (self.stated, *self.parts) if self.stated else self.parts

    @property
    def sum(self) -> Interval:
        """What the parts make."""
        return total(line.range for line in self.parts)

    @property
    def limits(self) -> Interval:
        """The total, with half a unit of the last printed digit of every figure on both sides."""
        slack = sum(((line.figure.step or Decimal(0)) / 2 for line in self.lines), Decimal(0))
        return widen(self.stated.range if self.stated else self.sum, slack)

    @property
    def of_other_years(self) -> bool:
        """Whether the total is of one year, and a part of another."""
        years = self.stated.years if self.stated else set()
        return bool(years) and any(part.years and not part.years & years for part in self.parts)

    @property
    def holds_more(self) -> bool:
        """Whether the words of the total put something into it that is none of the parts."""
        known = {name for part in self.parts for name in part.names}
        told = said(self.stated.bound) if self.stated else ()
        return any(one.inside and not known & set(canonical(one.what).split()) for one in told)

    @property
    def words(self) -> str:
        """What the words of the total put into it or leave out."""
        return ", ".join(f"“{one.words}”" for one in said(self.stated.bound)) if self.stated else ""

    @property
    def agreement(self) -> Agreement:
        """Whether the parts make the total."""
        return agree(self.limits, self.sum)

    @property
    def formula(self) -> str:
        """The sum written out, with its currency."""
        currency = f" {self.parts[0].figure.currency}" if self.parts[0].figure.currency else ""
        made = f" = {written(self.sum, ',')}" if len(self.parts) > 1 else ""
        return f"{listed(map(str, self.parts), ' + ')}{made}{currency}"


def budget(group: Iterable[BoundClaim]) -> Budget | None:
    """The budget of a document's money claims; None if there are no two figures to compare.

    Salary and operating money are parts. If they make no total alone, one other figure may join them,
    then all others. Of several totals the first that is made counts, else the nearest.
    """
    lines = _distinct(Line(bound, figure) for bound, figure in scoped(group, "own"))
    core = tuple(line for line in lines if line.figure.category in ("salary", "operating"))
    totals = (_of(lines, "total") or _of(lines, "combined"))[:_MOST]
    if not core or not totals:
        return Budget(None, core) if len(core) > 1 else None
    possible = [Budget(stated, *parts) for stated in totals for parts in _parts(lines, core)]
    allowed = [one for one in possible if _is_allowed(one)] or possible
    made = (one for one in allowed if len(one.parts) > 1 and one.agreement == "yes" and not one.of_other_years)
    return next(made, None) or min(allowed, key=lambda one: (one.wide, apart(one.limits, one.sum)))


def _is_allowed(one: Budget) -> bool:
    """Whether the parts are those that the words of the total put in, and none that they leave out."""
    for told in said(one.stated.bound) if one.stated else ():
        wanted = {_ONE.get(word, word) for word in canonical(told.what).split()} - _MONEY
        if not told.inside and any(wanted & part.names for part in one.parts):
            return False
    return True


def _parts(lines: list[Line], core: tuple[Line, ...]) -> Iterator[tuple[tuple[Line, ...], bool]]:
    currencies = {line.figure.currency for line in core}
    others = [line for line in _of(lines, "program", "other") if line.figure.currency in currencies][:_MOST]
    yield core, False
    yield from (((*core, other), True) for other in others)
    if len(others) > 1:
        yield (*core, *others), True


def _of(lines: list[Line], *categories: str) -> list[Line]:
    return [line for line in lines if line.figure.category in categories]


def _distinct(lines: Iterable[Line]) -> list[Line]:
    """A figure that the text repeats is one figure."""
    first: dict[tuple[str | None, Decimal | None, Decimal | None], Line] = {}
    for line in lines:
        first.setdefault((line.figure.category, line.figure.low, line.figure.high), line)
    return list(first.values())
