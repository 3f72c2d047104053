"""The sheet around a chart: the title block above it and the legend below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgraph.chart.boxes import Layout
from orgraph.chart.clean import clean, shorten
from orgraph.chart.metrics import width
from orgraph.chart.style import FACES, MARGIN, STROKES, TYPES
from orgraph.chart.wrap import wrap

NAME = "Organization chart"
_LEAST = 560.0
_SAMPLE, _ITEM, _ROW = 30.0, 26.0, 22.0  # width of a legend's sample, room after an item, height of a row
_MEANINGS = {
    "described": "position with its own description",
    "mentioned": "position only mentioned",
    "described unit": "unit with its own description",
    "unit": "team or unit that reports",
    "stated": "reports to, as stated",
    "inferred": "reports to, inferred",
    "second": "further superior",
    "functional": "functional line",
    "loop": "line that closes a loop",
}


class Label(NamedTuple):
    """A line of text on the sheet, at its baseline."""

    text: str
    type: str
    x: float
    y: float


class Sample(NamedTuple):
    """A legend item: a key of FACES or of STROKES, the upper left corner of its row, and its text."""

    key: str
    x: float
    y: float
    label: Label


class Sheet(NamedTuple):
    """Size of the sheet, where the chart starts, and what stands around it."""

    width: float
    height: float
    x: float
    y: float
    labels: tuple[Label, ...]
    samples: tuple[Sample, ...]


def sheet(layout: Layout, title: str | None, *, block: bool = True) -> Sheet:
    """The sheet for a chart, with or without its title block; a missing title is replaced by a plain one."""
    room = max(layout.width, _LEAST)
    labels, y = _block(layout, clean(title or "") or NAME, room) if block else ((), MARGIN)
    samples, bottom = _legend(layout, room, y + layout.height + 34.0)
    return Sheet(room + 2 * MARGIN, bottom + MARGIN, MARGIN, y, labels, samples)


def face(kind: str, described: bool) -> str:
    """The key of FACES for a box."""
    return ("described unit" if described else "unit") if kind == "unit" else "described" if described else "mentioned"


def stroke(role: str, modality: str) -> str:
    """The key of STROKES for a line."""
    return role if role != "tree" else modality


def _block(layout: Layout, title: str, room: float) -> tuple[tuple[Label, ...], float]:
    """Title and sources, and where the chart may start."""
    labels, y = [], MARGIN
    for name, text in (("head", title), ("source", origin(layout))):
        kind = TYPES[name]
        for line in wrap(text, min(room, 1400.0), kind.size, kind.weight, kind.most):
            labels.append(Label(line, name, MARGIN, y + 0.78 * kind.leading))
            y += kind.leading
    return tuple(labels), y + 24.0


def origin(layout: Layout) -> str:
    """What the chart was drawn from, in one sentence."""
    boxes, count = len(layout.boxes), len(layout.sources)
    parts = [f"{boxes} {'box' if boxes == 1 else 'boxes'} from {count} {'source' if count == 1 else 'sources'}"]
    if layout.sources:
        parts[0] += ": " + ", ".join(shorten(layout.sources, 4, "sources"))
    if layout.dates:
        span = layout.dates[0] if len(layout.dates) == 1 else f"{layout.dates[0]} to {layout.dates[-1]}"
        parts.append(f"effective {span}")
    return " · ".join(parts)


def _legend(layout: Layout, room: float, y: float) -> tuple[tuple[Sample, ...], float]:
    """Only the marks that occur in the chart; rows are filled from the left."""
    samples, x = [], MARGIN
    kind = TYPES["legend"]
    for key in _occurring(layout):
        need = _SAMPLE + 8.0 + width(_MEANINGS[key], kind.size, kind.weight)
        if x > MARGIN and x + need > MARGIN + room:
            x, y = MARGIN, y + _ROW
        samples.append(Sample(key, x, y, Label(_MEANINGS[key], "legend", x + _SAMPLE + 8.0, y + 12.0)))
        x += need + _ITEM
    return tuple(samples), y + 16.0


def _occurring(layout: Layout) -> Iterator[str]:
    faces = {face(box.facts.kind, box.facts.described) for box in layout.boxes}
    strokes = {stroke(line.role, line.modality) for line in layout.lines}
    yield from (key for key in FACES if key in faces)
    yield from (key for key in STROKES if key in strokes)
