"""Claims of a graph by predicate and by document: a comparison never leaves one document unknowingly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from orgraph.model import BoundClaim, Quantity, Scope

ByDocument = dict[str, list[BoundClaim]]


def source(bound: BoundClaim) -> str:
    """The name of the source that makes a claim."""
    return bound.claim.evidence[0].source


def start(bound: BoundClaim) -> tuple[str, int, int, int, int]:
    """Where a claim stands: the order of the sources, then of the text, or of the rows and columns of a table."""
    first = bound.claim.evidence[0]
    return first.source, first.start, first.end, first.line, first.column


def by_document(found: Iterable[BoundClaim]) -> ByDocument:
    """Claims apart by the document that makes them, in the order of the sources."""
    groups: ByDocument = defaultdict(list)
    for bound in sorted(found, key=start):
        groups[bound.claim.document].append(bound)
    return dict(groups)


def quantity(bound: BoundClaim) -> Quantity | None:
    """The quantity of a claim if it has one with a bound."""
    value = bound.claim.value
    return value if isinstance(value, Quantity) and (value.low, value.high) != (None, None) else None


def scoped(found: Iterable[BoundClaim], scope: Scope) -> list[tuple[BoundClaim, Quantity]]:
    """The claims of a scope whose value is a quantity, with it."""
    pairs = ((bound, quantity(bound)) for bound in found)
    return [(bound, value) for bound, value in pairs if value is not None and value.scope == scope]


def ranges(found: Iterable[BoundClaim]) -> list[tuple[BoundClaim, Quantity]]:
    """The first claim of each range: a number that a text repeats is one number."""
    first: dict[tuple[Decimal | None, Decimal | None], tuple[BoundClaim, Quantity]] = {}
    for bound in found:
        value = quantity(bound)
        if value is not None:
            first.setdefault((value.low, value.high), (bound, value))
    return list(first.values())
