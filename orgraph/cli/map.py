"""orgraph map: how the columns of a table are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from orgraph.tables import Columns


@click.command("map")
@click.argument("source", metavar="TABLE")
@options.columns
@options.output
def command(source: str, columns: dict[str, str], output: str) -> None:
    """Show which column of a table holds what, and why; the answer is a file that --map takes.

    Correct a line, or add one for a column that stayed unread, and give the file to any command.

    \b
    Examples:
      orgraph map staff.csv
      orgraph map staff.xlsx -o columns.toml
      orgraph build staff.xlsx --map columns.toml -o out
      orgraph build staff.csv --map manager_id="Supervisor EEID" -o out
    """
    from orgraph.cli._write import encoded, write
    from orgraph.read import read
    from orgraph.tables import columns_of, tabulate

    document = read(source)
    found = list(columns_of(document, columns))
    if not found:
        tabulate(document, columns)  # says why it is no table
    said: set[str] = set()
    write(output, encoded(line for table in found for line in _lines(document.source, table, said)))


def _lines(source: str, table: Columns, said: set[str]) -> Iterator[str]:
    """A mapping as TOML: a line a field, its meaning beside it; what was not read as a remark.

    A field that an earlier table `said` stands as a remark, for a file of TOML has each once.
    """
    from orgraph.tables import meanings

    sheet = f", sheet {table.sheet}" if table.sheet else ""
    yield f"# {source}{sheet}: read as {table.layout}, headings in row {table.row}\n"
    yield from (f"# {remark}\n" for remark in table.remarks)
    pairs = {
        field: f"{'# ' if field in said else ''}{field} = {json.dumps(heading, ensure_ascii=False)}"
        for field, heading in table.fields.items()
    }
    width = max(map(len, pairs.values()))
    yield from (f"{pair:{width}}  # {meanings()[field]}\n" for field, pair in pairs.items())
    said.update(pairs)
    if table.unread:
        yield f"# not read: {', '.join(json.dumps(heading, ensure_ascii=False) for heading in table.unread)}\n"
