"""Query results as a table for people, CSV for spreadsheets, the TSV and JSON that SPARQL prescribes, and as Turtle."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Final

from orgraph.errors import OrgraphError
from orgraph.rdf.lines import term
from orgraph.rdf.names import XSD, Literal, Node
from orgraph.rdf.store import Result
from orgraph.rdf.turtle_text import is_bare, prologue, turtle_block
from orgraph.rdf.values import Block

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


def generate_tsv(result: Result) -> Iterator[str]:
    r"""The SPARQL 1.1 Query Results TSV Format: terms whole, with their types, so that nothing is lost.

    >>> rows = ((Literal("a\tb"), Literal("8", XSD + "integer")),)
    >>> list(generate_tsv(Result(("unit", "fte"), rows)))
    ['?unit\t?fte\n', '"a\\tb"\t8\n']
    """
    if result.truth is not None:
        raise OrgraphError("tsv is for rows; ASK answers with table, csv or json")
    yield "\t".join(f"?{column}" for column in result.columns) + "\n"
    for row in result.rows:
        yield "\t".join("" if cell is None else _whole(cell) for cell in row) + "\n"


def generate_graph(result: Result) -> Iterator[str]:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, those of one subject together."""
    if not result.graph:
        raise OrgraphError("ttl is for triples: ask with CONSTRUCT or DESCRIBE")
    subjects: dict[str, dict[tuple[str, Node], None]] = {}
    for subject, predicate, node in result.rows:
        if subject is not None and predicate is not None and node is not None:
            subjects.setdefault(subject.value, {})[predicate.value, node] = None
    yield from prologue()
    for name, said in sorted(subjects.items()):
        yield turtle_block(Block(name, sorted(said)))


FORMATS: Final[dict[str, Callable[[Result], Iterator[str]]]] = {
    "table": generate_table,
    "csv": generate_csv,
    "tsv": generate_tsv,
    "json": generate_json,
    "ttl": generate_graph,
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


def _whole(cell: Node) -> str:
    return cell.value if isinstance(cell, Literal) and is_bare(cell) else term(cell)


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
