"""A CSV for the import wizards of drawing tools (Visio, OrgChart, Organimi, Lucid): a row a position.

Each position has one superior here, for the wizards take no more: the stated line before an inferred one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from orgraph.export.box import names_at
from orgraph.export.listing import csv_line, harmless

if TYPE_CHECKING:
    import networkx as nx

COLUMNS: Final = ("ID", "Name", "Title", "Department", "Position Number", "Classification", "Reports To")


def generate_wizard_csv(graph: nx.MultiDiGraph) -> Iterator[str]:
    """A header, then a row for each position, by id; a top position reports to an empty cell."""
    from orgraph.measures import superior  # networkx, which `orgraph extract` does without

    yield csv_line(COLUMNS)
    for node, data in sorted(graph.nodes(data=True)):
        if data["kind"] == "position":
            code = data["classification"]
            cells = (
                node,
                "; ".join(data["incumbents"]) or ("Vacant" if data["post_status"] == "vacant" else ""),
                data["label"],
                "; ".join(names_at(graph, node, "in_unit")),
                data["position_number"],
                code.code if code else None,
                superior(graph, node),
            )
            yield csv_line([harmless(cell) for cell in cells])
