"""What a document states of an area as a whole: its staff of each measure, and its budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from orgraph.check._claims import scoped
from orgraph.check._facts import Facts
from orgraph.check._text import brief
from orgraph.interval import Interval, interval, total
from orgraph.model import BoundClaim, Quantity
from orgraph.titles import canonical

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


class Wider(NamedTuple):
    """A figure of a wider area than that of its document, what it is called, and the unit that it is of."""

    kind: tuple[str, str | None]
    amount: Interval
    claim: BoundClaim
    name: str
    unit: str


def wider_areas(facts: Facts, nodes: Iterable[str]) -> Iterator[Wider]:
    """The figures that the texts of some positions state of units around them, each once."""
    names: dict[str, str] = {canonical(facts.label(unit)): unit for unit in facts.ids if not facts.is_position(unit)}
    seen: set[tuple[object, ...]] = set()
    for node in nodes:
        said = [b for predicate in ("staff", "money") for b in facts.areas(predicate).get(node, ())]
        for bound, figure in scoped(said, "context"):
            kind = _kind(figure)
            unit = _named(canonical(figure.label or ""), names)
            if kind is not None and unit is not None and (kind, unit, interval(figure)) not in seen:
                seen.add((kind, unit, interval(figure)))
                yield Wider(kind, interval(figure), bound, brief(figure.label or ""), unit)


def _kind(figure: Quantity) -> tuple[str, str | None] | None:
    """What a figure of a wider area may be compared with: staff, or a whole budget."""
    if figure.measure != "budget":
        return (figure.measure, None) if figure.measure != "count" else None
    whole = figure.category in ("total", "combined") or "budget" in (figure.label or "").lower()
    return ("money", figure.currency) if whole else None


def _named(label: str, names: Mapping[str, str]) -> str | None:
    """The unit whose name a label holds, the longest name first."""
    held = [name for name in names if name and f" {name} " in f" {label} "]
    return names[max(held, key=len)] if held else None
