"""The rank of each claim: what is only inferred gives way to what a document states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from orgraph.model import BoundClaim
from orgraph.terms import TERMS


def ranked(claims: Iterable[BoundClaim]) -> Iterator[BoundClaim]:
    """The claims in the order of document and place, each with its rank.

    An inferred claim of a single-valued predicate is deprecated where any document states another
    value. Two stated values stay, both normal: that is a conflict, for the checks to report.
    A place that holds no value (TBD) takes no part.
    """
    everything = sorted(claims, key=_order)
    stated: dict[tuple[str, str], set[str]] = defaultdict(set)
    for bound in everything:
        if bound.claim.modality == "stated" and bound.claim.value.type != "unstated":
            stated[bound.subject, bound.claim.predicate].add(_value(bound))
    for bound in everything:
        known = stated[bound.subject, bound.claim.predicate]
        gives_way = (
            bound.claim.modality == "inferred"
            and TERMS[bound.claim.predicate].single
            and known
            and _value(bound) not in known
        )
        yield replace(bound, rank="deprecated") if gives_way else bound


def _value(bound: BoundClaim) -> str:
    return bound.object or repr(bound.claim.value)


def _order(bound: BoundClaim) -> tuple[object, ...]:
    first = bound.claim.evidence[0]
    return first.source, bound.claim.document, first.start, first.end, bound.claim.predicate, bound.claim.id
