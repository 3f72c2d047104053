"""The sheet around a chart: the title block above it, the legend and the room for signatures below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import NamedTuple

from orgraph.chart.boxes import Box, Layout
from orgraph.chart.clean import clean, shorten
from orgraph.chart.facts import Facts
from orgraph.chart.metrics import width
from orgraph.chart.paper import EDGE, LARGEST, POINT, Paper
from orgraph.chart.style import FACES, MARGIN, STROKES, TYPES, Face
from orgraph.chart.style import TINTS as FILLS
from orgraph.chart.wrap import wrap

NAME = "Organization chart"
SAMPLE = 30.0  # width of a legend's sample
_LEAST = 560.0
_ITEM, _ROW = 26.0, 22.0  # room after a legend's item, height of a row
_WIDEST = 1400.0  # of a title
_SIGN = 300.0  # width of a line to sign on
_NEAR = 1.25  # how far the shape of a sheet may be from the aspect that was asked for
_MEANINGS = {
    "described": "position with its own description",
    "ghost": "named as a superior, fits no single post",
    "vacant": "post that is vacant, planned or eliminated",
    "mentioned": "position only mentioned",
    "described unit": "unit with its own description",
    "unit": "team or unit that reports",
    "group": "several posts in one box",
    "stated": "reports to, as stated",
    "inferred": "reports to, inferred",
    "second": "further superior",
    "functional": "functional line",
    "loop": "line that closes a loop",
}


_LETTERS = tuple(ascii_uppercase[: len(FILLS)])


class Label(NamedTuple):
    """A line of text on the sheet, at its baseline; `page` is the page it leads to, 0 for none."""

    text: str
    type: str
    x: float
    y: float
    page: int = 0


class Sample(NamedTuple):
    """A legend item: a key of FACES or of STROKES, or the letter of a tint; the upper left corner, and its text."""

    key: str
    x: float
    y: float
    label: Label


class Sheet(NamedTuple):
    """Size of the sheet in pixels, where the chart starts, and what stands around it.

    `scale` is the points that a pixel measures in print; `rules` are the lines to sign on (x, y, width).
    """

    width: float
    height: float
    x: float
    y: float
    labels: tuple[Label, ...]
    samples: tuple[Sample, ...]
    scale: float = POINT
    rules: tuple[tuple[float, float, float], ...] = ()
    printed: bool = False


def sheet(
    layout: Layout,
    title: str | None,
    *,
    block: bool = True,
    paper: Paper | None = None,
    aspect: float | None = None,
    name: str = "",
    told: str | None = None,
) -> Sheet:
    """The sheet for a chart, with or without its title block; a missing title is replaced by a plain one.

    On paper the sheet has the paper's shape and the largest scale that fits; with an `aspect` it is made wider
    or higher with white until it is within a quarter of it. `name` tells one page from others;
    `told` stands where the sources and their dates are named.
    """
    room = max(layout.width, paper.room[0] / LARGEST if paper else _LEAST)
    heading = (("head", clean(title or "") or NAME), ("page", name), ("source", told or origin(layout)))
    labels, y = _block(heading, room) if block else ((), MARGIN)
    samples, bottom = _legend(layout, room, y + layout.height + 34.0)
    signs: tuple[Label, ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()
    if layout.signed and block:
        signs, rules, bottom = _signatures(room, bottom + 52.0)
    left = MARGIN + (room - layout.width) / 2 if paper else MARGIN
    made = Sheet(room + 2 * MARGIN, bottom + MARGIN, left, y, (*labels, *signs), samples, rules=rules)
    if paper is not None:
        return _printed(made, paper)
    return made if aspect is None or not block else _padded(made, aspect)


def face(facts: Facts) -> str:
    """The key of FACES for a box."""
    if facts.kind == "unit":
        return "described unit" if facts.described else "unit"
    if facts.ghost:
        return "ghost"
    return "vacant" if facts.status else "described" if facts.described else "mentioned"


def look(box: Box) -> Face:
    """How a box is drawn: its face, filled with its tint if it has one."""
    usual = FACES[face(box.facts)]
    return usual if box.tint < 0 else usual._replace(fill=FILLS[box.tint])


def key(tint: int) -> str:
    """The letter of a tint, "" for none.

    >>> key(0), key(-1)
    ('A', '')
    """
    return ascii_uppercase[tint] if tint >= 0 else ""


def swatch(sample: Sample) -> list[tuple[Face, float, float]]:
    """The little boxes of a legend's item with their corners, the lowest first; none for a line."""
    x, y = sample.x, sample.y
    if sample.key in _LETTERS:
        return [(Face(FILLS[_LETTERS.index(sample.key)], STROKES["stated"], 3.0), x, y)]
    if sample.key not in FACES:
        return []
    usual = FACES[sample.key]._replace(radius=min(FACES[sample.key].radius, 7.0))
    return [(usual, x + 3.0, y + 3.0), (usual, x, y)] if sample.key == "group" else [(usual, x, y)]


