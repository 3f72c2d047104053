"""Workbooks (XLSX, XLSM, XLS, ODS): the values of the cells as text; no formula, link or macro is followed."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any, Final

from orgraph.errors import UnreadableSource
from orgraph.model import Document, Sheet
from orgraph.read._packed import refuse_bomb
from orgraph.read._table import table

_MOST_CELLS: Final = 50_000_000


def workbook(data: bytes, source: str) -> Document:
    """A document with a sheet for each sheet of the workbook that holds anything.

    What is stored beside a formula is its last value, and that is what is read.
    """
    from python_calamine import CalamineWorkbook

    refuse_bomb(data, source)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(_sheets(book, source))
    except UnreadableSource:
        raise
    except Exception as problem:  # the reader raises a class of its own for each kind of damage
        raise UnreadableSource(source, f"no workbook that can be read: {' '.join(str(problem).split())}") from problem
    if not sheets:
        raise UnreadableSource(source, "empty: no sheet holds a cell")
    return table(data, source, "workbook", sheets)


def _sheets(book: Any, source: str) -> Iterator[Sheet]:
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            raise UnreadableSource(source, f"sheet {name}: more than {_MOST_CELLS:,} cells")
        rows = tuple(tuple(map(_text, row)) for row in sheet.to_python(skip_empty_area=False))
        if any(any(row) for row in rows):
            yield Sheet(name=name, rows=rows)


def _text(cell: object) -> str:
    """A cell as the text that a person would type: 5 and not 5.0, a date as ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return "" if cell is None else str(cell)
