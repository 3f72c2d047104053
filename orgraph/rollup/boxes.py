"""The boxes that figures stand in, the lines between them, and why a line ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import networkx as nx

from orgraph.knots import knots
from orgraph.model import Mention, Unstated
from orgraph.rollup.doubles import duplicates
from orgraph.rollup.figures import Figures, add, figures_of
from orgraph.rollup.reach import reached
from orgraph.terms import GONE

_ALIKE: Final = ("unknown_superior", "differs_by_case", "differs_by_spaces", "differs_by_zeros")


class Boxes:
    """The boxes that figures stand in, sorted; the lines from each to those below it; and the tops.

    Of a doubled reference the first row's line counts, or that of a row `followed`.
    """

    def __init__(self, graph: nx.MultiDiGraph, followed: Collection[str] = ()) -> None:
        self.graph = graph
        self.doubled = duplicates(graph)
        self.silent = (self.doubled.keys() - set(followed)) | {self.doubled[node] for node in followed}
        self.box = {**_folded(graph), **self.doubled}
        self.gone = {node for node, status in graph.nodes(data="post_status") if status in GONE}
        self.selfish: set[str] = set()
        self.all = sorted(set(self.box.values()))
        self.below: dict[str, list[str]] = {}
        self.led: set[str] = set()
        self._draw()
        self.loops = [set(part) for part in knots(self.below)]
        self.strangers = dict(_strangers(graph))
        self.marked = _places_of_superiors(graph)
        self.blank = {self.box[node] for node in self.marked["missing"] - self.silent}
        self.stated = {self.box[node] for node in self.marked["top"] - self.silent}
        # A row that says of its post that it is the top is one, though another row of that reference has the lines.
        apart = (self.marked["top"] & self.silent) - self.gone
        self.tops = sorted({node for node in self.all if self._is_top(node)} | apart)

    def _draw(self) -> None:
        """Lines from superior to report. Nothing leads to what is gone; a doubled reference has its first line."""
        box, parts = self.box, []
        for report, superior, predicate in self.graph.edges(keys=True):
            if predicate == "part_of":
                parts.append((report, superior))
            if predicate != "reports_to" or report in self.silent or report in self.gone:
                continue
            if superior == report:
                self.selfish.add(box[report])
            elif box[superior] != box[report]:
                self._line(box[superior], box[report])
        for unit, whole in parts:
            unplaced = box[unit] == unit and unit not in self.selfish and unit not in self.led
            if unplaced and box[whole] != unit:
                self._line(box[whole], unit)

    def _line(self, high: str, low: str) -> None:
        self.below.setdefault(high, []).append(low)
        self.led.add(low)

    def figures(self) -> tuple[Figures, Figures]:
        """For each box the staff it leads, and its own seats."""
        areas: Figures = {}
        seats: Figures = {}
        box, claims = self.box, self.graph.nodes(data="claims")
        heads = sorted(node for node in self.graph if box[node] == node)
        others = sorted(node for node in self.graph if box[node] != node)
        for node in (*heads, *others):
            if node not in self.gone:
                area, seat = figures_of(claims[node])
                if area:
                    areas.setdefault(box[node], area)
                if seat and seats.setdefault(box[node], seat) is not seat:
                    add(seats[box[node]], seat)
        return areas, seats

    @cached_property
    def causes(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """For each box why no top reaches it ("" if one does), and for each cause the boxes it begins at."""
        doubled = set(self.doubled.values())
        knots = {True: set[str](), False: set[str]()}
        for part in self.loops:
            knots[not part.isdisjoint(doubled)] |= part
        seeds = {
            "self_report": self.selfish - self.led,
            "loop": knots[False],
            "duplicate_reference": knots[True],
            "eliminated_superior": {self.box[node] for node in self.gone},
            "blank_superior": self.blank - self.led,
            **{cause: {node for node, why in self.strangers.items() if why == cause} for cause in _ALIKE},
        }
        causes = dict.fromkeys(self.all, "no_line")
        for cause, found in seeds.items():
            causes.update(dict.fromkeys(reached(self.below, found), cause))
        causes.update(dict.fromkeys(reached(self.below, self.tops), ""))
        return causes, {cause: sorted(found) for cause, found in seeds.items()}

    def lost(self, figured: Iterable[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """The causes, and where each begins; what has no line begins at the boxes with figures."""
        causes, ends = self.causes
        return causes, {**ends, "no_line": sorted(node for node in figured if causes[node] == "no_line")}

    def _is_top(self, node: str) -> bool:
        if node in self.led or node in self.selfish or node in self.gone:
            return False
        data = self.graph.nodes[node]
        if data["kind"] != "position" or node in self.strangers or node in self.blank:
            return False
        return bool(node in self.below or data["described_in"] or node in self.stated)


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
            yield node, _difference(str(key[1]), known)


def _difference(reference: str, known: Sequence[str]) -> str:
    """What a reference differs by from those that rows carry and that are like it."""
    if not known:
        return "unknown_superior"
    folded = reference.casefold()
    if any(number.casefold() == folded for number in known):
        return "differs_by_case"
    spaced = any("".join(number.casefold().split()) == "".join(folded.split()) for number in known)
    return "differs_by_spaces" if spaced else "differs_by_zeros"


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
            value = bound.claim.value
            if type(value) is Unstated and bound.claim.predicate == "reports_to":
                found[value.reason].add(node)
    return found


def _folded(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Each node and the box it belongs to: a unit with a single head is the box of its head."""
    heads: dict[str, list[str]] = defaultdict(list)
    for position, unit, predicate in graph.edges(keys=True):
        if predicate == "heads_unit":
            heads[unit].append(position)
    alone = {unit: found[0] for unit, found in heads.items() if len(found) == 1}
    return {node: alone.get(node, node) for node in graph}
