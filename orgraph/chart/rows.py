"""Blocks side by side under a box, in one row or in several: every row hangs on a bus.

Several rows are joined by a spine in a margin at the left. The blocks of several rows are taken
tall ones first, so that a row has blocks of about one height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from orgraph.chart.blocks import Block, Drawn, Head, Shape, chosen
from orgraph.chart.pen import Feed, Pen
from orgraph.chart.style import BOX, BUS, FALL, GAP, INDENT, LANE, SIDE, SPINE

_STRETCH = (0.7, 1.0, 1.4, 2.0)
_OPEN = 12  # rows that may still take a block: this keeps the work linear


class Rows(NamedTuple):
    """Which blocks stand in which row, each in which shape."""

    head: Head
    left: float
    items: Sequence[Block]
    picks: Sequence[int]
    rows: Sequence[Sequence[int]]

    def draw(self, x: float, y: float, pen: Pen, feed: Feed | None) -> Iterator[Drawn]:
        """Row by row from the top, each from the left."""
        shapes = chosen(self.items, self.picks)
        top = first = y + (self.head.height + FALL if self.head.box >= 0 else 0.0)
        for row in self.rows:
            feed = self._feed(x, top, first, pen)
            at = x + _margin(self.head, len(self.rows))
            for index in row:
                item, shape = self.items[index], shapes[index]
                if item.box >= 0:
                    pen.from_above(item.box, at + shape.left, top, feed)
                yield Drawn(item, self.picks[index], at, top, feed)
                at += shape.width + GAP
            top += max(shapes[index].height for index in row) + FALL

    def _feed(self, x: float, top: float, first: float, pen: Pen) -> Feed:
        lane, upper = top - LANE, first - LANE
        margin = x + SPINE + 9.0 if self.head.box >= 0 else x - 18.0
        detour = ((margin, lane), (margin, upper)) if top > first else ()
        if self.head.box < 0:
            return Feed((), top - BUS, detour, lane)
        beside = pen.beside(self.head.box)
        middle = beside[0] + SIDE + BOX / 2
        down = ((middle, pen.bottom(self.head.box)), (middle, first - BUS))
        aside = ((x + SPINE, first - BUS), (x + SPINE, top - BUS)) if top > first else ()
        return Feed((*down, *aside), top - BUS, (*detour, (beside[0], upper), beside), lane)


def shapes(head: Head, items: Sequence[Block], aspect: float) -> Iterator[Shape]:
    """Arrangements in one row and in several, with flat blocks and with tall ones."""
    for picks in dict.fromkeys(_picks(items)):
        yield from _wrapped(head, items, picks, aspect)


def _picks(items: Sequence[Block]) -> Iterator[tuple[int, ...]]:
    """For each height that a row may have, the narrowest shapes; a single block may have any shape."""
    if len(items) == 1:
        yield from ((pick,) for pick in range(len(items[0].shapes)))
        return
    flat = max(item.lowest for item in items)
    tallest = max(items, key=lambda item: item.shapes[0].height)
    for limit in sorted({flat, *(shape.height for shape in tallest.shapes if shape.height > flat)}):
        yield tuple(item.fitting(limit) for item in items)


def _wrapped(head: Head, items: Sequence[Block], picks: Sequence[int], aspect: float) -> Iterator[Shape]:
    made = chosen(items, picks)
    total = sum(shape.width + GAP for shape in made)
    yield _shape(head, items, picks, [range(len(items))])
    order = sorted(range(len(items)), key=lambda index: -made[index].height)
    ideal = sqrt(aspect * sum((shape.width + GAP) * (shape.height + FALL) for shape in made))
    widest = max(shape.width for shape in made)
    for width in sorted({max(widest, ideal * stretch) for stretch in _STRETCH}):
        if width < total - GAP:
            yield _shape(head, items, picks, _break(order, made, width))


def _break(order: Sequence[int], made: Sequence[Shape], width: float) -> list[list[int]]:
    """Rows no wider than the width, but for a block that is wider on its own; each block in the first with room."""
    rows: list[list[int]] = []
    left: list[float] = []  # room in each row
    for index in order:
        need = made[index].width + GAP
        recent = range(max(0, len(rows) - _OPEN), len(rows))
        row = next((row for row in recent if need - GAP <= left[row]), len(rows))
        if row == len(rows):
            rows.append([])
            left.append(width)
        rows[row].append(index)
        left[row] -= need
    return rows


def _shape(head: Head, items: Sequence[Block], picks: Sequence[int], rows: Sequence[Sequence[int]]) -> Shape:
    made = chosen(items, picks)
    widths = [sum(made[index].width + GAP for index in row) - GAP for row in rows]
    width = max(head.width, BOX, max(widths) + _margin(head, len(rows)))
    below = sum(max(made[index].height for index in row) + FALL for row in rows)
    left = _left(rows, made, widths, width)
    width = max(width, left + head.width)
    total = head.height + below if head.box >= 0 else below - FALL
    return Shape(width, total, left, Rows(head, left, items, picks, rows), _strain(items, made, len(rows)))


def _left(rows: Sequence[Sequence[int]], made: Sequence[Shape], widths: Sequence[float], width: float) -> float:
    """Left edge of the box above: in the middle of the heads of a single row, else of the whole width."""
    if len(rows) > 1:
        return round((width - BOX) / 2)
    first, last = made[rows[0][0]], made[rows[0][-1]]
    return round((first.left + widths[0] - last.width + last.left) / 2)


def _strain(items: Sequence[Block], made: Sequence[Shape], rows: int) -> float:
    """A reader must look for rows that are not the first, and for boxes that are stacked beside others."""
    own = min(120.0 * (rows - 1), 240.0) + (120.0 if len(items) > 1 and any(item.box < 0 for item in items) else 0.0)
    return own + max(shape.strain for shape in made)


def _margin(head: Head, rows: int) -> float:
    return INDENT if head.box >= 0 and rows > 1 else 0.0
