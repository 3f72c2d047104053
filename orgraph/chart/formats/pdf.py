"""A chart as PDF: vectors, text that can be selected and searched, a bookmark a page, tags that lead to their page."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from orgraph.chart.book import Book, Page
from orgraph.chart.boxes import Box, Line, Point
from orgraph.chart.clean import clean
from orgraph.chart.ink import arrow, dashes
from orgraph.chart.metrics import FACES as WEIGHTS
from orgraph.chart.metrics import font_file
from orgraph.chart.sheet import NAME, SAMPLE, Label, Sample, key, look, origin, stroke, swatch
from orgraph.chart.style import FOCUS, PAD_X, STACK, STROKES, TYPES, Face, Stroke
from orgraph.chart.trunks import Way, ways


def render(book: Book) -> bytes:
    """The file of all pages, each as large as its sheet; the same book gives the same bytes."""
    for weight in WEIGHTS:
        registerFont(TTFont(_font(weight), font_file(weight)))
    buffer = BytesIO()
    paper = Canvas(buffer, invariant=1, pageCompression=1)
    paper.setTitle(clean(book.title) or NAME)
    paper.setSubject(origin(book.pages[0].layout))
    paper.setCreator("orgraph")
    for number, page in enumerate(book.pages, 1):
        _Drawing(paper, page).page(number)
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def _font(weight: int) -> str:
    return f"orgraph-{weight}"


class _Drawing:
    """One page on its canvas: all measures are pixels from the upper left corner, as in the layout."""

    def __init__(self, canvas: Any, page: Page) -> None:
        self.canvas = canvas
        self.layout, self.sheet, self.name = page
        sheet = page.sheet
        canvas.setPageSize((sheet.width * sheet.scale, sheet.height * sheet.scale))
        canvas.scale(sheet.scale, sheet.scale)
        self.dx, self.dy = 0.0, sheet.height

    def page(self, number: int) -> None:
        """Everything on the page, the chart after the words around it."""
        self.canvas.bookmarkPage(f"page-{number}")
        if self.name:
            self.canvas.addOutlineEntry(clean(self.name), f"page-{number}", 0)
        for label in self.sheet.labels:
            self.label(label)
        for sample in self.sheet.samples:
            self.sample(sample)
        for x, y, across in self.sheet.rules:
            self.path(((x, y), (x + across, y)), STROKES["stated"])
        self.dx, self.dy = self.sheet.x, self.sheet.height - self.sheet.y
        for line, drawn in zip(self.layout.lines, ways(self.layout.lines), strict=True):
            self.line(line, drawn)
        for box in self.layout.boxes:
            self.box(box)
        for heading in self.layout.headings:
            self.label(Label(heading.text, "group", heading.x, heading.y))

    def box(self, box: Box) -> None:
        """Outline, tint, text, and a link on each tag that names a page."""
        if box.focus:
            self.outline(Face("", FOCUS, 6.0), box.x - 4.0, box.y - 4.0, box.width + 8.0, box.height + 8.0)
        if box.facts.group:
            self.outline(look(box)._replace(bar=""), box.x + STACK, box.y + STACK, box.width, box.height)
        self.outline(look(box), box.x, box.y, box.width, box.height)
        if box.tint >= 0:
            self.label(Label(key(box.tint), "key", box.x + box.width - 16.0, box.y + 15.0))
        pages = {mark.text.split(" ")[0]: mark.page for mark in box.marks if mark.page}
        for words in box.words:
            page = pages.get(words.text.split(" ")[0], 0) if words.type == "more" else 0
            self.label(Label(words.text, words.type, box.x + PAD_X, box.y + words.baseline, page))

    def line(self, line: Line, drawn: Iterable[Way]) -> None:
        """The parts of a line that are not drawn yet, with its arrow head."""
        if not line.points:
            return
        ink = STROKES[stroke(line.role, line.modality)]
        for way in drawn:
            self.path(way, ink)
        head = arrow(line)
        if head is not None:
            path = self.canvas.beginPath()
            path.moveTo(*self.at(head[0]))
            for corner in head[1:]:
                path.lineTo(*self.at(corner))
            path.close()
            self.canvas.setFillColor(ink.colour)
            self.canvas.drawPath(path, stroke=0, fill=1)

    def path(self, points: tuple[Point, ...], ink: Stroke) -> None:
        """An open line."""
        self.pen(ink)
        path = self.canvas.beginPath()
        path.moveTo(*self.at(points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(point))
        self.canvas.drawPath(path, stroke=1, fill=0)

    def outline(self, face: Face, x: float, y: float, across: float, down: float) -> None:
        """A box with its fill, and the bar of a described position."""
        self.pen(face.outline)
        corner = self.at((x, y + down))
        if face.fill:
            self.canvas.setFillColor(face.fill)
        radius = min(face.radius, down / 2)
        self.canvas.roundRect(*corner, across, down, radius, stroke=1, fill=int(bool(face.fill)))
        if face.bar:
            self.canvas.setFillColor(face.bar)
            self.canvas.rect(*corner, 5.0, down, stroke=0, fill=1)

    def label(self, label: Label) -> None:
        """A line of text; one that names a page is a link to it."""
        kind = TYPES[label.type]
        x, y = self.at((label.x, label.y))
        self.canvas.setFont(_font(kind.weight), kind.size)
        self.canvas.setFillColor(kind.colour)
        self.canvas.drawString(x, y, label.text)
        if label.page:
            area = (
                x,
                y - 0.3 * kind.size,
                x + self.canvas.stringWidth(label.text, _font(kind.weight), kind.size),
                y + kind.size,
            )
            self.canvas.linkRect("", f"page-{label.page}", area, relative=1, thickness=0)

    def sample(self, sample: Sample) -> None:
        """One item of the legend."""
        boxes = swatch(sample)
        for face, x, y in boxes:
            self.outline(face, x, y, SAMPLE, 16.0)
        if not boxes:
            middle = sample.y + 8.0
            self.path(((sample.x, middle), (sample.x + SAMPLE, middle)), STROKES[sample.key])
        elif len(sample.key) == 1:
            self.label(Label(sample.key, "key", sample.x + SAMPLE / 2 - 4.0, sample.y + 12.0))
        self.label(sample.label)

    def pen(self, ink: Stroke) -> None:
        """Colour, width and dashes of what is drawn next."""
        self.canvas.setStrokeColor(ink.colour)
        self.canvas.setLineWidth(ink.width)
        self.canvas.setDash(dashes(ink) or [])

    def at(self, point: Point) -> Point:
        """A point of the chart on the page, which counts from its lower edge."""
        return point[0] + self.dx, self.dy - point[1]
