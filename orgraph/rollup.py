"""The rollup: how many FTE the sources hold, how many a top position reaches, and why the rest is lost.

The figure of a box counts once, however many documents state it: that of the first document, its planned
staff included (a check reports documents that disagree). The staff that a text states for what a position
leads is never added to the figures below it: where every part has a figure the parts count, else the total
does. The seats of a table are a post's own; they count where no such figure covers them. A unit and the
position that heads it are one box; a unit without a line belongs below the unit that contains it. Ranges,
eliminated posts and figures of a wider area are no figure of a part: no exact sum can hold them.

Linear in nodes and lines, and nothing recurses: a chain of any length, or a loop, is measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

import networkx as nx

from orgraph.knots import knots
from orgraph.model import BoundClaim, Mention, Quantity, Unstated

MOST_READINGS: Final = 20  # rows of doubled references that are tried, each a rollup of its own
_DIGITS: Final = 60  # more than any figure of a source has; a sum is exact within them
_GONE: Final = ("eliminated", "former")
_ByStatus = dict[str, Decimal]
_Figures = dict[str, _ByStatus]  # of each box


# Why FTE may be lost, in the words of a report.
CAUSES: Final = {
    "self_report": "below a position that reports to itself",
    "loop": "in a reporting loop",
    "duplicate_reference": "in a loop through a reference that several rows carry",
    "unknown_superior": "below a reference that no row carries",
    "differs_by_case": "below a reference that differs from a row's by letter case only",
    "differs_by_zeros": "below a reference that differs from a row's by leading zeros only",
    "eliminated_superior": "below an eliminated position",
    "blank_superior": "with an empty cell in the place of the superior",
    "no_line": "without a reporting line",
}


class Lost(NamedTuple):
    """FTE that no top position reaches, why (one of CAUSES), and the boxes where the way up ends."""

    cause: str
    fte: Decimal
    boxes: tuple[str, ...] = ()


class Rollup(NamedTuple):
    """The FTE of the sources: `fte_in_sources` is `fte_reachable` and everything in `fte_lost`.

    `by_status` splits what is in the sources: vacant and planned apart from the rest.
    """

    fte_in_sources: Decimal
    fte_reachable: Decimal
    fte_lost: tuple[Lost, ...]
    by_status: Mapping[str, Decimal] = MappingProxyType({})
    tops: tuple[str, ...] = ()


def rollup(graph: nx.MultiDiGraph, followed: Iterable[str] = ()) -> Rollup:
    """The rollup of a graph, exact. Of a doubled reference the first row's line counts, or that of a row `followed`."""
    boxes = _Boxes(graph, frozenset(followed))
    causes, ends = boxes.causes()
    sums: dict[str, Decimal] = defaultdict(Decimal)
    apart: _ByStatus = {}
    with localcontext(prec=_DIGITS):
        for node, figures in _counted(boxes.below, *boxes.figures()).items():
            sums[causes[node]] += sum(figures.values(), Decimal(0))
            _add(apart, figures)
        everything = sum(sums.values(), Decimal(0))
    lost = (Lost(cause, fte, tuple(ends.get(cause, ()))) for cause, fte in sorted(sums.items()) if cause and fte)
    return Rollup(everything, sums[""], tuple(lost), dict(sorted(apart.items())), tuple(boxes.tops))


class Reading(NamedTuple):
    """What a rollup comes to if one of the rows that carry a reference is the one that is right."""

    first: str
    row: str
    fte_reachable: Decimal
    fte_lost: Decimal


def readings(graph: nx.MultiDiGraph) -> Iterator[Reading]:
    """For each reference on rows with different superiors, the rollup by each row's line; at most MOST_READINGS."""
    groups: dict[str, list[str]] = defaultdict(list)
    for node, first in duplicates(graph).items():
        groups[first].append(node)
    apart = {first: others for first, others in sorted(groups.items()) if _differ(graph, [first, *others])}
    rows = ((first, row) for first, others in apart.items() for row in (first, *sorted(others)))
    for first, row in islice(rows, MOST_READINGS):
        found = rollup(graph, [row] if row != first else [])
        yield Reading(first, row, found.fte_reachable, found.fte_in_sources - found.fte_reachable)


