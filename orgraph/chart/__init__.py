"""Org charts: one layout of our own in the plane, and one file for each drawing format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from orgraph.errors import UnknownName

if TYPE_CHECKING:
    import networkx as nx

    from orgraph.chart.book import Book
    from orgraph.chart.marks import Mark
    from orgraph.chart.paper import Paper
    from orgraph.chart.view import View

FORMATS: Final[tuple[str, ...]] = ("dot", "drawio", "html", "mermaid", "pdf", "png", "pptx", "svg", "text")
PAGED: Final = ("drawio", "pdf", "pptx")  # a file of these holds several pages


def draw(
    graph: nx.MultiDiGraph,
    format: str,
    *,
    title: str | None = None,
    aspect: float = 1.6,
    view: View | None = None,
    marks: Mapping[str, Sequence[Mark]] | None = None,
) -> bytes:
    """The chart of a graph in one of FORMATS, on one page; `aspect` is the width of the page for a height of 1.

    `view` says what is drawn and `marks` what boxes say besides, by node: findings, changes.

    >>> draw(None, "bmp")
    Traceback (most recent call last):
        ...
    orgraph.errors.UnknownName: unknown chart format 'bmp'; one of: dot, drawio, html, mermaid, pdf, png, pptx, \
svg, text
    """
    if format not in FORMATS:
        raise UnknownName("chart format", format, list(FORMATS))
    return render(compose(graph, title=title, aspect=aspect, view=view, marks=marks), format)


def compose(
    graph: nx.MultiDiGraph,
    *,
    title: str | None = None,
    aspect: float = 1.6,
    view: View | None = None,
    marks: Mapping[str, Sequence[Mark]] | None = None,
    paper: Paper | None = None,
    breaks: str | None = None,
    least: float = 0.0,
) -> Book:
    """The pages of a chart; on `paper`, text below `least` points starts more of them, as `breaks` does."""
    from orgraph.chart.book import bind
    from orgraph.chart.content import gather
    from orgraph.chart.select import select
    from orgraph.chart.view import View

    view = view or View()
    content = select(gather(graph, view, marks), view)
    return bind(content, title, aspect=aspect, paper=paper, breaks=breaks, least=least)


def render(pages: Book, format: str) -> bytes:
    """The file of a format. What holds a single page takes no book of several: see PAGED."""
    module = import_module(f"orgraph.chart.formats.{format}")
    return cast(bytes, module.render(pages))
