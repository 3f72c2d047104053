"""A table as a document: its sheets, and no text."""

from __future__ import annotations

from collections.abc import Iterable

from orgraph.model import Document, Sheet
from orgraph.read._hash import identity


def table(data: bytes, source: str, encoding: str, sheets: Iterable[Sheet]) -> Document:
    """The document of a table, whatever format its bytes are in."""
    return Document(
        id=identity(data), source=source, kind="table", language="und", encoding=encoding, sheets=tuple(sheets)
    )


def one_sheet(data: bytes, source: str, encoding: str, rows: Iterable[tuple[str, ...]]) -> Document:
    """The document of a format that knows no sheets."""
    return table(data, source, encoding, [Sheet(name=None, rows=tuple(rows))])
