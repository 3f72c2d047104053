"""Tables: rows become claims, and every claim quotes its cell.

A file of this folder is a layout; files that begin with an underscore are what layouts share. A layout says
whether the columns of a sheet are its own (`fits`), and a generator named like its file reads the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Final, NamedTuple

from orgraph.errors import UnreadableSource
from orgraph.model import Claim, Document, Mention, Sheet, Text
from orgraph.tables import hr_table, uk_organogram, unit_tree
from orgraph.tables._asides import asides, posts_only
from orgraph.tables._blocks import Block, blocks
from orgraph.tables._dates import latest
from orgraph.tables._headings import check
from orgraph.tables._lexicon import Field, meanings
from orgraph.tables._quoting import Quoting
from orgraph.tables._row import Row, Statement, listed
from orgraph.tables._unread import broken, unread

__all__ = ["Columns", "columns_of", "meanings", "tabulate"]

_EARLIER: Final = "earlier-rows"  # the rule that says which rows of a table do not count
_BROKEN: Final = "broken-encoding"  # which cells lost characters
_UNREAD: Final = "unread-cells"  # and which cells no column holds


class _Layout(NamedTuple):
    name: str
    fits: Callable[[Set[Field]], bool]
    read: Callable[[Iterable[Row]], Iterator[Statement]]
    remarks: Callable[[Iterable[Row]], Iterator[str]] = lambda rows: iter(())
    is_return: bool = False  # a table of one day, whatever it says of that day


_LAYOUTS: Final = (
    _Layout("uk-organogram", uk_organogram.fits, uk_organogram.uk_organogram, is_return=True),
    _Layout("hr-table", hr_table.fits, hr_table.hr_table, hr_table.remarks),
    _Layout("unit-tree", unit_tree.fits, unit_tree.unit_tree, unit_tree.remarks),
)


class Columns(NamedTuple):
    """How a table is read: its layout, the row of its headings, the heading of each field, and what is left unread."""

    sheet: str | None
    layout: str
    row: int
    fields: dict[Field, str]
    unread: tuple[str, ...]
    remarks: tuple[str, ...]


def tabulate(document: Document, chosen: Mapping[Field, str] | None = None) -> tuple[Claim, ...]:
    """Every claim of a table, sheet by sheet, row by row. `chosen` names the headings of fields.

    Raises UnreadableSource where no sheet names posts or units, with the headings that were found.
    """
    check(chosen or {})
    claims: list[Claim] = []
    before, found = 0, False
    for sheet in document.sheets:
        for block, layout in _tables(sheet, chosen):
            found = True
            claims += _claims(document, sheet, block, layout, before)
        before += len(sheet.rows)
    if not found:
        raise UnreadableSource(document.source, _why_not(document.sheets))
    return tuple(claims)


def columns_of(document: Document, chosen: Mapping[Field, str] | None = None) -> Iterator[Columns]:
    """How each table of each sheet is read; a sheet that is no table of posts is left out."""
    check(chosen or {})
    for sheet in document.sheets:
        for block, layout in _tables(sheet, chosen):
            head = block.head
            fields = {field: head.cells[column] for field, column in head.columns.items()}
            taken = set(head.columns.values())
            unread = tuple(cell for column, cell in enumerate(head.cells) if column not in taken and cell.strip())
            yield Columns(sheet.name, layout.name, head.row, fields, unread, tuple(_told(sheet, block, layout)))


def _told(sheet: Sheet, block: Block, layout: _Layout) -> Iterator[str]:
    every = list(listed(sheet, block.head, block.last, 0))
    rows, earlier = latest(posts_only(every, block), is_return=layout.is_return)
    yield from layout.remarks(rows)
    left = unread(rows, block.head)
    yield from (f"row {row.number}, column {column + 1}: {why}; not read" for row, column, why in left)
    for count, row in earlier:
        yield f"date: {count:,} rows of {row.text('date')} do not count, for the table has the same of a later day"
    for row, what in asides(every, block):
        yield f"row {row.number}: {what}, not a post"


def _tables(sheet: Sheet, chosen: Mapping[Field, str] | None) -> Iterator[tuple[Block, _Layout]]:
    """The tables of a sheet, each with the first layout that its columns are of."""
    for block in blocks(sheet, chosen or {}, lambda fields: any(layout.fits(fields) for layout in _LAYOUTS)):
        layout = next((layout for layout in _LAYOUTS if layout.fits(block.head.columns.keys())), None)
        if layout is not None:
            yield block, layout


def _claims(document: Document, sheet: Sheet, block: Block, layout: _Layout, before: int) -> Iterator[Claim]:
    every = list(listed(sheet, block.head, block.last, before))
    rows, earlier = latest(posts_only(every, block), is_return=layout.is_return)
    left = [(_UNREAD, cell) for cell in unread(rows, block.head)]
    left += [(_BROKEN, cell) for cell in broken(rows, block.head)]
    posts: dict[int, Mention] = {}
    wanted = {*(cell.row.number for _, cell in left), *(row.number for row in rows[:1])}
    quoting = Quoting(document, sheet, block.head)
    for said in layout.read(rows):
        if said.row in wanted and said.subject.kind == "position":
            posts[said.row] = said.subject
        yield quoting.claim(said, layout.name)
    for count, row in earlier if posts else ():
        text = Text(text=f"{count:,} rows of {row.text('date')}")
        yield quoting.claim(row.says(min(posts.items())[1], "text_flaw", text, "date"), _EARLIER)
    for rule, (row, column, why) in left:
        if row.number in posts:
            flaw = Statement(posts[row.number], "text_flaw", Text(text=why), row.number, column)
            yield quoting.claim(flaw, rule)


def _why_not(sheets: Iterable[Sheet]) -> str:
    head = next((row for sheet in sheets for row in sheet.rows if sum(map(bool, row)) > 1), ())
    named = ", ".join(repr(" ".join(cell.split())[:40]) for cell in head[:12] if cell.strip())
    return f"no table of posts: no columns for a title and a superior are known among {named or 'its cells'}"
