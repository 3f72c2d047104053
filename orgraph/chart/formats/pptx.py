"""A chart as PowerPoint: native boxes to edit, connectors glued to them, a page a slide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu

from orgraph.chart.book import Book, Page
from orgraph.chart.boxes import Box, Line, Point
from orgraph.chart.clean import clean
from orgraph.chart.elbows import Elbow, elbow, pieces
from orgraph.chart.metrics import width
from orgraph.chart.sheet import NAME, SAMPLE, Label, Sample, key, look, origin, stroke, swatch
from orgraph.chart.style import FOCUS, PAD_X, STACK, STROKES, TYPES, Face, Stroke

_FONT = "Calibri"  # what PowerPoint has everywhere; about as wide as the font that we measure
_POINT = 12_700  # English metric units, in which PowerPoint counts
_LARGEST = 51_206_400  # of a slide's side: 56 inches
_DASHES = {
    "6 4": "dash",
    "10 3": "lgDash",
    "1.6 4": "sysDot",
    "8 3 2 3": "lgDashDot",
    "3 3": "sysDash",
    "9 4": "lgDash",
}
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_THEN = datetime(2000, 1, 1)  # a file has a date, and ours must not be today's


def render(book: Book) -> bytes:
    """The file as bytes; every slide has the size of the largest sheet."""
    slides = Presentation()
    wide = max(page.sheet.width * page.sheet.scale for page in book.pages)
    high = max(page.sheet.height * page.sheet.scale for page in book.pages)
    fit = min(1.0, _LARGEST / _POINT / max(wide, high))
    slides.slide_width, slides.slide_height = (Emu(max(914_400, round(side * fit * _POINT))) for side in (wide, high))
    properties = slides.core_properties
    properties.title, properties.subject = _text(book.title or NAME)[:250], _text(origin(book.pages[0].layout))[:250]
    properties.author, properties.created, properties.modified = "orgraph", _THEN, _THEN
    properties.last_modified_by, properties.revision = "orgraph", 1
    for page in book.pages:
        slide = slides.slides.add_slide(slides.slide_layouts[6])
        slide.shapes.turbo_add_enabled = True
        _Slide(slide.shapes, page, page.sheet.scale * fit).draw()
    buffer = BytesIO()
    slides.save(buffer)
    return _undated(buffer.getvalue())


class _Slide:
    """The shapes of one slide; measures are pixels of the sheet until they become English metric units."""

    def __init__(self, shapes: Any, page: Page, scale: float) -> None:
        self.shapes, self.page, self.scale = shapes, page, scale
        self.boxes = {box.id: box for box in page.layout.boxes}
        self.joints: dict[Point, Any] = {}
        self.tied: set[tuple[Point, Point]] = set()

    def draw(self) -> None:
        """Boxes first, then the lines that are glued to them, then the words around."""
        layout, sheet = self.page.layout, self.page.sheet
        glued = {box.id: self.box(box) for box in layout.boxes}
        for line in sorted(layout.lines, key=lambda line: line.modality != "stated"):  # a shared part is solid
            if line.points:
                self.line(line, glued)
        for heading in layout.headings:
            self.label(Label(heading.text, "group", heading.x + sheet.x, heading.y + sheet.y))
        for label in sheet.labels:
            self.label(label)
        for sample in sheet.samples:
            self.sample(sample)
        for x, y, across in sheet.rules:
            self.straight(x, y, x + across, y, STROKES["stated"])

    def box(self, box: Box) -> Any:
        """A native rectangle that holds the whole text of the box: one paragraph a fact."""
        face = look(box)
        x, y = box.x + self.page.sheet.x, box.y + self.page.sheet.y
        if box.facts.group:
            self.rectangle(face, x + STACK, y + STACK, box.width, box.height)
        shape = self.rectangle(face._replace(outline=FOCUS) if box.focus else face, x, y, box.width, box.height)
        shape.name = _text(box.facts.title)[:120]
        self.words(shape, box)
        if box.tint >= 0:
            self.label(Label(key(box.tint), "key", x + box.width - 16.0, y + 15.0))
        return shape

    def words(self, shape: Any, box: Box) -> None:
        """The text of a box, wrapped by PowerPoint itself, so that it can be edited."""
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = self.units(PAD_X - 3.0)
        frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        paragraph, before = frame.paragraphs[0], None
        for words in box.words:
            if before is not None:
                paragraph = paragraph if words.type == before and words.type == "title" else frame.add_paragraph()
            again = bool(paragraph.runs)
            self.run(paragraph, words.text, words.type, after=" " if again else "")
            before = words.type

    def run(self, paragraph: Any, text: str, kind: str, after: str = "") -> None:
        """A piece of text in its type; `after` is what parts it from the one before."""
        type_ = TYPES[kind]
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = after + _text(text)
        run.font.size = max(_POINT, self.units(type_.size))  # a smaller size is not legal
        run.font.bold = type_.weight > 400
        run.font.name = _FONT
        run.font.color.rgb = _rgb(type_.colour)

    def line(self, line: Line, glued: dict[str, Any]) -> None:
        """A line that is glued to both boxes: of the tree in few elbows, another from bend to bend around the boxes."""
        ink = STROKES[stroke(line.role, line.modality)]
        ends = glued[line.superior], glued[line.subordinate]
        if line.role == "tree":
            self.tie(line.points, ink, *ends, self.boxes[line.superior])
            return
        points = _to_middles(line.points, self.boxes[line.superior], self.boxes[line.subordinate])
        start, name = ends[0], f"{line.predicate.replace('_', ' ')} {self.boxes[line.superior].facts.title}"
        for number, (here, there) in enumerate(pairwise(points)):
            end = ends[1] if there is points[-1] else self.joint(there)
            drawn = self.connect(elbow((here, there)), ink, start, end)
            drawn.name = _text(name)[:120]
            if number == 0:
                self.tail(drawn.line)
            start = end

    def tie(self, points: Sequence[Point], ink: Stroke, superior: Any, report: Any, box: Box) -> None:
        """Connectors from a superior to a report, through joints that all its reports share."""
        parts = pieces(points)
        start = superior
        for number, part in enumerate(parts):
            end = report if number == len(parts) - 1 else self.joint(part[-1])
            if (part[0], part[-1]) not in self.tied:
                self.connect(elbow(part, box if len(parts) == 1 else None), ink, start, end)
            if end is not report:
                self.tied.add((part[0], part[-1]))
            start = end

    def joint(self, at: Point) -> Any:
        """A shape too small to be seen, where lines meet."""
        if at not in self.joints:
            x, y = at[0] + self.page.sheet.x, at[1] + self.page.sheet.y
            place = self.units(x), self.units(y), 1, 1
            shape = self.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
            shape.name = "joint"
            self.plain(shape)
            shape.fill.background()
            shape.line.fill.background()
            self.joints[at] = shape
        return self.joints[at]

    def connect(self, way: Elbow, ink: Stroke, superior: Any, report: Any) -> Any:
        """A connector in the shape of our line, tied to the sides of two boxes."""
        kind = MSO_CONNECTOR.STRAIGHT if way.preset == "line" else MSO_CONNECTOR.ELBOW
        line = self.shapes.add_connector(kind, 0, 0, 1, 1)
        self.plain(line)
        line.begin_connect(superior, way.start)
        line.end_connect(report, way.end)
        x, y = self.page.sheet.x, self.page.sheet.y
        frame = line._element.spPr.find(qn("a:xfrm"))
        for name, value in (("rot", way.turn), ("flipH", way.flip_h), ("flipV", way.flip_v)):
            frame.attrib.pop(name, None)
            if value:
                frame.set(name, str(int(value)))
        offset, extent = frame.find(qn("a:off")), frame.find(qn("a:ext"))
        offset.set("x", str(self.units(way.x + x)))
        offset.set("y", str(self.units(way.y + y)))
        extent.set("cx", str(self.units(way.width)))
        extent.set("cy", str(self.units(way.height)))
        shape = line._element.spPr.find(qn("a:prstGeom"))
        shape.set("prst", way.preset)
        values = shape.find(qn("a:avLst"))
        values = values if values is not None else shape.makeelement(qn("a:avLst"), {})
        if way.share is not None:
            guide = {"name": "adj1", "fmla": f"val {round(way.share * 100_000)}"}
            values.append(values.makeelement(qn("a:gd"), guide))
        if values.getparent() is None:
            shape.append(values)
        self.pen(line.line, ink)
        return line

    def straight(self, x: float, y: float, right: float, down: float, ink: Stroke) -> None:
        """A line that is glued to nothing."""
        line = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(self.units(value) for value in (x, y, right, down)))
        self.plain(line)
        self.pen(line.line, ink)

    def rectangle(self, face: Face, x: float, y: float, across: float, down: float) -> Any:
        """A rectangle with the fill and the outline of a face."""
        kind = MSO_SHAPE.ROUNDED_RECTANGLE
        shape = self.shapes.add_shape(kind, *(self.units(value) for value in (x, y, across, down)))
        shape.adjustments[0] = min(0.5, face.radius / max(1.0, min(across, down)))
        self.plain(shape)
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(face.fill)
        self.pen(shape.line, face.outline)
        return shape

    def label(self, label: Label) -> None:
        """A line of text outside of the boxes."""
        kind = TYPES[label.type]
        top, across = label.y - 0.78 * kind.leading, 1.5 * width(label.text, kind.size, kind.weight) + 4.0
        place = (label.x, top, across, kind.leading)
        shape = self.shapes.add_textbox(*(self.units(value) for value in place))
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap = True
        self.run(frame.paragraphs[0], label.text, label.type)

    def sample(self, sample: Sample) -> None:
        """One item of the legend."""
        boxes = swatch(sample)
        for face, x, y in boxes:
            self.rectangle(face, x, y, SAMPLE, 16.0)
        if not boxes:
            middle = sample.y + 8.0
            self.straight(sample.x, middle, sample.x + SAMPLE, middle, STROKES[sample.key])
        elif len(sample.key) == 1:
            self.label(Label(sample.key, "key", sample.x + SAMPLE / 2 - 4.0, sample.y + 12.0))
        self.label(sample.label)

    def plain(self, shape: Any) -> None:
        """No shadow and no colour of a theme."""
        style = shape._element.find(qn("p:style"))
        shape._element.remove(style)

    def pen(self, line: Any, ink: Stroke) -> None:
        """Colour, width and dashes of a line or an outline."""
        line.color.rgb = _rgb(ink.colour)
        line.width = max(3_175, self.units(ink.width))
        if ink.dash:
            dash = line._get_or_add_ln().get_or_add_prstDash()
            dash.set("val", _DASHES[ink.dash])

    def tail(self, line: Any) -> None:
        """An arrow head at the superior, where our points begin."""
        outline = line._get_or_add_ln()
        outline.append(outline.makeelement(qn("a:headEnd"), {"type": "triangle"}))

    def units(self, pixels: float) -> int:
        """Pixels of the sheet as English metric units of the slide."""
        return round(pixels * self.scale * _POINT)


def _to_middles(points: Sequence[Point], superior: Box, report: Box) -> list[Point]:
    """The way with its ends moved to where a side of a box can be glued: its middle."""
    high, low = (box.y + box.height / 2 for box in (superior, report))
    if len(points) < 4:
        return list(points)
    return [(points[0][0], high), (points[1][0], high), *points[2:-2], (points[-2][0], low), (points[-1][0], low)]


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())  # type: ignore[no-untyped-call, no-any-return]


def _text(text: str) -> str:
    return _ILLEGAL.sub("?", clean(text))


def _undated(data: bytes) -> bytes:
    """The same archive without the time of day: equal charts give equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return out.getvalue()