def stroke(role: str, modality: str) -> str:
    """The key of STROKES for a line."""
    return role if role != "tree" else modality


def origin(layout: Layout) -> str:
    """What the chart was drawn from, in one sentence."""
    boxes, count = len(layout.boxes), len(layout.sources)
    parts = [f"{boxes} {'box' if boxes == 1 else 'boxes'} from {count} {'source' if count == 1 else 'sources'}"]
    if layout.sources:
        parts[0] += ": " + ", ".join(shorten(layout.sources, 4, "sources"))
    if layout.dates:
        span = layout.dates[0] if len(layout.dates) == 1 else f"{layout.dates[0]} to {layout.dates[-1]}"
        parts.append(f"effective {span}")
    if layout.covered:
        parts.append(layout.covered)
    return " · ".join(parts)


def _block(heading: Iterable[tuple[str, str]], room: float) -> tuple[tuple[Label, ...], float]:
    """Title and sources, and where the chart may start."""
    labels, y = [], MARGIN
    for type_, text in heading:
        kind = TYPES[type_]
        for line in wrap(text, min(room, _WIDEST), kind.size, kind.weight, kind.most):
            labels.append(Label(line, type_, MARGIN, y + 0.78 * kind.leading))
            y += kind.leading
    return tuple(labels), y + 24.0


def _legend(layout: Layout, room: float, y: float) -> tuple[tuple[Sample, ...], float]:
    """Only the marks that occur in the chart; rows are filled from the left."""
    samples, x = [], MARGIN
    kind = TYPES["legend"]
    for sample, text in _occurring(layout):
        (line,) = wrap(text, room - SAMPLE - 8.0, kind.size, kind.weight, 1) or ("",)
        need = SAMPLE + 8.0 + width(line, kind.size, kind.weight)
        if x > MARGIN and x + need > MARGIN + room:
            x, y = MARGIN, y + _ROW
        samples.append(Sample(sample, x, y, Label(line, "legend", x + SAMPLE + 8.0, y + 12.0)))
        x += need + _ITEM
    return tuple(samples), y + 16.0


def _occurring(layout: Layout) -> Iterator[tuple[str, str]]:
    faces = {face(box.facts) for box in layout.boxes}
    strokes = {stroke(line.role, line.modality) for line in layout.lines}
    faces |= {"group"} if any(box.facts.group for box in layout.boxes) else set()
    yield from ((name, _MEANINGS[name]) for name in FACES if name in faces)
    yield from ((name, _MEANINGS[name]) for name in STROKES if name in strokes)
    used = {box.tint for box in layout.boxes}
    yield from ((key(tint), name) for tint, name in enumerate(layout.legend) if tint in used)


def _signatures(room: float, y: float) -> tuple[tuple[Label, ...], tuple[tuple[float, float, float], ...], float]:
    """Lines for those who answer for the chart: name, signature and date."""
    count = 2 if room >= 2 * _SIGN + 40.0 else 1
    labels: list[Label] = []
    rules: list[tuple[float, float, float]] = []
    for number, role in enumerate(("Manager", "Classification officer")):
        column, row = number % count, number // count
        x, top = MARGIN + column * (_SIGN + 40.0), y + row * 60.0
        rules.append((x, top, _SIGN))
        labels.append(Label(f"{role}: name, signature, date", "legend", x, top + 16.0))
    return tuple(labels), tuple(rules), y + 60.0 * ((len(labels) - 1) // count) + 18.0


def _printed(made: Sheet, paper: Paper) -> Sheet:
    """The sheet as large as the paper, with the paper's white edge instead of its own margin."""
    across, down = paper.room
    scale = min(LARGEST, across / (made.width - 2 * MARGIN), down / (made.height - 2 * MARGIN))
    moved = _moved(made, paper.width / scale, paper.height / scale, EDGE / scale - MARGIN)
    return moved._replace(scale=scale, printed=True)


def _padded(made: Sheet, aspect: float) -> Sheet:
    """White at the sides or below, until the sheet is within a quarter of the aspect."""
    wide = max(made.width, made.height * aspect / _NEAR)
    return _moved(made, wide, max(made.height, wide / (aspect * _NEAR)), 0.0)


def _moved(made: Sheet, width: float, height: float, down: float) -> Sheet:
    """Everything in the middle of a larger sheet, and lower by `down`."""
    right = (width - made.width) / 2
    return made._replace(
        width=width,
        height=height,
        x=made.x + right,
        y=made.y + down,
        labels=tuple(_shifted(label, right, down) for label in made.labels),
        samples=tuple(
            sample._replace(x=sample.x + right, y=sample.y + down, label=_shifted(sample.label, right, down))
            for sample in made.samples
        ),
        rules=tuple((x + right, y + down, across) for x, y, across in made.rules),
    )


def _shifted(label: Label, right: float, down: float) -> Label:
    return label._replace(x=label.x + right, y=label.y + down)
