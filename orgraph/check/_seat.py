"""The FTE of a post's own seat: one figure for each row of a table, or each document, that states it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from orgraph.check._claims import scoped
from orgraph.model import BoundClaim

Place = tuple[str, str | None, int]


def row(bound: BoundClaim) -> Place:
    """Where a claim about a seat stands: document, sheet and row; a text is one place."""
    first = bound.claim.evidence[0]
    return first.document, first.sheet, first.line if first.start < 0 else 0


def shares(said: Iterable[BoundClaim]) -> dict[Place, tuple[BoundClaim, Decimal]]:
    """The exact FTE of a seat by row, in the order of the source; eliminated ones left out."""
    found: dict[Place, tuple[BoundClaim, Decimal]] = {}
    for bound, figure in scoped(said, "seat"):
        exact = figure.measure == "fte" and figure.low is not None and figure.low == figure.high
        if exact and figure.low is not None and figure.status != "eliminated":
            found.setdefault(row(bound), (bound, figure.low))
    return found
