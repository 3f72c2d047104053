"""A listing for spreadsheets: one row a box, with its superior, its FTE and the words for its line up.

A text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Final

from orgraph.export.box import MEASURES, digits, evidence_of, measured, names_at, own_fte

COLUMNS: Final = (
    "id",
    "label",
    "kind",
    "unit",
    "classification",
    "number",
    "reports_to",
    "fte_low",
    "fte_high",
    "fte_status",
    "described",
    "evidence",
    "quote",
    "incumbents",
    "status",
    *MEASURES,
)

if TYPE_CHECKING:
    import networkx as nx
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def generate_csv(graph: nx.MultiDiGraph) -> Iterator[str]:
    """A header, then a row for each position and each unit, by id."""
    yield csv_line(COLUMNS)
    for node in sorted(graph):
        yield csv_line([harmless(cell) for cell in listed(graph, node)])


def harmless(cell: str | Decimal | None) -> str:
    """A cell that no spreadsheet runs, and that any encoding holds.

    >>> print(harmless('=HYPERLINK("https://e.org")'), harmless(Decimal("-2.50")), harmless("Director"))
    '=HYPERLINK("https://e.org") -2.5 Director
    """
    if not isinstance(cell, str):
        return "" if cell is None else digits(cell)
    text = cell.encode("utf-8", "replace").decode()
    return f"'{text}" if text.startswith(_FORMULA) else text


def listed(graph: nx.MultiDiGraph, node: str) -> tuple[str | Decimal | None, ...]:
    """The cells of a box, in the order of COLUMNS."""
    data, code, fte = graph.nodes[node], graph.nodes[node]["classification"], own_fte(graph, node)
    evidence = evidence_of(graph, node)
    return (
        node,
        data["label"],
        data["kind"],
        "; ".join(names_at(graph, node, "in_unit" if data["kind"] == "position" else "part_of")),
        code.code if code else None,
        data["position_number"],
        "; ".join(names_at(graph, node, "reports_to")),
        fte.low if fte else None,
        fte.high if fte else None,
        fte.status if fte else None,
        "yes" if data["described_in"] else "no",
        f"{evidence.source}:{evidence.line}" if evidence else None,
        evidence.quote if evidence else None,
        "; ".join(data["incumbents"]),
        data["post_status"],
        *measured(graph, node),
    )


def csv_line(cells: Sequence[str]) -> str:
    """One line of CSV, whatever its cells hold."""
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)  # a writer quotes what it ends lines with
    return line.getvalue().removesuffix("\r\n") + "\n"
