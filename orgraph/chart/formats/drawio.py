"""A chart as a draw.io file: native boxes at our places, lines that stay glued to them, a diagram a page."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.chart.book import Book, Page
from orgraph.chart.boxes import Box, Line
from orgraph.chart.clean import clean, xml
from orgraph.chart.sheet import Label, look, stroke
from orgraph.chart.style import STROKES, TYPES
from orgraph.text import clip


def render(book: Book) -> bytes:
    """The file as bytes; all text is plain, never HTML."""
    return "".join(_file(book)).encode()


def _file(book: Book) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="orgraph">\n'
    for number, page in enumerate(book.pages, 1):
        name = clip(clean(page.name or book.title), 60)
        wide, high = round(page.sheet.width), round(page.sheet.height)
        yield (
            f'<diagram id="page-{number}" name="{xml(name)}">\n<mxGraphModel dx="{wide}" dy="{high}" grid="0" page="1"'
            f' pageWidth="{wide}" pageHeight="{high}">\n<root>\n<mxCell id="0"/>\n<mxCell id="1" parent="0"/>\n'
        )
        yield from _page(page)
        yield "</root>\n</mxGraphModel>\n</diagram>\n"
    yield "</mxfile>\n"


def _page(page: Page) -> Iterator[str]:
    layout, sheet = page.layout, page.sheet
    number = {box.id: index for index, box in enumerate(layout.boxes)}
    for index, label in enumerate(sheet.labels):
        yield _label(index, label)
    for index, heading in enumerate(layout.headings):
        yield _label(len(sheet.labels) + index, Label(heading.text, "group", heading.x + sheet.x, heading.y + sheet.y))
    boxes = {box.id: box for box in layout.boxes}
    for box in layout.boxes:
        yield _box(number[box.id], box, sheet.x, sheet.y)
    for index, line in enumerate(layout.lines):
        if line.points:
            ends = boxes[line.superior], boxes[line.subordinate]
            yield _line(index, line, ends, (number[line.superior], number[line.subordinate]), (sheet.x, sheet.y))


def _box(number: int, box: Box, x: float, y: float) -> str:
    """A box with its whole text; the quotes are its tooltip."""
    face = look(box)
    dash = f"dashed=1;dashPattern={face.outline.dash};" if face.outline.dash else ""
    style = (
        f"rounded=1;absoluteArcSize=1;arcSize={2 * face.radius:g};whiteSpace=wrap;html=0;align=left;"
        f"verticalAlign=middle;spacingLeft=10;spacingRight=8;fontSize=12;fontColor=#16202c;fillColor={face.fill};"
        f"strokeColor={face.outline.colour};strokeWidth={face.outline.width + 2 * box.focus:g};{dash}"
    )
    tip = "\n".join(str(quote) for quote in box.quotes[:8])
    return (
        f'<UserObject id="b{number}" label="{_lines([words.text for words in box.words])}"'
        f' tooltip="{_lines(tip.splitlines())}">\n<mxCell style="{style}" vertex="1" parent="1">'
        f"{_place(box.x + x, box.y + y, box.width, box.height)}</mxCell>\n</UserObject>\n"
    )


def _line(number: int, line: Line, ends: tuple[Box, Box], cells: tuple[int, int], shift: tuple[float, float]) -> str:
    """A line along our points; its ends are shares of the boxes, so that it follows when one is moved."""
    look_ = STROKES[stroke(line.role, line.modality)]
    exits = "".join(
        f"{name}X={_share(point[0] - box.x, box.width)};{name}Y={_share(point[1] - box.y, box.height)};"
        f"{name}Perimeter=0;"
        for name, point, box in (("exit", line.points[0], ends[0]), ("entry", line.points[-1], ends[1]))
    )
    dash = f"dashed=1;dashPattern={look_.dash};" if look_.dash else ""
    head = "endArrow=none;" + ("startArrow=block;startSize=5;" if line.role != "tree" else "")
    style = f"edgeStyle=orthogonalEdgeStyle;rounded=0;html=0;strokeColor={look_.colour};{dash}{head}{exits}"
    points = "".join(f'<mxPoint x="{x + shift[0]:.1f}" y="{y + shift[1]:.1f}"/>' for x, y in line.points[1:-1])
    way = f'<Array as="points">{points}</Array>' if points else ""
    return (
        f'<mxCell id="l{number}" style="{style}" edge="1" parent="1" source="b{cells[0]}" target="b{cells[1]}">'
        f'<mxGeometry relative="1" as="geometry">{way}</mxGeometry></mxCell>\n'
    )


def _label(number: int, label: Label) -> str:
    kind = TYPES[label.type]
    style = (
        f"text;html=0;align=left;verticalAlign=middle;fontSize={kind.size:g};fontColor={kind.colour};"
        f"fontStyle={int(kind.weight > 400)};"
    )
    place = _place(label.x, label.y - 0.78 * kind.leading, 1400.0, kind.leading)
    return f'<mxCell id="t{number}" value="{xml(label.text)}" style="{style}" vertex="1" parent="1">{place}</mxCell>\n'


def _place(x: float, y: float, across: float, down: float) -> str:
    return f'<mxGeometry x="{x:.1f}" y="{y:.1f}" width="{across:.1f}" height="{down:.1f}" as="geometry"/>'


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.4f}"


def _lines(lines: list[str]) -> str:
    """Lines as one attribute; draw.io fills in %names% in labels of objects that ask for it, ours do not."""
    return "&#10;".join(xml(clean(line)) for line in lines)
