"""Cells of tables that have the place for a value and none in it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.model import BoundClaim, Unstated


def unstated(facts: Facts, predicates: tuple[str, ...], reason: str) -> Iterator[tuple[str, list[BoundClaim]]]:
    """The claims of each table that give one reason for having no value."""
    found = [bound for bound in facts.sorted.pending if bound.claim.predicate in predicates]
    cells = (bound for bound in found if reason_of(bound) == reason and bound.claim.evidence[0].header is not None)
    yield from by_document(cells).items()


def reason_of(bound: BoundClaim) -> str:
    """Why a place has no value; "" where it has one."""
    value = bound.claim.value
    return value.reason if isinstance(value, Unstated) else ""
