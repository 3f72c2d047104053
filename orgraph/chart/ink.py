"""What every drawing of a line needs: its arrow head and its dashes."""

from __future__ import annotations

from orgraph.chart.boxes import Line, Point
from orgraph.chart.style import Stroke

_LONG, _HALF = 7.0, 3.5


def arrow(line: Line) -> tuple[Point, Point, Point] | None:
    """The corners of the arrow head at the superior; lines of the tree have none."""
    if line.role == "tree" or len(line.points) < 2:
        return None
    (x, y), behind = line.points[0], line.points[1]
    back = -_LONG if behind[0] < x else _LONG
    return (x, y), (x + back, y - _HALF), (x + back, y + _HALF)


def dashes(look: Stroke) -> list[float]:
    """Lengths of dashes and gaps in pixels; none for a solid line.

    >>> dashes(Stroke("#000000", 1.0, "6 4"))
    [6.0, 4.0]
    """
    return [float(part) for part in look.dash.split()]
