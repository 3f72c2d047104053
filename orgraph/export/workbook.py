"""An Excel workbook: positions, lines, findings and the rollup, each a sheet with filters.

A text is written as text, whatever it begins with: no cell is a formula or a link.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import networkx as nx

from orgraph.export.box import digits
from orgraph.export.listing import COLUMNS, listed
from orgraph.model import Finding
from orgraph.rollup import CAUSES, Account
from orgraph.text import visible

Cell = str | Decimal | int | None
_LONGEST: Final = 32_767  # characters that a cell may hold
_WIDEST: Final = 60
_SAMPLE: Final = 200  # rows that decide how wide a column is
_MOST_ROWS: Final = 1_048_575  # below the heading
_DATE: Final = datetime.datetime(2000, 1, 1)  # the same bytes every time
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(graph: nx.MultiDiGraph, findings: Sequence[Finding], accounts: Sequence[Account]) -> bytes:
    """The workbook of a graph, its findings and the accounts of its rollup; equal input gives equal bytes."""
    import xlsxwriter

    held = BytesIO()
    with xlsxwriter.Workbook(held, _OPTIONS) as book:
        book.set_properties({"created": _DATE})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, columns, rows in (
            ("Positions and units", COLUMNS, (listed(graph, node) for node in sorted(graph))),
            ("Lines", _LINES, _lines(graph)),
            ("Findings", _FINDINGS, map(_finding, findings)),
            ("Rollup", _ROLLUP, _rollup(accounts)),
        ):
            _fill(book.add_worksheet(name), columns, list(rows)[:_MOST_ROWS], head)
    return held.getvalue()


def _fill(sheet: Any, columns: Sequence[str], rows: Sequence[Sequence[Cell]], head: Any) -> None:
    for column, name in enumerate(columns):
        texts = (_shown(row[column]) for row in rows[:_SAMPLE])
        sheet.set_column(column, column, min(_WIDEST, 2 + max(map(len, [name, *texts]))))
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, visible(cell)[:_LONGEST])
            elif cell is not None:
                sheet.write_number(number, column, float(cell))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)


def _shown(cell: Cell) -> str:
    return digits(cell) if isinstance(cell, Decimal) else "" if cell is None else str(cell)


_LINES: Final = ("from", "line", "to", "from id", "to id", "modality", "evidence", "quote")
_FINDINGS: Final = ("code", "rule", "outcome", "severity", "focus", "message", "evidence", "quote")


def _lines(graph: nx.MultiDiGraph) -> Iterator[Sequence[Cell]]:
    label = graph.nodes(data="label")
    for low, high, key in sorted(graph.edges(keys=True)):
        data = graph.edges[low, high, key]
        first = data["claims"][0].claim.evidence[0] if data["claims"] else None
        place, quote = (first.place, first.quote) if first else (None, None)
        yield label[low], key, label[high], low, high, data["modality"], place, quote


def _finding(finding: Finding) -> Sequence[Cell]:
    first = finding.evidence[0] if finding.evidence else None
    told = (finding.code, finding.rule, finding.outcome, finding.severity, finding.focus, finding.message)
    return *told, first.place if first else None, first.quote if first else None


_ROLLUP: Final = ("measure", "along", "what", "least", "most")


def _rollup(accounts: Iterable[Account]) -> Iterator[Sequence[Cell]]:
    """Each account: its sum, what a top reaches, what is lost and why, and the sum by status; an open end is empty."""
    for account in accounts:
        parts = [("in the sources", account.in_sources), ("under a top", account.reachable)]
        parts += [(f"lost: {CAUSES[loss.cause]}", loss.amount) for loss in account.lost]
        parts += [(f"of these {status}", amount) for status, amount in account.by_status.items()]
        parts.append(("eliminated, in no sum", account.eliminated))
        yield from ((account.name, account.along, what, amount.low, amount.high) for what, amount in parts)
