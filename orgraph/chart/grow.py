"""From a forest to blocks: which arrangements each box offers for what hangs under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgraph.chart import chains, columns, rows
from orgraph.chart.blocks import Block, Shape, leaf
from orgraph.chart.forest import Forest

_ROW = 8  # boxes without reports that may still stand side by side; more are stacked


def grow(forest: Forest, heights: Sequence[float], aspect: float) -> list[Block]:
    """The block of each root, in order; built from the last box to the first, so reports come before superiors."""
    made: dict[int, Block] = {}
    for place in range(len(forest.names) - 1, -1, -1):
        below = forest.children[place]
        if not below:
            made[place] = leaf(place, heights[place])
        elif len(below) > 1:
            items = [made.pop(child) for child in below]
            made[place] = Block(place, _fan(place, heights[place], items, forest, aspect))
        elif not _single(forest, forest.parents[place]):
            boxes = _down(forest, place)
            foot = forest.children[boxes[-1]]
            tail = made.pop(foot[0]) if foot else None
            made[place] = Block(place, chains.shapes(boxes, heights, tail, aspect))
    return [made[root] for root in forest.roots]


def _single(forest: Forest, place: int) -> bool:
    return place >= 0 and len(forest.children[place]) == 1


def _down(forest: Forest, top: int) -> list[int]:
    """The boxes of a chain: each but the last has one report; a last box without reports belongs to it."""
    boxes = [top]
    while _single(forest, boxes[-1]):
        below = forest.children[boxes[-1]][0]
        if len(forest.children[below]) > 1:
            break
        boxes.append(below)
    return boxes


def _fan(place: int, height: float, items: list[Block], forest: Forest, aspect: float) -> Iterator[Shape]:
    """Under a box with several reports: rows of them, rows with the leaves stacked, or columns."""
    leaves = [item for item in items if not forest.children[item.box]]
    branches = [item for item in items if forest.children[item.box]]
    if len(leaves) <= _ROW:
        yield from rows.shapes(place, height, items, aspect)
    if branches and len(leaves) > 1:
        yield from rows.shapes(place, height, [columns.stack(leaves, aspect), *branches], aspect)
    yield from columns.shapes(place, height, leaves + branches, aspect)
