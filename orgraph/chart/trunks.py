"""Lines of one superior begin alike: each stretch is drawn once, so that none looks thicker than another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgraph.chart.boxes import Line, Point

Way = tuple[Point, ...]
_Stretches = dict[tuple[int, float], tuple[float, float]]  # axis and place of a level or an upright: from, to


def ways(lines: Sequence[Line]) -> list[tuple[Way, ...]]:
    """For each line the parts of it that no line before it has drawn.

    What is stated is drawn before what is inferred, so a stretch that both share is solid. Lines outside
    the tree are drawn whole. Linear in the points.
    """
    found: list[tuple[Way, ...]] = [(line.points,) if line.points else () for line in lines]
    known: dict[str, _Stretches] = defaultdict(dict)
    for stated in (True, False):
        for number, line in enumerate(lines):
            if line.role == "tree" and (line.modality == "stated") is stated:
                found[number] = tuple(_joined(_fresh(line.points, known[line.superior])))
    return found


def _fresh(points: Way, known: _Stretches) -> Iterator[tuple[Point, Point]]:
    """The steps of a way without what is known, which then grows by them."""
    for start, end in pairwise(points):
        axis = 0 if start[1] == end[1] else 1
        place = axis, start[1 - axis]
        here, there = start[axis], end[axis]
        low, high = min(here, there), max(here, there)
        if place not in known or known[place][0] > high or known[place][1] < low:
            known.setdefault(place, (low, high))
            yield start, end
            continue
        old_low, old_high = known[place]
        known[place] = min(low, old_low), max(high, old_high)
        rests = [(low, old_low)] if low < old_low else []
        rests += [(old_high, high)] if high > old_high else []
        for one, other in rests if here <= there else reversed(rests):
            first, last = (one, other) if here <= there else (other, one)
            yield _at(place, first), _at(place, last)


def _at(place: tuple[int, float], along: float) -> Point:
    axis, across = place
    return (along, across) if axis == 0 else (across, along)


def _joined(steps: Iterator[tuple[Point, Point]]) -> Iterator[Way]:
    """Steps that follow one another as one way."""
    way: list[Point] = []
    for start, end in steps:
        if way and way[-1] == start:
            way.append(end)
        else:
            if way:
                yield tuple(way)
            way = [start, end]
    if way:
        yield tuple(way)
