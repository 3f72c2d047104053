"""A chart as Graphviz source: plain `dot` can lay it out, `neato` and `fdp` keep the places of our layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgraph.chart.book import Book
from orgraph.chart.boxes import Box, Layout, Line
from orgraph.chart.clean import clean, shorten
from orgraph.chart.quotes import Quote
from orgraph.chart.sheet import NAME, look, stroke
from orgraph.chart.style import STROKES
from orgraph.text import clip

if TYPE_CHECKING:
    import graphviz

_PLAIN = re.compile(r"[A-Za-z0-9_./-]+")
_INCH = 72.0
_STYLES = {"inferred": "dashed", "second": "dashed", "functional": "dotted", "loop": "dashed"}
_TOOLTIP = 4  # quotes


def render(book: Book) -> bytes:
    """The source as bytes; no Graphviz program is needed."""
    (page,) = book.pages
    return digraph(page.layout, clean(book.title) or NAME).source.encode()  # type: ignore[no-any-return]


def digraph(layout: Layout, title: str, *, placed: bool = True) -> graphviz.Digraph:
    """Edges run from subordinate to superior, so ranks grow from the bottom to the top; `placed` keeps our places."""
    import graphviz

    graph = graphviz.Digraph(
        "organization",
        graph_attr={
            "label": graphviz.escape(_entity(clip(title, 300))),
            "labelloc": "t",
            "rankdir": "BT",
            "fontname": "sans-serif",
        },
        node_attr={"shape": "box", "fontname": "sans-serif", "fontsize": "10", "margin": "0.15,0.08"},
        edge_attr={"arrowhead": "none"},
    )
    names = {box.id: _name(number, box) for number, box in enumerate(layout.boxes)}
    for box in layout.boxes:
        graph.node(names[box.id], **_node(box, layout.height if placed else None))
    for line in layout.lines:
        graph.edge(names[line.subordinate], names[line.superior], **_edge(line))
    return graph


def _name(number: int, box: Box) -> str:
    """The id of the box, or its number when the id would mean something else in DOT."""
    return box.id if _PLAIN.fullmatch(box.id) else f"box-{number}"


def _node(box: Box, height: float | None) -> dict[str, str]:
    face = look(box)
    return {
        **({} if height is None else {"pos": _place(box, height)}),
        "label": _lines(tuple(words.text for words in box.words)),
        "width": f"{box.width / _INCH:.3f}",
        "height": f"{box.height / _INCH:.3f}",
        "style": "filled,rounded" if box.facts.kind == "unit" else "filled",
        "fillcolor": face.fill,
        "color": face.outline.colour,
        "penwidth": f"{face.outline.width:g}",
        "tooltip": _tooltip(clip(box.facts.title, 300), box.quotes),
    }


def _place(box: Box, height: float) -> str:
    """The middle of the box in inches, counted from the lower edge of the chart."""
    return f"{(box.x + box.width / 2) / _INCH:.3f},{(height - box.y - box.height / 2) / _INCH:.3f}!"


def _edge(line: Line) -> dict[str, str]:
    key = stroke(line.role, line.modality)
    attributes = {"color": STROKES[key].colour, "tooltip": _tooltip(line.predicate, line.quotes)}
    if key in _STYLES:
        attributes["style"] = _STYLES[key]
    if line.role != "tree":
        attributes |= {"arrowhead": "normal", "constraint": "false"}
    return attributes


def _tooltip(head: str, quotes: tuple[Quote, ...]) -> str:
    return _lines((head, *shorten(tuple(str(quote) for quote in quotes), _TOOLTIP, "quotes")))


def _lines(lines: tuple[str, ...]) -> str:
    """Lines of a label, aligned at the left; nothing in them is an escape or markup."""
    import graphviz

    return graphviz.nohtml("".join(f"{graphviz.escape(_entity(line))}\\l" for line in lines))  # type: ignore[no-any-return]


def _entity(line: str) -> str:
    """Graphviz reads entities in every text, so an ampersand must be one."""
    return clean(line).replace("&", "&amp;")
