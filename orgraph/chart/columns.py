"""Blocks stacked in columns: each hangs from a spine at the left of its column.

One column hangs right from the box above; several hang on a bus. A stack has no box of its own and
hangs on the bus of the row that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from orgraph.chart.blocks import NONE, Block, Drawn, Head, Shape
from orgraph.chart.pen import Feed, Pen
from orgraph.chart.style import BOX, BUS, FALL, INDENT, LANE, LEAD, SIDE, SPINE, STEP

_BETWEEN = 12.0  # between columns; the indent makes it up to a gap


class Columns(NamedTuple):
    """Which blocks stand in which column, each in its narrowest shape."""

    head: Head
    left: float
    columns: Sequence[Sequence[Block]]

    def draw(self, x: float, y: float, pen: Pen, feed: Feed | None) -> Iterator[Drawn]:
        """Column by column from the left, each from the top."""
        hung = feed is not None and self.head.box < 0
        top = y if hung else y + self.head.height + _fall(len(self.columns))
        feed = feed if feed is not None and hung else self._feed(top, pen)
        for column in self.columns:
            at = top
            for item in column:
                shape = item.shapes[0]
                pen.from_side(item.box, x + INDENT + shape.left, at, x + SPINE, feed, x + INDENT - SIDE)
                yield Drawn(item, 0, x + INDENT, at)
                at += shape.height + STEP
            x += _width(column) + _BETWEEN

    def _feed(self, top: float, pen: Pen) -> Feed:
        left, bottom = pen.places[self.head.box][0], pen.bottom(self.head.box)
        beside = pen.beside(self.head.box)
        if len(self.columns) == 1:
            lane = bottom + 5.0
            return Feed(((left + SPINE, bottom),), bottom, ((beside[0], lane), beside), lane)
        middle = left + BOX / 2
        down = ((middle, bottom), (middle, top - BUS))
        return Feed(down, top - BUS, ((beside[0], top - LANE), beside), top - LANE)


def shapes(head: Head, items: Sequence[Block], aspect: float) -> Iterator[Shape]:
    """A single column, a few columns, and as many as make a page of about the aspect."""
    total = sum(item.shapes[0].height + STEP for item in items)
    widest = _width(items)
    ideal = sqrt(aspect * total / widest)
    counts = {1, 2, 3, *(ceil(ideal * stretch) for stretch in (0.5, 0.75, 1.0, 1.5))}
    for count in sorted(count for count in counts if count <= len(items)):
        yield _shape(head, _split(items, total / count))


def stack(items: Sequence[Block], aspect: float) -> Block:
    """Blocks in columns as one block without a box."""
    return Block(-1, shapes(NONE, items, aspect))


def _split(items: Sequence[Block], target: float) -> list[list[Block]]:
    """Columns of about the target height, in the order of the blocks."""
    columns: list[list[Block]] = [[]]
    used = 0.0
    for item in items:
        height = item.shapes[0].height + STEP
        if columns[-1] and used + height / 2 > target:
            columns.append([])
            used = 0.0
        columns[-1].append(item)
        used += height
    return columns


def _shape(head: Head, columns: Sequence[Sequence[Block]]) -> Shape:
    width = sum(_width(column) + _BETWEEN for column in columns) - _BETWEEN
    deepest = max(sum(item.shapes[0].height + STEP for item in column) for column in columns) - STEP
    left = 0.0 if len(columns) == 1 else round((width - BOX) / 2)
    above = head.height + _fall(len(columns)) if head.box >= 0 else 0.0
    width = max(width, left + head.width)
    return Shape(width, above + deepest, left, Columns(head, left, columns), _strain(columns))


def _strain(columns: Sequence[Sequence[Block]]) -> float:
    """More than a few columns cost a little each; so do branches in a column, where levels no longer line up."""
    below = [item.shapes[0] for column in columns for item in column]
    branches = 160.0 if any(shape.plan is not None for shape in below) else 0.0
    return min(30.0 * max(len(columns) - 3, 0), 90.0) + branches + max(shape.strain for shape in below)


def _width(column: Sequence[Block]) -> float:
    return INDENT + max(item.shapes[0].width for item in column)


def _fall(columns: int) -> float:
    return LEAD if columns == 1 else FALL
