"""Boxes that no line touches: gathered in a plain grid under the chart, with a heading."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from orgraph.chart.boxes import Heading
from orgraph.chart.pen import Pen
from orgraph.chart.style import BOX, FALL, GAP, STEP

_LEAST = 3 * (BOX + GAP)
_HEAD = 26.0  # from the baseline of the heading's row to the grid


def gather_aside(
    boxes: Sequence[int], pen: Pen, top: float, width: float, aspect: float
) -> tuple[Heading, float, float]:
    """Place the boxes under `top`, row by row; the heading, and the width and the lower edge that are used."""
    area = sum((BOX + GAP) * (pen.heights[box] + STEP) for box in boxes)
    room = max(width, sqrt(area * aspect), _LEAST)
    across = min(len(boxes), max(1, int((room + GAP) // (BOX + GAP))))
    start = top + FALL if top else 0.0
    heading = Heading(f"No reporting line in the sources ({len(boxes)})", 0.0, start + 13.0)
    y = start + _HEAD
    for first in range(0, len(boxes), across):
        row = boxes[first : first + across]
        for number, box in enumerate(row):
            pen.places[box] = (number * (BOX + GAP), y)
        y += max(pen.heights[box] for box in row) + STEP
    return heading, across * (BOX + GAP) - GAP, y - STEP
