"""The chart in the plane: every box with its place, every line with its points, no line over a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from orgraph.chart import rows
from orgraph.chart.aides import aides, attach
from orgraph.chart.aside import gather_aside
from orgraph.chart.blocks import NONE, Block, cost, draw
from orgraph.chart.boxes import Box, Heading, Layout, Line, Point, Words, set_words
from orgraph.chart.clean import clean
from orgraph.chart.content import Content, gather
from orgraph.chart.forest import SOLID, Forest, Role
from orgraph.chart.grow import grow
from orgraph.chart.marks import Mark
from orgraph.chart.pen import Pen
from orgraph.chart.quotes import quotes
from orgraph.chart.routes import route, straighten
from orgraph.chart.select import select
from orgraph.chart.style import BOX, COMFORT
from orgraph.chart.view import View

if TYPE_CHECKING:
    import networkx as nx

from orgraph.coverage import coverage


def lay_out(graph: nx.MultiDiGraph, *, aspect: float = 1.6, view: View | None = None) -> Layout:
    """The layout of what a view shows of a graph, on a page of about `aspect` times its height in width."""
    view = view or View()
    return place(select(gather(graph, view), view), aspect=aspect)


def place(content: Content, *, aspect: float = 1.6, comfort: float = COMFORT) -> Layout:
    """Give every box its place, and every line its points; up to a height of `comfort` no packing is needed.

    Linear in boxes and lines, and without recursion. Every box appears once. A line that is not in
    the tree is told by a mark in its box, and drawn as well where it finds a way free of boxes: else
    it has no points.
    """
    forest = content.forest
    told = [
        (*(Mark("line", pointer.text) for pointer in pointers), *marks)
        for pointers, marks in zip(content.pointers, content.marks, strict=True)
    ]
    keyed = bool(content.legend)
    sets = [set_words(*pair, content.show, keyed=keyed) for pair in zip(content.facts, told, strict=True)]
    pen = Pen([height for _, height in sets])
    headings, width, height = _place(content, pen, min(max(aspect, 0.2), 8.0), comfort)
    boxes = tuple(_box(content, here, told[here], sets[here][0], pen) for here in range(len(forest.names)))
    lines = tuple(_lines(content.graph, forest, pen))
    sources, dates = _sources(content.graph), _dates(content.graph)
    told_of = (sources, dates, _covered(content))
    return _inside(Layout(width, height, boxes, lines, headings, *told_of, content.legend, content.signed))


def _box(content: Content, here: int, told: tuple[Mark, ...], words: tuple[Words, ...], pen: Pen) -> Box:
    forest = content.forest
    name, above = forest.names[here], forest.parents[here]
    return Box(
        id=name,
        x=pen.places[here][0],
        y=pen.places[here][1],
        width=BOX,
        height=pen.heights[here],
        words=words,
        facts=content.facts[here],
        marks=told,
        quotes=quotes(content.graph.nodes[name].get("claims", ())),
        superior=forest.names[above] if above >= 0 else None,
        level=forest.levels[here],
        rank=forest.ranks[here][0],
        of=forest.ranks[here][1],
        isolated=here >= len(forest.names) - forest.isolated,
        tint=content.tints[here],
        focus=name == content.focus,
    )


def _place(content: Content, pen: Pen, aspect: float, comfort: float) -> tuple[tuple[Heading, ...], float, float]:
    """Give every box its place; headings and size of the whole."""
    width = height = 0.0
    forest = content.forest
    beside = aides(forest, content.facts)
    blocks = grow(forest, pen.heights, beside, aspect)
    if blocks:
        whole = Block(-1, rows.shapes(NONE, blocks, aspect))
        pick = min(range(len(whole.shapes)), key=lambda pick: cost(whole.shapes[pick], aspect, comfort))
        draw(whole, pick, 0.0, 0.0, pen)
        width, height = whole.shapes[pick][:2]
        for boss, some in beside.items():
            attach(boss, some, pen)
    if not forest.isolated:
        return (), width, height
    alone = range(len(forest.names) - forest.isolated, len(forest.names))
    heading, used, bottom = gather_aside(alone, pen, height, width, aspect)
    return (heading,), max(width, used), bottom


def _lines(graph: nx.MultiDiGraph, forest: Forest, pen: Pen) -> Iterator[Line]:
    for place, points in enumerate(pen.lines):
        if points:
            yield _line(graph, forest, place, forest.parents[place], SOLID, "tree", straighten(points))
    for number, extra in enumerate(forest.extras):
        points = route(extra, number, forest, pen)
        yield _line(graph, forest, extra.subordinate, extra.superior, extra.predicate, extra.role, points)


def _line(
    graph: nx.MultiDiGraph,
    forest: Forest,
    subordinate: int,
    superior: int,
    predicate: str,
    role: Role,
    points: tuple[Point, ...],
) -> Line:
    ends = forest.names[subordinate], forest.names[superior]
    data = graph.edges[(*ends, predicate)]
    return Line(points, predicate, data["modality"], role, *ends, quotes(data.get("claims", ())))


def _inside(layout: Layout) -> Layout:
    """The chart moved right and down as far as lanes run outside of it."""
    outer = [point for line in layout.lines if line.role != "tree" for point in line.points]
    right = max((-x for x, _ in outer), default=0.0)
    down = max((-y for _, y in outer), default=0.0)
    return layout if max(right, down) <= 0 else _moved(layout, max(right, 0.0), max(down, 0.0))


def _moved(layout: Layout, right: float, down: float) -> Layout:
    return layout._replace(
        width=layout.width + right,
        height=layout.height + down,
        boxes=tuple(box._replace(x=box.x + right, y=box.y + down) for box in layout.boxes),
        lines=tuple(
            line._replace(points=tuple((x + right, y + down) for x, y in line.points)) for line in layout.lines
        ),
        headings=tuple(heading._replace(x=heading.x + right, y=heading.y + down) for heading in layout.headings),
    )


def _sources(graph: nx.MultiDiGraph) -> tuple[str, ...]:
    """File names of the sources, without their folders."""
    return tuple(sorted({PurePath(clean(source.source)).name for source in graph.graph.get("sources", {}).values()}))


def _covered(content: Content) -> str:
    """How much the sources cover, in a chart of the whole: posts described, and stated FTE that stands in boxes."""
    graph = content.graph
    drawn = {*content.forest.names, *content.seat_of}
    if any(data["kind"] == "position" and node not in drawn for node, data in graph.nodes(data=True)):
        return ""
    found = coverage(graph)
    posts = len(found.described) + len(found.mentioned)
    parts = [f"{len(found.described):,} of {posts:,} posts described"] if found.mentioned else []
    if found.fte_stated != found.fte_accounted:
        parts.append(f"{found.fte_accounted:,f} of {found.fte_stated:,f} stated FTE in boxes")
    return ", ".join(parts)


def _dates(graph: nx.MultiDiGraph) -> tuple[str, ...]:
    """Effective dates that described positions give."""
    dated: Sequence[tuple[str, dict[str, object]]] = graph.nodes(data=True)
    return tuple(
        sorted(
            {str(data["effective_date"]) for _, data in dated if data.get("effective_date") and data["described_in"]}
        )
    )
