"""Exact numbers and ranges of them: sums, comparison, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Literal, NamedTuple

from orgraph.model import Quantity

_DIGITS = 60  # more than any figure of a text has; a sum is exact within them

Agreement = Literal["yes", "overlap", "no"]


class Interval(NamedTuple):
    """A range of numbers, both ends included; `high` None is "or more"."""

    low: Decimal
    high: Decimal | None

    @property
    def exact(self) -> bool:
        """Whether the range is a single number."""
        return self.low == self.high


def interval(quantity: Quantity) -> Interval:
    """The range of a quantity; staff, money and counts are never below zero."""
    return Interval(quantity.low or Decimal(0), quantity.high)


def point(number: int) -> Interval:
    """The range that is one whole number."""
    return Interval(Decimal(number), Decimal(number))


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of ranges: the low ends added, the high ends added.

    >>> total([point(3), Interval(Decimal(1), Decimal(2))])
    Interval(low=Decimal('4'), high=Decimal('5'))
    """
    low, high = Decimal(0), Decimal(0)
    bounded = True
    with localcontext(prec=_DIGITS):
        for part in parts:
            low += part.low
            bounded = bounded and part.high is not None
            high += part.high or Decimal(0)
    return Interval(low, high if bounded else None)


def widen(part: Interval, tolerance: Decimal) -> Interval:
    """The range with a tolerance on both sides."""
    return Interval(part.low - tolerance, None if part.high is None else part.high + tolerance)


def holds(outer: Interval, inner: Interval) -> bool:
    """Whether one range lies inside another.

    >>> holds(Interval(Decimal(4), None), point(5))
    True
    """
    below = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return outer.low <= inner.low and below


def agree(left: Interval, right: Interval) -> Agreement:
    """Whether one of two ranges lies inside the other, or they merely touch, or not even that."""
    if holds(left, right) or holds(right, left):
        return "yes"
    apart = exceeds(left, right) or exceeds(right, left)
    return "no" if apart else "overlap"


def exceeds(left: Interval, right: Interval) -> bool:
    """Whether the whole of a range lies above another."""
    return right.high is not None and left.low > right.high


def apart(left: Interval, right: Interval) -> Decimal:
    """The distance between two ranges that do not touch.

    >>> apart(point(50), point(31))
    Decimal('19')
    """
    with localcontext(prec=_DIGITS):
        gaps = [a.low - b.high for a, b in ((left, right), (right, left)) if b.high is not None]
    return max([*gaps, Decimal(0)])


def plain(number: Decimal, mark: str = "") -> str:
    """A number without trailing zeros; `mark` goes between thousands.

    >>> plain(Decimal("15.0")), plain(Decimal("29.50")), plain(Decimal("3031000"), ",")
    ('15', '29.5', '3,031,000')
    """
    if abs(number.adjusted()) > _DIGITS:
        return str(number)
    text = f"{number:{mark}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(part: Interval, mark: str = "") -> str:
    """A range as a message writes it.

    >>> written(point(8)), written(Interval(Decimal(2), Decimal(3))), written(Interval(Decimal(2), None))
    ('8', '2–3', '2 or more')
    """
    if part.high is None:
        return f"{plain(part.low, mark)} or more"
    return plain(part.low, mark) if part.exact else f"{plain(part.low, mark)}–{plain(part.high, mark)}"


def value(part: Interval) -> int | float | str:
    """A range as a value of a finding: a number if it is one and JSON can carry it exactly.

    >>> value(point(31)), value(Interval(Decimal("29.5"), Decimal("29.50")))
    (31, 29.5)
    """
    number = part.low
    if not part.exact or abs(number.adjusted()) > 14:
        return written(part)
    if number == number.to_integral_value():
        return int(number)
    return float(number) if Decimal(repr(float(number))) == number else written(part)
