"""Query results as an aligned table, as CSV for spreadsheets, and as the JSON that SPARQL prescribes."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Final

from orgraph.rdf.names import XSD, Literal, Node
from orgraph.rdf.store import Result

_WIDEST: Final = 72
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS: Final = tuple(XSD + name for name in ("integer", "decimal", "double", "float"))


def generate_table(result: Result) -> Iterator[str]:
    """A line a row, in columns as wide as they need; what a terminal would obey is made visible.

    >>> print("".join(generate_table(Result(("unit", "fte"), ((Literal("Docks"), Literal("8")),)))), end="")
    unit   fte
    -----  ---
    Docks  8
    """
    if result.truth is not None:
        yield f"{'yes' if result.truth else 'no'}\n"
        return
    rows = [[_shown(cell) for cell in row] for row in result.rows]
    widths = [max(map(len, column)) for column in zip(result.columns, *rows, strict=True)]
    for row in (result.columns, ["-" * width for width in widths], *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def generate_csv(result: Result) -> Iterator[str]:
    """A header and a line a row; a text that a spreadsheet would take for a formula gets an apostrophe."""
    if result.truth is not None:
        yield f"answer\n{str(result.truth).lower()}\n"
        return
    yield _line(result.columns)
    for row in result.rows:
        yield _line(_cell(cell) for cell in row)


def generate_json(result: Result) -> Iterator[str]:
    """The SPARQL 1.1 Query Results JSON Format, a line a row."""
    head = json.dumps({"vars": result.columns}, ensure_ascii=False)
    if result.truth is not None:
        yield f'{{"head": {{}}, "boolean": {str(result.truth).lower()}}}\n'
        return
    yield f'{{"head": {head}, "results": {{"bindings": ['
    for number, row in enumerate(result.rows):
        bound = {column: _binding(cell) for column, cell in zip(result.columns, row, strict=True) if cell}
        yield (",\n" if number else "\n") + json.dumps(bound, ensure_ascii=False)
    yield "\n]}}\n"


FORMATS: Final[dict[str, Callable[[Result], Iterator[str]]]] = {
    "table": generate_table,
    "csv": generate_csv,
    "json": generate_json,
}


def _shown(cell: Node | None) -> str:
    text = "" if cell is None else cell.value
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _cell(cell: Node | None) -> str:
    if cell is None:
        return ""
    number = isinstance(cell, Literal) and cell.datatype in _NUMBERS
    return f"'{cell.value}" if cell.value.startswith(_FORMULA) and not number else cell.value


def _line(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)  # a writer quotes what it ends lines with
    return line.getvalue().removesuffix("\r\n") + "\n"


def _binding(cell: Node) -> dict[str, str]:
    if not isinstance(cell, Literal):
        blank = cell.value.startswith("_:")
        return {"type": "bnode" if blank else "uri", "value": cell.value.removeprefix("_:")}
    if cell.language:
        return {"type": "literal", "value": cell.value, "xml:lang": cell.language}
    datatype = {} if cell.datatype == XSD + "string" else {"datatype": cell.datatype}
    return {"type": "literal", "value": cell.value, **datatype}
