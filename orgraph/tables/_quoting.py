"""Claims of statements: each quotes its cell, and what the cells of a column have in common is made once."""

from __future__ import annotations

from hashlib import sha256

from orgraph.evidence import Cell, Column
from orgraph.model import Claim, Document, Sheet
from orgraph.tables._headings import Heading
from orgraph.tables._row import Statement


class Quoting:
    """The claims of one sheet."""

    def __init__(self, document: Document, sheet: Sheet, head: Heading) -> None:
        self._document, self._sheet, self._head = document, sheet, head
        self._columns: dict[tuple[int, str], Column] = {}
        self._begun = sha256(f"{document.id} {sheet.name} ".encode("utf-8", "surrogatepass"))

    def claim(self, said: Statement, rule: str) -> Claim:
        """What a rule reads in a cell, with the cell; equal cells of equal tables give equal identifiers."""
        subject, predicate, number, column = said.subject, said.predicate, said.row, said.column
        key = self._begun.copy()
        key.update(f"{number} {column} {predicate} {subject.text}".encode("utf-8", "surrogatepass"))
        at = self._columns.get((column, rule)) or self._column(column, rule)
        return Claim(
            id=key.hexdigest()[:16],
            subject=subject,
            predicate=predicate,
            value=said.value,
            evidence=(Cell(at=at, line=number, cells=self._sheet.rows[number - 1]),),
        )

    def _column(self, column: int, rule: str) -> Column:
        heads = self._head.cells
        made = self._columns[column, rule] = Column(
            document=self._document.id,
            source=self._document.source,
            column=column + 1,
            rule=rule,
            header=heads[column] if column < len(heads) else "",
            sheet=self._sheet.name,
        )
        return made
