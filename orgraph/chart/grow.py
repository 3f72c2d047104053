"""From a forest to blocks: which arrangements each box offers for what hangs under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orgraph.chart import chains, columns, rows
from orgraph.chart.aides import REACH, tall
from orgraph.chart.blocks import Block, Head, Shape, leaf
from orgraph.chart.forest import Forest
from orgraph.chart.style import BOX

_ROW = 8  # boxes without reports that may still stand side by side; more are stacked


class Tree(NamedTuple):
    """What hangs under each box, and what stands beside it."""

    below: Sequence[tuple[int, ...]]
    beside: Mapping[int, tuple[int, ...]]
    heights: Sequence[float]

    def head(self, place: int) -> Head:
        """A box with its assistants."""
        beside = self.beside.get(place)
        if not beside:
            return Head(place, self.heights[place], BOX)
        return Head(place, tall(place, beside, self.heights), REACH)

    def single(self, place: int) -> bool:
        """Whether a box is a link of a chain."""
        return place >= 0 and len(self.below[place]) == 1 and place not in self.beside


def grow(forest: Forest, heights: Sequence[float], beside: Mapping[int, tuple[int, ...]], aspect: float) -> list[Block]:
    """The block of each root, in order; built from the last box to the first, so reports come before superiors."""
    aides = {aide for some in beside.values() for aide in some}
    below = [tuple(child for child in some if child not in aides) for some in forest.children] if aides else None
    tree = Tree(below or forest.children, beside, heights)
    made: dict[int, Block] = {}
    for place in range(len(forest.names) - 1, -1, -1):
        if place in aides:
            continue
        if not tree.below[place]:
            made[place] = leaf(tree.head(place))
        elif not tree.single(place):
            items = [made.pop(child) for child in tree.below[place]]
            made[place] = Block(place, _fan(tree, place, items, aspect))
        elif not tree.single(forest.parents[place]):
            boxes = _down(tree, place)
            foot = tree.below[boxes[-1]]
            tail = made.pop(foot[0]) if foot else None
            made[place] = Block(place, chains.shapes(boxes, heights, tail, aspect))
    return [made[root] for root in forest.roots]


def _down(tree: Tree, top: int) -> list[int]:
    """The boxes of a chain: each but the last has one report; a last box without reports belongs to it."""
    boxes = [top]
    while tree.single(boxes[-1]):
        below = tree.below[boxes[-1]][0]
        if len(tree.below[below]) > 1 or below in tree.beside:
            break
        boxes.append(below)
    return boxes


def _fan(tree: Tree, place: int, items: list[Block], aspect: float) -> Iterator[Shape]:
    """Under a box with several reports: rows of them, rows with the leaves stacked, or columns."""
    head = tree.head(place)
    leaves = [item for item in items if not tree.below[item.box]]
    branches = [item for item in items if tree.below[item.box]]
    if len(leaves) <= _ROW:
        yield from rows.shapes(head, items, aspect)
    if branches and len(leaves) > 1:
        yield from rows.shapes(head, [columns.stack(leaves, aspect), *branches], aspect)
    yield from columns.shapes(head, leaves + branches, aspect)
