"""The budget of a position in one document: a stated total and the figures that are meant to make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from orgraph.check._claims import scoped
from orgraph.check._text import listed
from orgraph.interval import Agreement, Interval, agree, apart, interval, total, widen, written
from orgraph.model import BoundClaim, Quantity

_MOST = 12  # totals and other figures that are tried; a text with more of them is no budget


class Line(NamedTuple):
    """One figure of money and the claim that states it."""

    bound: BoundClaim
    figure: Quantity

    @property
    def range(self) -> Interval:
        """The figure as a range."""
        return interval(self.figure)

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
    made = (one for one in possible if len(one.parts) > 1 and one.agreement == "yes")
    plain = (one for one in possible if not one.wide)
    return next(made, None) or min(plain, key=lambda one: apart(one.limits, one.sum))


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
