"""The chart in the plane: every box with its place, every line with its points, no line over a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from orgraph.chart import rows
from orgraph.chart.aside import gather
from orgraph.chart.blocks import Block, Shape, draw
from orgraph.chart.boxes import Box, Heading, Layout, Line, Point, set_words
from orgraph.chart.clean import clean
from orgraph.chart.facts import facts
from orgraph.chart.forest import SOLID, Forest, Role, plant
from orgraph.chart.grow import grow
from orgraph.chart.marks import marks
from orgraph.chart.pen import Pen
from orgraph.chart.quotes import quotes
from orgraph.chart.routes import route, straighten
from orgraph.chart.style import BOX, COMFORT

if TYPE_CHECKING:
    import networkx as nx

_EDGE = 28.0  # room at the left and the top for lanes outside the boxes


def lay_out(graph: nx.MultiDiGraph, *, aspect: float = 1.6) -> Layout:
    """Place the boxes and lines of a graph on a page of about `aspect` times its height in width.

    Linear in boxes and lines, and without recursion. Every box appears once. A line that is not in
    the tree is told by a mark in its box, and drawn as well where it finds a way free of boxes.
    """
    forest = plant(graph)
    content = [facts(graph, name) for name in forest.names]
    told = marks(forest, content)
    sets = [set_words(*pair) for pair in zip(content, told, strict=True)]
    pen = Pen([height for _, height in sets])
    headings, width, height = _place(forest, pen, min(max(aspect, 0.2), 8.0))
    lines = tuple(_lines(graph, forest, pen))
    boxes = tuple(
        Box(
            id=name,
            x=pen.places[place][0],
            y=pen.places[place][1],
            width=BOX,
            height=pen.heights[place],
            words=sets[place][0],
            facts=content[place],
            marks=told[place],
            quotes=quotes(graph.nodes[name].get("claims", ())),
            superior=forest.names[forest.parents[place]] if forest.parents[place] >= 0 else None,
            level=forest.levels[place],
            rank=forest.ranks[place][0],
            of=forest.ranks[place][1],
            isolated=place >= len(forest.names) - forest.isolated,
        )
        for place, name in enumerate(forest.names)
    )
    layout = Layout(width, height, boxes, lines, headings, _sources(graph), _dates(graph))
    return _moved(layout, _EDGE) if any(line.role != "tree" for line in lines) else layout


def _place(forest: Forest, pen: Pen, aspect: float) -> tuple[tuple[Heading, ...], float, float]:
    """Give every box its place; headings and size of the whole."""
    width = height = 0.0
    blocks = grow(forest, pen.heights, aspect)
    if blocks:
        whole = Block(-1, rows.shapes(-1, 0.0, blocks, aspect))
        pick = min(range(len(whole.shapes)), key=lambda pick: _cost(whole.shapes[pick], aspect))
        draw(whole, pick, 0.0, 0.0, pen)
        width, height = whole.shapes[pick][:2]
    if not forest.isolated:
        return (), width, height
    alone = range(len(forest.names) - forest.isolated, len(forest.names))
    heading, used, bottom = gather(alone, pen, height, width, aspect)
    return (heading,), max(width, used), bottom


def _cost(shape: Shape, aspect: float) -> tuple[float, float, float]:
    """How large a page the shape needs; among those that fit a comfortable page the flattest is best."""
    return max(shape.width / aspect, shape.height, COMFORT), shape.height, shape.width


def _lines(graph: nx.MultiDiGraph, forest: Forest, pen: Pen) -> Iterator[Line]:
    for place, points in enumerate(pen.lines):
        if points:
            yield _line(graph, forest, place, forest.parents[place], SOLID, "tree", straighten(points))
    for number, extra in enumerate(forest.extras):
        points = route(extra, number, forest, pen)
        if points:
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


def _moved(layout: Layout, by: float) -> Layout:
    """The whole chart farther from the left and the top."""
    return layout._replace(
        width=layout.width + by,
        height=layout.height + by,
        boxes=tuple(box._replace(x=box.x + by, y=box.y + by) for box in layout.boxes),
        lines=tuple(line._replace(points=tuple((x + by, y + by) for x, y in line.points)) for line in layout.lines),
        headings=tuple(heading._replace(x=heading.x + by, y=heading.y + by) for heading in layout.headings),
    )


def _sources(graph: nx.MultiDiGraph) -> tuple[str, ...]:
    """File names of the sources, without their folders."""
    return tuple(sorted({PurePath(clean(source.source)).name for source in graph.graph.get("sources", {}).values()}))


def _dates(graph: nx.MultiDiGraph) -> tuple[str, ...]:
    """Effective dates that described positions give."""
    dated: Sequence[tuple[str, dict[str, object]]] = graph.nodes(data=True)
    return tuple(
        sorted({str(data["effective_date"]) for _, data in dated if data.get("effective_date") and data["described_in"]})
    )
