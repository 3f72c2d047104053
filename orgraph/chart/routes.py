"""Ways for the lines that the tree does not show: through lanes beside boxes and above rows, never over a box."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from orgraph.chart.boxes import Point
from orgraph.chart.forest import Extra, Forest
from orgraph.chart.pen import Pen
from orgraph.chart.style import SIDE, TRACK, TRACKS

_STEPS = 24  # levels that a line may climb; this also keeps the work linear
_FAR = 3200.0  # pixels that an eye still follows; a longer line is told in words only


def route(extra: Extra, number: int, forest: Forest, pen: Pen) -> tuple[Point, ...]:
    """Points from the superior to the subordinate; none when the two are too far apart.

    Lines with different numbers take different tracks of the same lanes, as far as there are tracks.
    """
    up, down = _above(extra.subordinate, forest), _above(extra.superior, forest)
    common = set(up) & set(down)
    if extra.subordinate == extra.superior or not (common or (_rooted(up, forest) and _rooted(down, forest))):
        return ()
    here, there = _climb(up, common, pen), _climb(down, common, pen)
    if not here or not there:
        return ()
    shift = TRACK * (number % TRACKS)
    path = [(x - shift, y + shift) for x, y in _join(here, there)]
    start, end = ((x + SIDE, y + shift) for x, y in (there[0], here[0]))
    points = straighten([start, *reversed(path), end])
    return points if sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points)) <= _FAR else ()


def straighten(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same way without repeated points and without points in the middle of a straight part.

    >>> straighten([(0, 0), (0, 5), (0, 5), (0, 3), (4, 3)])
    ((0, 0), (0, 3), (4, 3))
    """
    kept: list[Point] = []
    for point in points:
        if len(kept) > 1 and any(kept[-2][axis] == kept[-1][axis] == point[axis] for axis in (0, 1)):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)


def _above(place: int, forest: Forest) -> list[int]:
    """The box and those above it, as far as a line may climb."""
    found = [place]
    while len(found) < _STEPS and forest.parents[found[-1]] >= 0:
        found.append(forest.parents[found[-1]])
    return found


def _rooted(places: list[int], forest: Forest) -> bool:
    return forest.parents[places[-1]] < 0


def _climb(places: list[int], common: set[int], pen: Pen) -> list[Point]:
    """From beside a box up to the nearest common superior, or above the root; empty where a fold is in the way."""
    points = [pen.beside(places[0])]
    for place in places:
        if place in common:
            return points
        if not pen.climbs[place]:
            return []
        points.extend(pen.climbs[place])
    return points


def _join(here: list[Point], there: list[Point]) -> list[Point]:
    """Up from one end and down to the other, without the part that both have in common at the top."""
    same = 0
    while same < min(len(here), len(there)) and here[-1 - same] == there[-1 - same]:
        same += 1
    middle = [here[-same]] if same else []
    return [*here[: len(here) - same], *middle, *reversed(there[: len(there) - same])]