def _differ(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> bool:
    above = {
        tuple(sorted(high for _, high, key in graph.out_edges(node, keys=True) if key == "reports_to"))
        for node in nodes
    }
    return len(above) > 1


def duplicates(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Each position whose reference an earlier row of the same table carries too, and that row's position.

    Lines that name the reference lead to the first of them, as readers of such a table do.
    """
    first: dict[tuple[str, str], tuple[int, str]] = {}
    rows = [
        (bound.claim.document, bound.claim.value.text, bound.claim.evidence[0].line, node)
        for node, data in graph.nodes(data=True)
        if data["position_number"] is not None and data["post_status"] not in _GONE
        for bound in data["claims"]
        if bound.claim.predicate == "position_number"
        and bound.claim.subject.reference == bound.claim.value.text
        and bound.rank != "deprecated"
    ]
    for document, number, line, node in rows:
        place = first.get((document, number))
        if place is None or (line, node) < place:
            first[document, number] = (line, node)
    return {node: first[doc, number][1] for doc, number, _, node in rows if first[doc, number][1] != node}


class _Boxes:
    """The boxes that figures stand in, the lines between them, and the tops."""

    def __init__(self, graph: nx.MultiDiGraph, followed: frozenset[str]) -> None:
        self.graph = graph
        self.doubled = duplicates(graph)
        self.silent = (self.doubled.keys() - followed) | {self.doubled[node] for node in followed}
        self.box = {node: self.doubled.get(node, head) for node, head in _folded(graph).items()}
        self.gone = {node for node, status in graph.nodes(data="post_status") if status in _GONE}
        self.selfish: set[str] = set()
        self.below = nx.DiGraph()
        self.below.add_nodes_from(sorted(set(self.box.values())))
        self._draw()
        self.loops = [set(part) for part in knots(dict(self.below.adjacency()))]
        self.strangers = dict(_strangers(graph))
        self.marked = _places_of_superiors(graph)
        self.blank = {self.box[node] for node in self.marked["missing"] - self.silent}
        self.stated = {self.box[node] for node in self.marked["top"] - self.silent}
        self.tops = [node for node in self.below if self._is_top(node)]

    def _draw(self) -> None:
        """Lines from superior to report. Nothing leads to what is gone; a doubled reference has its first line."""
        for report, superior, predicate in self.graph.edges(keys=True):
            if predicate != "reports_to" or report in self.silent or report in self.gone:
                continue
            if superior == report:
                self.selfish.add(self.box[report])
            elif self.box[superior] != self.box[report]:
                self.below.add_edge(self.box[superior], self.box[report])
        for unit, whole, predicate in self.graph.edges(keys=True):
            if predicate != "part_of":
                continue
            unplaced = self.box[unit] == unit and unit not in self.selfish and not self.below.pred[unit]
            if unplaced and self.box[whole] != unit:
                self.below.add_edge(self.box[whole], unit)

    def figures(self) -> tuple[_Figures, _Figures]:
        """For each box the staff it leads, and its own seats."""
        areas: _Figures = {}
        seats: _Figures = {}
        for node in sorted(self.graph, key=lambda node: (self.box[node] != node, node)):
            if node not in self.gone:
                area, seat = _figures(self.graph.nodes[node]["claims"])
                if area:
                    areas.setdefault(self.box[node], area)
                if seat:
                    _add(seats.setdefault(self.box[node], {}), seat)
        return areas, seats

    def causes(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """For each box why no top reaches it ("" if one does), and for each cause the boxes it begins at."""
        doubled = set(self.doubled.values())
        knots = {True: set[str](), False: set[str]()}
        for part in self.loops:
            knots[not part.isdisjoint(doubled)] |= part
        seeds = {
            "self_report": {node for node in self.selfish if not self.below.in_degree(node)},
            "loop": knots[False],
            "duplicate_reference": knots[True],
            "eliminated_superior": {self.box[node] for node in self.gone},
            "blank_superior": {node for node in self.blank if not self.below.in_degree(node)},
            **{cause: {node for node, why in self.strangers.items() if why == cause} for cause in _ALIKE},
        }
        causes = dict.fromkeys(self.below, "no_line")
        for cause, found in seeds.items():
            causes.update(dict.fromkeys(_reached(self.below.successors, found), cause))
        causes.update(dict.fromkeys(_reached(self.below.successors, self.tops), ""))
        return causes, {cause: sorted(found) for cause, found in seeds.items()}

    def _is_top(self, node: str) -> bool:
        data = self.graph.nodes[node]
        if data["kind"] != "position" or self.below.pred[node] or node in self.selfish or node in self.gone:
            return False
        if node in self.strangers or node in self.blank:
            return False
        return bool(self.below.succ[node] or data["described_in"] or node in self.stated)


_ALIKE: Final = ("unknown_superior", "differs_by_case", "differs_by_zeros")


def _strangers(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    """Posts that rows name by a reference and no row carries, and what their reference differs by."""
    near = {
        (left.document, left.mention.reference): left.candidates
        for left in graph.graph["unresolved"]
        if left.mention.reference is not None
    }
    for node, data in graph.nodes(data=True):
        if data["claims"] or data["kind"] != "position":
            continue
        for key in _references(graph, node):
            known = [str(graph.nodes[other]["position_number"]) for other in near.get(key, ()) if other in graph]
            by_case = any(number.casefold() == str(key[1]).casefold() for number in known)
            yield node, "differs_by_case" if by_case else "differs_by_zeros" if known else "unknown_superior"


def _references(graph: nx.MultiDiGraph, node: str) -> Iterator[tuple[str, str]]:
    """Under which reference of which document rows name a post: the first that one does."""
    for _, _, data in graph.in_edges(node, data=True):
        for bound in data["claims"]:
            value = bound.claim.value
            if isinstance(value, Mention) and value.reference is not None:
                yield bound.claim.document, value.reference
                return


def _places_of_superiors(graph: nx.MultiDiGraph) -> dict[str, set[str]]:
    """The boxes of which a source has the place of the superior and no name there, by what it says instead."""
    found: dict[str, set[str]] = defaultdict(set)
    for node, claims in graph.nodes(data="claims"):
        for bound in claims:
            if bound.claim.predicate == "reports_to" and isinstance(bound.claim.value, Unstated):
                found[bound.claim.value.reason].add(node)
    return found


def _folded(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Each node and the box it belongs to: a unit with a single head is the box of its head."""
    heads: dict[str, list[str]] = defaultdict(list)
    for position, unit, predicate in graph.edges(keys=True):
        if predicate == "heads_unit":
            heads[unit].append(position)
    return {node: heads[node][0] if len(heads[node]) == 1 else node for node in graph}


def _figures(claims: Iterable[BoundClaim]) -> tuple[_ByStatus, _ByStatus]:
    """The staff that a box leads, and its own seats, by status; of each what the first document with it states.

    Of the staff led the first figure counts, and the first planned one; of seats, every row.
    """
    area: _ByStatus = {}
    seat: _ByStatus = {}
    first: dict[str, str] = {}
    for bound in claims:
        figure = bound.claim.value
        if not isinstance(figure, Quantity) or bound.rank == "deprecated" or not _is_exact_fte(figure):
            continue
        if bound.claim.document != first.setdefault(figure.scope, bound.claim.document) or figure.low is None:
            continue
        if figure.scope == "seat":
            _add(seat, {figure.status: figure.low})
        elif not any((status == "planned") == (figure.status == "planned") for status in area):
            area[figure.status] = figure.low
    return area, seat


def _is_exact_fte(figure: Quantity) -> bool:
    exact = figure.low is not None and figure.low == figure.high
    return exact and figure.measure == "fte" and figure.status != "eliminated" and figure.scope in ("own", "seat")


def _add(sums: _ByStatus, more: _ByStatus) -> None:
    for key, value in more.items():
        sums[key] = sums.get(key, Decimal(0)) + value


def _counted(below: nx.DiGraph, areas: _Figures, seats: _Figures) -> _Figures:
    """The figures that make the sum: the staff that boxes lead, and the seats that no such figure covers.

    Whoever states the staff of an area counts everybody in it, so the seats below are in that figure already.
    """
    counted = _led(below, areas) if areas else {}
    covered = _reached(below.successors, counted)
    return {**{node: seat for node, seat in seats.items() if node not in covered}, **counted}


def _led(below: nx.DiGraph, areas: _Figures) -> _Figures:
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
    dropped = whole | _reached(knots.successors, (part for knot in totals for part in knots.successors(knot)))
    return {node: areas[node] for knot in known - dropped for node in members[knot] if node in areas}


def _reached(beyond: Callable[[str], Iterable[str]], seeds: Iterable[str]) -> set[str]:
    """The seeds and everything that lies beyond them."""
    found = set(seeds)
    stack = list(found)
    while stack:
        fresh = set(beyond(stack.pop())) - found
        found |= fresh
        stack.extend(fresh)
    return found
