"""The FTE of a post's own seat, and the row of a table that a claim stands in."""

from __future__ import annotations

from decimal import Decimal

from orgraph.model import BoundClaim, Quantity

Place = tuple[str, str | None, int]


def row(bound: BoundClaim) -> Place:
    """Where a claim about a seat stands: document, sheet and row; a text is one place."""
    first = bound.claim.evidence[0]
    return first.document, first.sheet, first.line if first.start < 0 else 0


def fte(bound: BoundClaim) -> Decimal:
    """The FTE of an exact figure; zero for a claim that has none."""
    figure = bound.claim.value
    return figure.low if isinstance(figure, Quantity) and figure.low is not None else Decimal(0)


def is_fte(bound: BoundClaim) -> bool:
    """Whether the figure of a seat, or of a group of them, is in FTE."""
    return isinstance(bound.claim.value, Quantity) and bound.claim.value.measure == "fte"
