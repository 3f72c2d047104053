"""Read sources: paths, folders, globs and `-` become Documents; a file for each format opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._paths import STDIN, expand, name, read_bytes
from orgraph.read.delimited import delimited
from orgraph.read.ldif import ldif
from orgraph.read.objects import objects
from orgraph.read.pdf import pdf
from orgraph.read.plain import plain
from orgraph.read.web import web
from orgraph.read.word import word
from orgraph.read.workbook import workbook

__all__ = ["read", "read_all"]

# The reader of each format that is a table; all else is text.
_TABLES: Final[dict[str, Callable[[bytes, str], Document]]] = {
    ".csv": delimited,
    ".json": objects,
    ".jsonl": objects,
    ".ldif": ldif,
    ".ndjson": objects,
    ".ods": workbook,
    ".tsv": delimited,
    ".xls": workbook,
    ".xlsm": workbook,
    ".xlsx": workbook,
}
# The reader of each format that is laid out; all else is plain text.
_LAID_OUT: Final[dict[str, Callable[..., Document]]] = {".docx": word, ".htm": web, ".html": web, ".pdf": pdf}
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how packed and old workbooks begin


def read(source: str, *, repair: bool = True) -> Document:
    """One document from a file path, or from standard input for `-`.

    Raises UnreadableSource with the reason: missing, not permitted, empty, binary, or too large.
    """
    ending = "" if source == STDIN else Path(source).suffix.lower()
    if ending in _TABLES:
        data = read_bytes(source, table=True)
        return _table_reader(ending, data)(data, name(source))
    if ending in _LAID_OUT:
        return _LAID_OUT[ending](read_bytes(source), name(source), repair=repair)
    return plain(read_bytes(source), name(source), markdown=ending == ".md", repair=repair)


def _table_reader(ending: str, data: bytes) -> Callable[[bytes, str], Document]:
    """The reader of a table: workbooks are served as `.csv`, and delimited text as `.xls`, so the bytes decide."""
    reader = _TABLES[ending]
    if reader is delimited and data.startswith(_WORKBOOKS):
        return workbook
    if ending == ".xls" and not data.startswith(_WORKBOOKS) and b"\0" not in data:
        return delimited
    return reader


def read_all(sources: Iterable[str], *, repair: bool = True) -> Iterator[Document | UnreadableSource]:
    """Every document that the sources name, in order; what cannot be read is yielded as its error.

    A document given twice (the same bytes under two names) is read twice: the graph counts it once.
    """
    for source in sources:
        try:
            paths = expand(source)
        except UnreadableSource as unreadable:
            yield unreadable
            continue
        for path in paths:
            try:
                yield read(path, repair=repair)
            except UnreadableSource as unreadable:
                yield unreadable
