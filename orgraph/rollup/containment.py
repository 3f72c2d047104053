"""The way up along units: which unit holds a box, and why a box is in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from orgraph.knots import knots
from orgraph.rollup.boxes import Boxes
from orgraph.rollup.reach import reached

Below = dict[str, list[str]]
_PLACES: Final = ("in_unit", "part_of", "heads_unit")


class Containment:
    """The boxes below each unit, and below each post what no source places elsewhere than its superior."""

    def __init__(self, boxes: Boxes) -> None:
        kinds = boxes.graph.nodes(data="kind")
        self.units = {boxes.box[node] for node, kind in kinds if kind == "unit"}
        self.above = _stated(boxes)
        self.placed = set(self.above)
        for superior in sorted(boxes.below):
            for report in boxes.below[superior]:
                self.above.setdefault(report, [superior])
        self.below: Below = defaultdict(list)
        for node in boxes.all:
            for high in self.above.get(node, ()):
                self.below[high].append(node)
        self.boxes = boxes.all

    def causes(self, figured: Iterable[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """For each box why no topmost unit holds it ("" if one does), and for each cause the boxes it begins at."""
        loops = {node for knot in knots(self.below) for node in knot}
        causes = dict.fromkeys(self.boxes, "no_unit")
        causes.update(dict.fromkeys(self._reached(loops), "unit_loop"))
        tops = [node for node in self.boxes if node in self.units and node not in self.placed]
        causes.update(dict.fromkeys(self._reached(tops), ""))
        outside = sorted(node for node in figured if causes[node] == "no_unit")
        return causes, {"no_unit": outside, "unit_loop": sorted(loops & self.units)}

    def _reached(self, seeds: Iterable[str]) -> set[str]:
        return reached(self.below, seeds)


def _stated(boxes: Boxes) -> dict[str, list[str]]:
    """The units that sources place a box in; the unit that a post heads is the post's own box."""
    above: dict[str, list[str]] = defaultdict(list)
    for low, high, predicate in boxes.graph.edges(keys=True):
        if predicate in _PLACES and low not in boxes.gone:
            inner, outer = boxes.box[low], boxes.box[high]
            if inner != outer and outer not in above[inner]:
                above[inner].append(outer)
    return {node: found for node, found in above.items() if found}
