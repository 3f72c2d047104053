"""The graph in formats that other tools read: node-link JSON, GraphML, listings in CSV; `workbook` for Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from orgraph.errors import UnknownName
from orgraph.export.graphml import generate_graphml
from orgraph.export.listing import generate_csv
from orgraph.export.nodelink import generate_json
from orgraph.export.wizard import generate_wizard_csv

if TYPE_CHECKING:
    import networkx as nx

FORMATS: Final[dict[str, Callable[[nx.MultiDiGraph], Iterator[str]]]] = {
    "csv": generate_csv,
    "graphml": generate_graphml,
    "json": generate_json,
    "wizard": generate_wizard_csv,
}


def export(graph: nx.MultiDiGraph, format: str) -> Iterator[str]:
    """The graph in a format, in pieces; an unknown format is an error that lists the known ones."""
    if format not in FORMATS:
        raise UnknownName("format", format, list(FORMATS))
    return FORMATS[format](graph)
