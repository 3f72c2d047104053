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
    several: list[Said] = []
    for node, claims in boxes:
        for bound in claims:
            claim = bound.claim
            if claim.repairs:
                found.repaired.append(bound)
            if bound.rank == "deprecated":
                continue
            holders = found.holders[claim.predicate]
            said = holders.get(node)
            if said is None:
                holders[node] = [bound]
            else:
                said.append(bound)
                if len(said) == 2:
                    several.append(said)
            kind = type(claim.value)
            if kind is Quantity:
                _figure(found, several, node, bound)
            elif kind is Unstated:
                found.pending.append(bound)
    for said in several:
        said.sort(key=start)
    return found


def _figure(found: Sorted, several: list[Said], node: str, bound: BoundClaim) -> None:
    figure = bound.claim.value
    assert isinstance(figure, Quantity)
    low, high = figure.low, figure.high
    if figure.scope == "seat":
        found.seats.append(bound)
    else:
        said = found.areas[bound.claim.predicate].setdefault(node, [])
        said.append(bound)
        if len(said) == 2:
            several.append(said)
    if low is not high and low != high:
        found.uneven.append(bound)
    if (low is not None and low < 0) or (high is not None and high < 0):
        found.negative.append(bound)
