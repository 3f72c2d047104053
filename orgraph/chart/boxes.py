"""The records of a chart in the plane, and the boxes before they have a place: their lines of text and height."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from orgraph.chart.facts import Facts
from orgraph.chart.forest import Role
from orgraph.chart.marks import Mark
from orgraph.chart.metrics import width
from orgraph.chart.quotes import Quote
from orgraph.chart.style import BOX, LEAST, MARKS, PAD_X, PAD_Y, TYPES
from orgraph.chart.view import SHOWN
from orgraph.chart.wrap import wrap

Point = tuple[float, float]

_ROOM = BOX - 2 * PAD_X
_KEY = 10.0  # room at the right of a title for the letter of a tint
_BOND = "\u00a0"  # a space that no line is broken at
_MARKS = 3  # in the picture; a list of facts has all of them


class Words(NamedTuple):
    """One line of text: its type (a key of style.TYPES) and its baseline, counted from the top of the box."""

    text: str
    type: str
    baseline: float


class Box(NamedTuple):
    """A position or a unit in the plane; `level`, `rank` and `of` place it in the tree (all from 1).

    `tint` is an index into the legend of the layout, -1 for none.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...]
    facts: Facts
    marks: tuple[Mark, ...]
    quotes: tuple[Quote, ...]
    superior: str | None
    level: int
    rank: int
    of: int
    isolated: bool
    tint: int = -1
    focus: bool = False


class Line(NamedTuple):
    """A line from a superior (first point) to a subordinate (last point).

    `role` is "tree" for the line a box hangs on, else "second", "functional" or "loop". A line
    without points is told only by the mark in its box.
    """

    points: tuple[Point, ...]
    predicate: str
    modality: str
    role: Role
    subordinate: str
    superior: str
    quotes: tuple[Quote, ...]


class Heading(NamedTuple):
    """A line of text above a group of boxes."""

    text: str
    x: float
    y: float


class Layout(NamedTuple):
    """A whole chart: boxes in reading order, lines, and the sources it was drawn from."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    sources: tuple[str, ...]
    dates: tuple[str, ...]
    covered: str = ""  # how much the sources describe, "" where the chart is a part or all is described
    legend: tuple[str, ...] = ()  # names of the tints
    signed: bool = False


def set_words(
    facts: Facts, marks: tuple[Mark, ...], show: Collection[str] = SHOWN, *, keyed: bool = False
) -> tuple[tuple[Words, ...], float]:
    """The lines of a box, and the height that they need; `keyed` leaves room for the letter of a tint."""
    unit, person = (
        text if name in show else "" for name, text in (("unit", facts.unit), ("incumbent", facts.incumbent))
    )
    rows = [("title", facts.title), ("fact", person), ("unit", unit), ("fact", _bound(facts.figures(show)))]
    rows += _marks(marks)
    words: list[Words] = []
    y = PAD_Y
    for name, text in rows:
        size, leading, weight, _, most = TYPES[name]
        for line in wrap(text, _ROOM - (_KEY if keyed and name == "title" else 0.0), size, weight, most):
            words.append(Words(line.replace(_BOND, " "), name, y + 0.78 * leading))
            y += leading
    spare = max(0.0, LEAST - y - PAD_Y) / 2
    return tuple(word._replace(baseline=word.baseline + spare) for word in words), max(LEAST, y + PAD_Y)


def _marks(marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    """The marks as lines with their types; those of the lines are counted when they are many, no page is left out."""
    lines = [(MARKS[mark.kind], mark.text) for mark in marks if mark.kind not in ("page", "more")]
    if len(lines) > _MARKS + 1:  # one more takes no more room than its count
        lines = [*lines[:_MARKS], ("line", f"{len(lines) - _MARKS} more lines")]
    return lines + [(MARKS[mark.kind], mark.text) for mark in marks if mark.kind in ("page", "more")]


def _bound(figures: tuple[str, ...]) -> str:
    """The figures in one text that is broken between figures, and inside one only when it fills a line."""
    size, _, weight, *_ = TYPES["fact"]
    texts = [*(f"{figure} ·" for figure in figures[:-1]), *figures[-1:]]
    return " ".join(text.replace(" ", _BOND) if width(text, size, weight) <= _ROOM else text for text in texts)
