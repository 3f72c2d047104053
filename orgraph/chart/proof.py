"""The proof of a layout: no box over a box, no line through a box, by rectangles and segments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from orgraph.chart.boxes import Box, Layout, Point

_CELL = 400.0  # of the grid that keeps the pairs few; it forgets none
_TOUCH = 0.01  # a line may run along an edge


def overlaps(layout: Layout) -> tuple[int, int]:
    """How many pairs of boxes overlap, and how many lines run through a box."""
    grid: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in layout.boxes:
        for cell in _cells(box.x, box.y, box.x + box.width, box.y + box.height):
            grid[cell].append(box)
    over = {(one.id, two.id) for near in grid.values() for one, two in combinations(near, 2) if _share(one, two)}
    through = sum(any(_through(start, end, grid) for start, end in pairwise(line.points)) for line in layout.lines)
    return len(over), through


def _cells(x: float, y: float, right: float, down: float) -> Iterator[tuple[int, int]]:
    for column in range(int(x // _CELL), int(right // _CELL) + 1):
        for row in range(int(y // _CELL), int(down // _CELL) + 1):
            yield column, row


def _share(one: Box, two: Box) -> bool:
    beside = one.x + one.width <= two.x or two.x + two.width <= one.x
    return not beside and one.y < two.y + two.height and two.y < one.y + one.height


def _through(start: Point, end: Point, grid: dict[tuple[int, int], list[Box]]) -> bool:
    """Whether a segment along an axis enters the inside of a box."""
    (left, right), (top, low) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return any(
        left < box.x + box.width - _TOUCH
        and right > box.x + _TOUCH
        and top < box.y + box.height - _TOUCH
        and low > box.y + _TOUCH
        for cell in _cells(left, top, right, low)
        for box in grid.get(cell, ())
    )
