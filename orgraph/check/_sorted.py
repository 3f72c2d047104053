"""All claims of a graph sorted out in one walk: by predicate and box, and by what rules look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from orgraph.check._claims import start
from orgraph.model import BoundClaim, Quantity, Unstated

Said = list[BoundClaim]
Holders = dict[str, dict[str, Said]]


class Sorted(NamedTuple):
    """Claims that were not rejected, by predicate and the box they are about; and those of a kind.

    `areas` are figures of what a box leads or spends, `seats` those of its own seats, `uneven` figures whose
    two ends differ, `negative` those with an end below zero, `pending` places without a value; `repaired`
    holds rejected claims, too.
    """

    holders: Holders
    areas: Holders
    seats: Said
    uneven: Said
    negative: Said
    pending: Said
    repaired: Said


def sort_out(boxes: Iterable[tuple[str, Iterable[BoundClaim]]]) -> Sorted:
    """The claims of boxes, given with their ids in the order in which they are to stay."""
    found = Sorted(defaultdict(dict), defaultdict(dict), [], [], [], [], [])
    for node, claims in boxes:
        for bound in claims:
            claim = bound.claim
            if claim.repairs:
                found.repaired.append(bound)
            if bound.rank == "deprecated":
                continue
            _add(found.holders[claim.predicate], node, bound)
            kind = type(claim.value)
            if kind is Quantity:
                _figure(found, node, bound)
            elif kind is Unstated:
                found.pending.append(bound)
    for said in (said for one in (found.holders, found.areas) for holders in one.values() for said in holders.values()):
        if len(said) > 1:
            said.sort(key=start)
    return found


def _add(holders: dict[str, Said], node: str, bound: BoundClaim) -> None:
    said = holders.get(node)
    if said is None:
        holders[node] = [bound]
    else:
        said.append(bound)


def _figure(found: Sorted, node: str, bound: BoundClaim) -> None:
    figure = bound.claim.value
    assert isinstance(figure, Quantity)
    low, high = figure.low, figure.high
    if figure.scope == "seat":
        found.seats.append(bound)
    else:
        _add(found.areas[bound.claim.predicate], node, bound)
    if low != high:
        found.uneven.append(bound)
    if (low is not None and low < 0) or (high is not None and high < 0):
        found.negative.append(bound)
