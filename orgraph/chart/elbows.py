"""Lines as office programs know them: connectors with at most two elbows, glued to the sides of boxes.

A connector is a preset shape in a frame: it starts at one corner and ends at the opposite one, and its
elbows lie at a share of the frame. The preset starts along the width; one that starts downwards is turned.
Programs disagree about connectors with more elbows, so a longer line goes through joints, where it is glued
as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from orgraph.chart.boxes import Box, Point
from orgraph.chart.style import SIDE

TOP, LEFT, BOTTOM, RIGHT = 0, 1, 2, 3  # the places on a box where a connector may be glued
_QUARTER: Final = 5_400_000  # of a turn, in 60,000ths of a degree
_LEAST = 0.01  # pixels: a frame has some extent
_PRESET: Final = "bentConnector3"


class Elbow(NamedTuple):
    """A connector: its preset, the glued sides, the frame before it is turned and flipped, and where its elbows lie."""

    preset: str
    start: int
    end: int
    x: float
    y: float
    width: float
    height: float
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    share: float | None = None


def pieces(points: Sequence[Point]) -> list[Sequence[Point]]:
    """A line cut at its joints. Each piece is straight, or has its level part half-way, or runs down a spine.

    >>> pieces([(0, 0), (0, 10), (-5, 10), (-5, 50), (-4, 50)])
    [[(0, 0), (0, 10), (-5, 10), (-5, 20)], [(-5, 20), (-5, 50), (-4, 50)]]
    """
    p = list(points)
    if len(p) < 5:
        return [p]
    upper = (p[2][0], 2 * p[1][1] - p[0][1])
    if len(p) == 5:
        return [[*p[:3], upper], [upper, *p[3:]]]
    if p[3][1] < p[2][1]:  # a folded chain goes up again
        return [[*p[:3], upper], *([*pair] for pair in pairwise([upper, *p[3:]]))]
    lower = (p[3][0], p[3][1] - (upper[1] - p[2][1]))
    return [[*p[:3], upper], [upper, lower], *pieces([lower, *p[3:]])]


def elbow(points: Sequence[Point], superior: Box | None = None) -> Elbow:
    """The connector for a piece, which never runs up but straight or to the side.

    One from the foot of a superior to the side of a report starts at the side of the superior.
    """
    (x0, y0), (x1, y1) = points[0], points[-1]
    if len(points) == 2:
        frame = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        sides = _leaving(points[0], points[1]), _leaving(points[1], points[0])
        return Elbow("line", *sides, *frame, flip_h=x1 < x0, flip_v=y1 < y0)
    if len(points) == 3:
        start = (superior.x, superior.y + superior.height / 2) if superior is not None else points[0]
        return _spine(start, points[-1], SIDE + 2.0 if superior is not None else _LEAST)
    sides = _leaving(points[0], points[1]), _leaving(points[-1], points[-2])
    across, down = max(abs(x1 - x0), _LEAST), max(abs(y1 - y0), _LEAST)
    downward = x0 == points[1][0]
    share = _share(points, 1 if downward else 0)
    if not downward:
        return Elbow(_PRESET, *sides, min(x0, x1), min(y0, y1), across, down, 0, x1 < x0, y1 < y0, share)
    turned = (x0 + x1 - down) / 2, (y0 + y1 - across) / 2, down, across
    right = x1 >= x0
    return Elbow(_PRESET, *sides, *turned, 3 * _QUARTER if right else _QUARTER, flip_h=right, share=share)


def _leaving(at: Point, to: Point) -> int:
    """The side on which a line leaves a point for the next."""
    if at[0] == to[0]:
        return BOTTOM if to[1] >= at[1] else TOP
    return RIGHT if to[0] > at[0] else LEFT


def _spine(start: Point, end: Point, out: float) -> Elbow:
    """From a left side out to the left, down, and into the left side of the report."""
    across = max(end[0] - start[0], _LEAST)
    return Elbow(_PRESET, LEFT, LEFT, *start, across, end[1] - start[1], share=-out / across)


def _share(points: Sequence[Point], axis: int) -> float:
    """Where the elbows lie between the ends.

    >>> _share([(0, 0), (0, 10), (30, 10), (30, 40)], 1)
    0.25
    """
    size = points[-1][axis] - points[0][axis]
    return (points[1][axis] - points[0][axis]) / (size if abs(size) > _LEAST else _LEAST)
