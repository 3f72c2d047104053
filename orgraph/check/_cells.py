"""Cells of tables: those that have the place for a value and none in it, and figures of FTE row by row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.model import BoundClaim, Quantity, Unstated


def unstated(facts: Facts, predicates: tuple[str, ...], reason: str) -> Iterator[tuple[str, list[BoundClaim]]]:
    """The claims of each document that give one reason for having no value."""
    found = [bound for bound in facts.pending if bound.claim.predicate in predicates and _reason(bound) == reason]
    yield from by_document(bound for bound in found if bound.claim.evidence[0].header is not None).items()


def seats_in_fte(facts: Facts) -> Iterator[tuple[BoundClaim, Decimal]]:
    """The exact FTE of the seats of each row."""
    for bound in (bound for one in ("staff", "seats") for said in facts.holders(one).values() for bound in said):
        value = bound.claim.value
        low = value.low if isinstance(value, Quantity) and _is_seat(value) else None
        if low is not None:
            yield bound, low


def _is_seat(figure: Quantity) -> bool:
    return figure.scope == "seat" and figure.measure == "fte" and figure.low == figure.high


def _reason(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.reason if isinstance(value, Unstated) else ""
