"""What a claim rests on: words of a text, or a cell of a table; each with its place, alone enough to check it again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from orgraph.record import Record
from orgraph.text import clip, squeeze

_HEADING: Final = 60  # characters of a heading that a place shows
BESIDE: Final = 40  # characters of the neighbouring cells shown beside a quote


class Excerpt(Record, frozen=True, kw_only=True, gc=False):
    """Document, place, quote and rule: enough to show a claim and to check it again, alone.

    A cell that was read back from RDF has no offsets (-1): `line` and `column` are its row and column, counted
    from 1 as a spreadsheet does, `header` is the heading of its column and `sheet` the name of its sheet, if it
    has one. `page` is the page of a printed text, from 1.
    """

    document: str
    source: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    before: str = ""
    after: str = ""
    rule: str
    header: str | None = None
    sheet: str | None = None
    page: int | None = None

    @property
    def place(self) -> str:
        """`source:line:column` as editors take it, and the page of a print; `source:sheet!row:column (heading)`."""
        return _place(self)


class Column(Record, frozen=True, kw_only=True, gc=False, cache_hash=True):
    """What the cells of one column have in common: a table of a million rows says it once. `column` counts from 1."""

    document: str
    source: str
    column: int
    rule: str
    header: str
    sheet: str | None


class Cell(Record, frozen=True, gc=False):
    """The evidence of a claim that a table makes: its row as it stands, and which column. It reads as an Excerpt does.

    The cells are those of the table and no copies; what stands beside the quote is looked up when it is shown.
    """

    start: ClassVar[int] = -1
    end: ClassVar[int] = -1
    page: ClassVar[int | None] = None
    at: Column
    line: int
    cells: tuple[str, ...]

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.at.document

    @property
    def source(self) -> str:
        """The name of the document."""
        return self.at.source

    @property
    def rule(self) -> str:
        """The layout that the table was read by, or what else read the cell."""
        return self.at.rule

    @property
    def header(self) -> str:
        """The heading of the column."""
        return self.at.header

    @property
    def sheet(self) -> str | None:
        """The name of the sheet, if it has one."""
        return self.at.sheet

    @property
    def column(self) -> int:
        """The column, counted from 1."""
        return self.at.column

    @property
    def quote(self) -> str:
        """What the cell holds; nothing where its row ends early."""
        column = self.at.column
        return self.cells[column - 1] if column <= len(self.cells) else ""

    @property
    def before(self) -> str:
        """The end of the cell to the left, with the mark that parts them."""
        column = self.at.column
        return f"{self.cells[column - 2][-BESIDE:]} | " if 1 < column <= len(self.cells) + 1 else ""

    @property
    def after(self) -> str:
        """The beginning of the cell to the right, with the mark that parts them."""
        column = self.at.column
        return f" | {self.cells[column][:BESIDE]}" if column < len(self.cells) else ""

    @property
    def place(self) -> str:
        """`source:sheet!row:column (heading)`."""
        at = self.at
        return _cell(at.source, at.sheet, self.line, at.column, at.header)


if TYPE_CHECKING:
    Evidence = Excerpt | Cell
else:
    Evidence = Excerpt  # what a record is decoded to: files hold a cell as an excerpt, without its row


def written(evidence: Evidence) -> dict[str, str | int | None]:
    """The fields of an Excerpt, of a cell too: evidence as files hold it."""
    return {name: getattr(evidence, name) for name in Excerpt.__struct_fields__}


def _place(evidence: Evidence) -> str:
    if evidence.header is None:
        page = "" if evidence.page is None else f" (page {evidence.page})"
        return f"{evidence.source}:{evidence.line}:{evidence.column}{page}"
    return _cell(evidence.source, evidence.sheet, evidence.line, evidence.column, evidence.header)


def _cell(source: str, sheet: str | None, line: int, column: int, header: str) -> str:
    heading = f" ({_heading(header)})" if header else ""
    return f"{source}:{'' if sheet is None else f'{sheet}!'}{line}:{column}{heading}"


@lru_cache(maxsize=4096)
def _heading(header: str) -> str:
    """A heading as a place shows it: on one line, and no longer than a line has room for."""
    return clip(squeeze(header), _HEADING)
