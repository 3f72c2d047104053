"""What drawing a block leaves behind: places of boxes, tree lines, and the way up from each box.

The way up (`climbs`) runs through free room from the lane beside a box to the lane beside its
superior. Tracks 0, 1 and 2 of a lane lie beside each other, so that lines can share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from orgraph.chart.boxes import Point
from orgraph.chart.style import BOX, SIDE


class Feed(NamedTuple):
    """How lines reach a row of boxes: down from the superior to the bus, and up from the lane above the row.

    `down` is empty where there is no superior.
    """

    down: tuple[Point, ...]
    bus: float
    up: tuple[Point, ...]
    lane: float


class Pen:
    """Collects the places of the boxes of one chart, each box by its number."""

    def __init__(self, heights: Sequence[float]) -> None:
        self.heights = heights
        self.places: list[Point] = [(0.0, 0.0)] * len(heights)
        self.lines: list[tuple[Point, ...]] = [()] * len(heights)
        self.climbs: list[tuple[Point, ...]] = [()] * len(heights)

    def from_above(self, box: int, x: float, y: float, feed: Feed) -> None:
        """Put a box where a line comes down into the middle of its top."""
        self.places[box] = (x, y)
        self.climbs[box] = ((x - SIDE, feed.lane), *feed.up)
        if feed.down:
            middle = x + BOX / 2
            self.lines[box] = (*feed.down, (middle, feed.bus), (middle, y))

    def from_side(self, box: int, x: float, y: float, spine: float, feed: Feed, lane: float) -> None:
        """Put a box where a line comes from a spine into the middle of its left side."""
        self.places[box] = (x, y)
        self.climbs[box] = ((lane, self.beside(box)[1]), (lane, feed.lane), *feed.up)
        if feed.down:
            middle = y + self.heights[box] / 2
            self.lines[box] = (*feed.down, (spine, feed.bus), (spine, middle), (x, middle))

    def below(self, box: int, x: float, y: float, above: int) -> None:
        """Put a box straight under its superior."""
        self.places[box] = (x, y)
        self.climbs[box] = (self.beside(above),)
        self.lines[box] = ((x + BOX / 2, self.bottom(above)), (x + BOX / 2, y))

    def bottom(self, box: int) -> float:
        """The lower edge of a box that has its place."""
        return self.places[box][1] + self.heights[box]

    def beside(self, box: int) -> Point:
        """The start of the lane at the left of a box, a little under the middle."""
        x, y = self.places[box]
        return x - SIDE, y + self.heights[box] / 2 + 7.0
