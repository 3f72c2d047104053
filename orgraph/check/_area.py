"""What a document states of an area as a whole: its staff of each measure, and its budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from orgraph.check._claims import scoped
from orgraph.interval import Interval, interval, total
from orgraph.model import BoundClaim, Quantity

_STAFF = ("fte", "headcount", "person_years")
_WHOLES = ("total", "combined")
_PARTS = ("salary", "operating")
Figure = tuple[BoundClaim, Quantity]


class Area(NamedTuple):
    """One figure of an area with the claims that make it; `kind` is what may be compared."""

    kind: tuple[str, str | None]
    amount: Interval
    claims: tuple[BoundClaim, ...]


def stated(claims: Iterable[BoundClaim]) -> Iterator[Area]:
    """The figures of an own area that one document states, one of each kind; ranges by place are left out."""
    own = [figure for figure in scoped(claims, "own") if not (figure[1].low_place or figure[1].high_place)]
    for measure in _STAFF:
        there = [figure for figure in own if figure[1].measure == measure and figure[1].status != "eliminated"]
        counted = [f for f in there if f[1].status != "planned"][:1] + [f for f in there if f[1].status == "planned"][
            :1
        ]
        if counted:
            yield _area((measure, None), counted)
    money = [figure for figure in own if figure[1].measure == "budget"]
    for currency in dict.fromkeys(figure[1].currency for figure in money):
        counted = _budget([figure for figure in money if figure[1].currency == currency])
        if counted:
            yield _area(("money", currency), counted)


def _area(kind: tuple[str, str | None], figures: list[Figure]) -> Area:
    return Area(kind, total(interval(figure) for _, figure in figures), tuple(bound for bound, _ in figures))


def _budget(figures: list[Figure]) -> list[Figure]:
    """The total, else the sum of both, else salary and operating money; what a text repeats is one figure."""
    first: dict[tuple[str | None, Decimal | None, Decimal | None], Figure] = {}
    for bound, figure in figures:
        first.setdefault((figure.category, figure.low, figure.high), (bound, figure))
    for wanted in _WHOLES:
        if whole := [pair for pair in first.values() if pair[1].category == wanted]:
            return whole[:1]
    return [pair for pair in first.values() if pair[1].category in _PARTS]
