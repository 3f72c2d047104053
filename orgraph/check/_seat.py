"""The FTE of a post's own seat, and the row of a table that a claim stands in."""

from __future__ import annotations

from decimal import Decimal

from orgraph.check._facts import Facts
from orgraph.model import BoundClaim, Quantity, Text

Place = tuple[str, str | None, int]


def row(bound: BoundClaim) -> Place:
    """Where a claim about a seat stands: document, sheet and row; a text is one place."""
    first = bound.claim.evidence[0]
    return first.document, first.sheet, first.line if first.start < 0 else 0


def on_leave(facts: Facts, node: str) -> set[Place]:
    """The rows of a post whose holders are on leave: somebody else may stand in for them."""
    said = facts.claims(node, "post_status")
    return {
        row(bound) for bound in said if isinstance(bound.claim.value, Text) and bound.claim.value.text == "on leave"
    }


def fte(bound: BoundClaim) -> Decimal:
    """The FTE of an exact figure; zero for a claim that has none."""
    figure = bound.claim.value
    return figure.low if isinstance(figure, Quantity) and figure.low is not None else Decimal(0)


def is_fte(bound: BoundClaim) -> bool:
    """Whether the figure of a seat, or of a group of them, is in FTE."""
    return isinstance(bound.claim.value, Quantity) and bound.claim.value.measure == "fte"
