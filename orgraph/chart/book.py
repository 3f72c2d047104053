"""The book: the pages of a chart, each with its sheet, an index in front of them, and what can be proved of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgraph.chart.boxes import Layout
from orgraph.chart.content import Content
from orgraph.chart.layout import place
from orgraph.chart.metrics import width
from orgraph.chart.pages import Part, pages, split
from orgraph.chart.paper import Paper
from orgraph.chart.proof import overlaps
from orgraph.chart.sheet import NAME, Label, Sheet, origin, sheet
from orgraph.chart.style import COMFORT, MARGIN, TYPES
from orgraph.chart.wrap import wrap
from orgraph.text import clip

_SIZES = (60, 40, 30, 20, 12, 8)  # boxes a page that are tried until the print is legible
_ROW, _COLUMN = 22.0, 460.0


class Page(NamedTuple):
    """One page: the chart in the plane, the sheet around it, and its name among others."""

    layout: Layout
    sheet: Sheet
    name: str = ""


class Book(NamedTuple):
    """The pages of a chart; `parts` are those that hold boxes, after the index if there is one."""

    title: str
    pages: tuple[Page, ...]
    paper: Paper | None = None


class Report(NamedTuple):
    """What can be proved of a book: smallest print in points, boxes over boxes, lines through boxes, open superiors."""

    pages: int
    boxes: int
    smallest: float
    overlaps: int
    crossings: int
    unresolved: int

    def __str__(self) -> str:
        return (
            f"{self.pages} {'page' if self.pages == 1 else 'pages'}, {self.boxes} boxes, smallest text"
            f" {self.smallest:.1f} pt, {self.overlaps} overlaps, {self.crossings} lines through boxes,"
            f" {self.unresolved} unresolved superiors"
        )


def bind(
    content: Content,
    title: str | None,
    *,
    aspect: float,
    paper: Paper | None = None,
    breaks: str | None = None,
    least: float,
) -> Book:
    """The pages of a chart. Without `breaks`, one page; on paper, as many as legible print needs."""
    if paper is not None:
        aspect = paper.field[0] / paper.field[1]
    if breaks is not None or paper is None:
        return _bound(content, title, split(content, breaks or "none"), aspect, paper)
    book = _bound(content, title, split(content, "none"), aspect, paper)
    for most in (size for size in _SIZES if size < len(content.facts)):
        if smallest(book) >= least:
            break
        book = _bound(content, title, split(content, str(most)), aspect, paper)
    return book


def prove(book: Book) -> Report:
    """Measure the pages as they will be printed; every pair of boxes and every line is looked at."""
    found = [overlaps(page.layout) for page in book.pages]
    return Report(
        pages=len(book.pages),
        boxes=sum(len(page.layout.boxes) for page in book.pages),
        smallest=smallest(book),
        overlaps=sum(pair[0] for pair in found),
        crossings=sum(pair[1] for pair in found),
        unresolved=len({box.id for page in book.pages for box in page.layout.boxes if box.facts.ghost}),
    )


def smallest(book: Book) -> float:
    """Size in points of the smallest text on any page."""
    sizes = [
        page.sheet.scale * TYPES[name].size
        for page in book.pages
        for name in {
            *(words.type for box in page.layout.boxes for words in box.words),
            *(label.type for label in (*page.sheet.labels, *(sample.label for sample in page.sheet.samples))),
        }
    ]
    return min(sizes, default=0.0)


def _bound(content: Content, title: str | None, parts: Sequence[Part], aspect: float, paper: Paper | None) -> Book:
    shelf = _shelf(paper, aspect)
    front = -(-len(parts) // (shelf[0] * shelf[1])) if len(parts) > 1 else 0
    total = len(parts) + front
    made: list[Page] = []
    for number, (part, piece) in enumerate(zip(parts, pages(content, parts, front + 1), strict=True), front + 1):
        name = f"{clip(part.name, 120)} · page {number} of {total}" if front else ""
        layout = place(piece, aspect=aspect, comfort=paper.field[1] if paper else COMFORT)
        made.append(Page(layout, sheet(layout, title, paper=paper, aspect=aspect, name=name), part.name))
    if front:
        made = [*_index(made, title, front, shelf, aspect, paper), *made]
    return Book(title or NAME, tuple(made), paper)


def _shelf(paper: Paper | None, aspect: float) -> tuple[int, int]:
    """Columns and rows of an index that is as legible as the charts."""
    wide, high = paper.field if paper else (COMFORT * aspect, COMFORT)
    return max(1, int(wide // _COLUMN)), max(4, int(high // _ROW))


def _index(
    made: Sequence[Page], title: str | None, front: int, shelf: tuple[int, int], aspect: float, paper: Paper | None
) -> Iterator[Page]:
    """The pages in front: the name of every other page, its number and its boxes, in columns."""
    boxes = {box.id: box for page in made for box in page.layout.boxes}
    told = origin(made[0].layout._replace(boxes=tuple(boxes.values())))
    kind, (columns, rows) = TYPES["legend"], shelf
    for number in range(front):
        first = number * columns * rows
        some = made[first : first + columns * rows]
        across, down = -(-len(some) // rows), min(rows, len(some))
        empty = Layout(across * _COLUMN, down * _ROW, (), (), (), (), ())
        name = f"Index of {len(made)} pages" + (f" · {number + 1} of {front}" if front > 1 else "")
        around = sheet(empty, title, paper=paper, aspect=aspect, name=name, told=told)
        entries = []
        for entry, page in enumerate(some):
            column, row = divmod(entry, rows)
            leads = front + first + entry + 1
            boxes_there = f" ({len(page.layout.boxes)})"
            room = _COLUMN - MARGIN - width(boxes_there, kind.size, kind.weight)
            (line,) = wrap(f"{leads}  {page.name}", room, kind.size, kind.weight, 1)
            x, y = around.labels[0].x + column * _COLUMN, around.y + (row + 1) * _ROW
            entries.append(Label(line + boxes_there, "legend", x, y, leads))
        yield Page(empty, around._replace(labels=(*around.labels, *entries)), name)
