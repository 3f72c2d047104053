"""A chain: boxes with one report each, straight under one another; a long chain is folded into columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from orgraph.chart.blocks import Block, Drawn, Shape
from orgraph.chart.boxes import Point
from orgraph.chart.pen import Feed, Pen
from orgraph.chart.style import BOX, FALL, FOLD

_LINK = 26.0  # between the boxes of a chain
_SINK = 22.0  # by which the later columns of a folded chain start lower than the first
_STRAIGHT = 12  # boxes that are never folded


class Chain(NamedTuple):
    """The boxes of a chain from the top, in columns, and the block that ends it."""

    columns: Sequence[Sequence[int]]
    left: float
    tail: Block | None
    pick: int
    indent: float
    deepest: float

    def draw(self, x: float, y: float, pen: Pen, feed: Feed | None) -> Iterator[Drawn]:
        """Down each column; the first box has its place already."""
        last, at = self.columns[0][0], x + self.left
        for number, column in enumerate(self.columns):
            top = y + (_SINK if number else 0.0)
            for box in column:
                if box != last:
                    self._link(box, at, top, last, pen)
                top += pen.heights[box] + _LINK
                last = box
            at += BOX + FOLD
        if self.tail is not None:
            end = self.tail.shapes[self.pick]
            pen.below(self.tail.box, x + self.indent + end.left, y + self.deepest, last)
            yield Drawn(self.tail, self.pick, x + self.indent, y + self.deepest)

    def _link(self, box: int, x: float, y: float, above: int, pen: Pen) -> None:
        if pen.places[above][0] == x:
            pen.below(box, x, y, above)
        else:
            pen.places[box] = (x, y)
            pen.lines[box] = self._turn(x, y, pen.places[above][0], pen.bottom(above))

    def _turn(self, x: float, y: float, left: float, bottom: float) -> tuple[Point, ...]:
        """From the foot of one column round to the head of the next."""
        start, gap, end = left + BOX / 2, x - FOLD / 2, x + BOX / 2
        low, high = bottom + _LINK / 2, y - _SINK / 2
        return (start, bottom), (start, low), (gap, low), (gap, high), (end, high), (end, y)


def shapes(boxes: Sequence[int], heights: Sequence[float], tail: Block | None, aspect: float) -> Iterator[Shape]:
    """Straight down, and folded when the chain is long."""
    for pick in range(len(tail.shapes) if tail else 1):
        yield _shape([boxes], heights, tail, pick)
    if len(boxes) > _STRAIGHT:
        total = sum(heights[box] + _LINK for box in boxes)
        for stretch in (0.5, 1.0, 2.0):
            count = ceil(sqrt(stretch * aspect * total / (BOX + FOLD)))
            columns = _split(boxes, heights, total / count)
            for pick in range(len(tail.shapes) if tail else 1):
                yield _shape(columns, heights, tail, pick)


def _split(boxes: Sequence[int], heights: Sequence[float], target: float) -> list[list[int]]:
    columns: list[list[int]] = [[]]
    used = 0.0
    for box in boxes:
        if columns[-1] and used + heights[box] / 2 > target:
            columns.append([])
            used = 0.0
        columns[-1].append(box)
        used += heights[box] + _LINK
    return columns


def _shape(columns: Sequence[Sequence[int]], heights: Sequence[float], tail: Block | None, pick: int) -> Shape:
    """The tail stands under the last column; both are moved right as far as neither sticks out at the left."""
    run = len(columns) * (BOX + FOLD) - FOLD
    deepest = max(sum(heights[box] + _LINK for box in column) for column in columns) + (
        _SINK if len(columns) > 1 else 0
    )
    if tail is None:
        return Shape(run, deepest - _LINK, 0.0, Chain(columns, 0.0, None, 0, 0.0, deepest))
    end = tail.shapes[pick]
    shift = end.left - (run - BOX)
    left, indent = max(shift, 0.0), max(-shift, 0.0)
    below = deepest + (FALL - _LINK if len(columns) > 1 else 0.0)
    width = max(left + run, indent + end.width)
    plan = Chain(columns, left, tail, pick, indent, below)
    return Shape(width, below + end.height, left, plan, end.strain)
