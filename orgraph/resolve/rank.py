"""The rank of each claim: what is only inferred gives way to what a document states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from orgraph.model import BoundClaim, Claim, Rank
from orgraph.terms import TERMS

_SINGLE: Final = frozenset(term.name for term in TERMS.values() if term.single)


def ranked(claims: Iterable[BoundClaim]) -> Iterator[BoundClaim]:
    """The claims, each with its rank, in the order they come.

    An inferred claim of a single-valued predicate is deprecated where any document states another
    value. Two stated values stay, both normal: that is a conflict, for the checks to report.
    A place that holds no value (TBD) takes no part.
    """
    everything = list(claims)
    inferred = [b for b in everything if b.claim.modality == "inferred" and b.claim.predicate in _SINGLE]
    stated: dict[tuple[str, str], set[str]] = {_slot(bound): set() for bound in inferred}
    for bound in everything if stated else ():
        claim = bound.claim
        if claim.modality == "stated" and claim.predicate in _SINGLE and claim.value.type != "unstated":
            known = stated.get(_slot(bound))
            if known is not None:
                known.add(_value(bound))
    gave_way = {id(bound) for bound in inferred if (known := stated[_slot(bound)]) and _value(bound) not in known}
    for bound in everything:
        yield replace(bound, rank="deprecated") if id(bound) in gave_way else bound


def judged(claims: Iterable[BoundClaim], ranks: Mapping[str, Rank]) -> Iterator[BoundClaim]:
    """The claims with the ranks that people gave them, by the id of the claim."""
    if not ranks:
        return iter(claims)
    return (replace(bound, rank=ranks[bound.claim.id]) if bound.claim.id in ranks else bound for bound in claims)


def _slot(bound: BoundClaim) -> tuple[str, str]:
    return bound.subject, bound.claim.predicate


def _value(bound: BoundClaim) -> str:
    return bound.object or repr(bound.claim.value)


def place(claim: Claim) -> tuple[object, ...]:
    """Where a claim stands in its document: what its claims are sorted by."""
    first = claim.evidence[0]
    return first.start, first.end, first.line, first.column, claim.predicate, claim.id
