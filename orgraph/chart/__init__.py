"""Org charts: one layout of our own in the plane, and one file for each drawing format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from orgraph.errors import UnknownName

if TYPE_CHECKING:
    import networkx as nx

FORMATS: Final[tuple[str, ...]] = ("dot", "html", "png", "svg", "text")


def draw(graph: nx.MultiDiGraph, format: str, *, title: str | None = None, aspect: float = 1.6) -> bytes:
    """The chart of a graph in one of FORMATS; `aspect` is the width of the page for a height of 1.

    >>> draw(None, "bmp")
    Traceback (most recent call last):
        ...
    orgraph.errors.UnknownName: unknown chart format 'bmp'; one of: dot, html, png, svg, text
    """
    if format not in FORMATS:
        raise UnknownName("chart format", format, list(FORMATS))
    from orgraph.chart.layout import lay_out

    module = import_module(f"orgraph.chart.{format}")
    return cast(bytes, module.render(lay_out(graph, aspect=aspect), title=title))
