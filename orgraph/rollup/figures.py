"""The figures of boxes: the staff that each leads, its own seats, and which of them make the sum."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import networkx as nx

from orgraph.model import BoundClaim, Quantity
from orgraph.rollup.reach import reached

ByStatus = dict[str, Decimal]
Figures = dict[str, ByStatus]  # of each box


def figures_of(claims: Iterable[BoundClaim]) -> tuple[ByStatus, ByStatus]:
    """The staff that a box leads, and its own seats, by status; of each what the first document with it states.

    Of the staff led the first figure counts, and the first planned one; of seats, every row.
    """
    area: ByStatus = {}
    seat: ByStatus = {}
    first: dict[str, str] = {}
    for bound in claims:
        figure = bound.claim.value
        if type(figure) is not Quantity or bound.rank == "deprecated" or not _is_exact_fte(figure):
            continue
        document = bound.claim.evidence[0].document
        if document != first.setdefault(figure.scope, document) or figure.low is None:
            continue
        if figure.scope == "seat":
            add(seat, {figure.status: figure.low})
        elif not any((status == "planned") == (figure.status == "planned") for status in area):
            area[figure.status] = figure.low
    return area, seat


def _is_exact_fte(figure: Quantity) -> bool:
    if figure.measure != "fte" or figure.status == "eliminated" or figure.scope not in ("own", "seat"):
        return False
    return figure.low is not None and figure.low == figure.high


def add(sums: ByStatus, more: ByStatus) -> None:
    """Add figures to sums, status by status."""
    for key, value in more.items():
        sums[key] = sums.get(key, Decimal(0)) + value


def counted(below: nx.DiGraph, areas: Figures, seats: Figures) -> Figures:
    """The figures that make the sum: the staff that boxes lead, and the seats that no such figure covers.

    Whoever states the staff of an area counts everybody in it, so the seats below are in that figure already.
    """
    leading = _led(below, areas) if areas else {}
    covered = reached(below.successors, leading)
    return {**{node: seat for node, seat in seats.items() if node not in covered}, **leading}


def _led(below: nx.DiGraph, areas: Figures) -> Figures:
    """Of each box the staff it leads, or what its parts lead, never both.

    The boxes of a loop are taken together: inside it nobody is below anybody.
    """
    knots = nx.condensation(below)
    members = knots.nodes(data="members")
    whole, known = set(), set()
    for knot in reversed(list(nx.topological_sort(knots))):
        parts = list(knots.successors(knot))
        if parts and all(part in known for part in parts):
            whole.add(knot)
        if knot in whole or any(node in areas for node in members[knot]):
            known.add(knot)
    totals = [knot for knot in known - whole if knots.out_degree(knot)]
    dropped = whole | reached(knots.successors, (part for knot in totals for part in knots.successors(knot)))
    return {node: areas[node] for knot in known - dropped for node in members[knot] if node in areas}
