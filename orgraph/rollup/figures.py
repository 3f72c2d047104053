"""The figures of boxes: the staff that each leads, its own seats, and which of them make the sum."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from decimal import Decimal

import networkx as nx

from orgraph.model import BoundClaim, Quantity
from orgraph.rollup.reach import reached

ByStatus = dict[str, Decimal]
Figures = dict[str, ByStatus]  # of each box
Below = Mapping[str, Sequence[str]]  # the lines from each box to those below it


def figures_of(claims: Iterable[BoundClaim]) -> tuple[ByStatus, ByStatus]:
    """The staff that a box leads, and its own seats, by status; of each what the first document with it states.

    Of the staff led the first figure counts, and the first planned one; of seats, every row.
    """
    area: ByStatus = {}
    seat: ByStatus = {}
    first: dict[str, str] = {}
    for bound in claims:
        figure = bound.claim.value
        if type(figure) is not Quantity or figure.measure != "fte" or bound.rank == "deprecated":
            continue
        if not _is_exact(figure) or figure.low is None:
            continue
        document = bound.claim.evidence[0].document
        if document != first.setdefault(figure.scope, document):
            continue
        if figure.scope == "seat":
            seat[figure.status] = seat[figure.status] + figure.low if figure.status in seat else figure.low
        elif not any((status == "planned") == (figure.status == "planned") for status in area):
            area[figure.status] = figure.low
    return area, seat


def _is_exact(figure: Quantity) -> bool:
    if figure.status == "eliminated" or figure.scope not in ("own", "seat"):
        return False
    return figure.low is figure.high or figure.low == figure.high


def add(sums: ByStatus, more: ByStatus) -> None:
    """Add figures to sums, status by status."""
    for key, value in more.items():
        sums[key] = sums.get(key, Decimal(0)) + value


def counted(below: Below, areas: Figures, seats: Figures) -> Figures:
    """The figures that make the sum: the staff that boxes lead, and the seats that no such figure covers.

    Whoever states the staff of an area counts everybody in it, so the seats below are in that figure already.
    """
    leading = {node: areas[node] for node in led(below, areas)} if areas else {}
    covered = reached(below, leading)
    return {**{node: seat for node, seat in seats.items() if node not in covered}, **leading}


def led(below: Below, areas: Collection[str], vague: Container[str] = ()) -> list[str]:
    """The boxes whose areas make the sum: of each box the staff it leads, or what its parts lead, never both.

    The parts count where all of them have a figure; parts that are `vague` not in the place of an exact total.
    The boxes of a loop are taken together: inside it nobody is below anybody.
    """
    knots = _knots(below, areas)
    members = knots.nodes(data="members")
    whole, known, unsure = set(), set(), set()
    for knot in _upward(knots):
        own = [node for node in members[knot] if node in areas]
        parts = list(knots.successors(knot))
        dim = any(part in unsure for part in parts)
        exact = bool(own) and not any(node in vague for node in own)
        if parts and all(part in known for part in parts) and not (dim and exact):
            whole.add(knot)
        if knot in whole or own:
            known.add(knot)
            if dim if knot in whole else not exact:
                unsure.add(knot)
    return _kept(knots, known, whole, areas)


def widest(below: Below, areas: Mapping[str, Decimal]) -> list[str]:
    """The boxes whose areas make the sum where a total holds more than its parts: the topmost of each way up.

    Where the parts make more than the figure above them, that figure was not of all of them, and the parts count.
    """
    knots = _knots(below, areas)
    members = knots.nodes(data="members")
    made: dict[int, Decimal] = {}
    whole, known = set(), set()
    for knot in _upward(knots):
        own = [areas[node] for node in members[knot] if node in areas]
        parts = sum((made[part] for part in knots.successors(knot)), Decimal(0))
        made[knot] = max(sum(own, Decimal(0)), parts)
        if own:
            known.add(knot)
            if parts > sum(own):
                whole.add(knot)
    return _kept(knots, known, whole, areas)


def _knots(below: Below, areas: Iterable[str]) -> nx.DiGraph:
    """The lines with every loop as one node."""
    lines = nx.DiGraph((high, low) for high, lows in below.items() for low in lows)
    lines.add_nodes_from(areas)
    return nx.condensation(lines)


def _upward(knots: nx.DiGraph) -> list[int]:
    """The knots of a condensation, each behind all that is below it."""
    return list(reversed(list(nx.topological_sort(knots))))


def _kept(knots: nx.DiGraph, known: set[int], whole: set[int], areas: Container[str]) -> list[str]:
    """The boxes with areas of known knots that are not the sum of their parts, nor below such a one."""
    totals = [knot for knot in known - whole if knots.out_degree(knot)]
    dropped = whole | reached(knots.adj, (part for knot in totals for part in knots.successors(knot)))
    members = knots.nodes(data="members")
    return [node for knot in sorted(known - dropped) for node in members[knot] if node in areas]
