"""PDF with text in it: lines as they are printed, ruled tables as rows, a form feed after each page; nothing is run."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._markdown import Block, markdown, row
from orgraph.read.plain import from_text
from orgraph.text import PAGE_END

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_OURS: Final = "orgraph"  # the creator that our own charts name
_MOST_PAGES: Final = 1_000
# Bullets that fonts of symbols keep where no alphabet has a letter.
_BULLETS: Final = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"), "•")
_GAP: Final = 0.6  # of a line's height: what is farther from the line above begins a paragraph
_SECTION: Final = 7  # lines of a cell that is no value but a section of the text


def pdf(data: bytes, source: str, *, repair: bool = True) -> Document:
    """A document with the text of the pages; UnreadableSource where it is locked, damaged or a picture of a text."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of each flaw of a file that it reads well
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            _refuse(opened, source)
            text = "".join(markdown(_blocks(page)) + PAGE_END for page in _pages(opened))
    except UnreadableSource:
        raise
    except Exception as problem:  # the reader raises a class of its own for each kind of damage
        locked = "password" in f"{type(problem).__name__} {problem!r}".lower()
        reason = "locked with a password: save it without one" if locked else "no PDF that can be read"
        raise UnreadableSource(source, reason) from problem
    if not text.strip():
        raise UnreadableSource(source, "no text in it: a scan; have its text recognised (OCR) first")
    return from_text(text, data, source, encoding="pdf", markdown=True, repair=repair)


def _refuse(opened: PDF, source: str) -> None:
    """Raise UnreadableSource for what is no source: a book, or a chart of our own in the folder of the sources."""
    if (opened.metadata or {}).get("Creator") == _OURS:
        raise UnreadableSource(source, f"no source: a chart that {_OURS} drew")
    if len(opened.pages) > _MOST_PAGES:
        raise UnreadableSource(source, f"{len(opened.pages):,} pages, more than {_MOST_PAGES:,}; split it")


def _pages(opened: PDF) -> Iterator[Page]:
    """One page after the other, each forgotten once it was read."""
    for page in opened.pages:
        yield page
        page.close()


class _Ruled(NamedTuple):
    """A table that lines rule: its place, from left and top to right and bottom, and the text of its cells by row."""

    bbox: tuple[float, float, float, float]
    rows: list[list[str | None]]


def _blocks(page: Page) -> Iterator[Block]:
    """The paragraphs of a page in the order of the file, each table where the text goes on below it."""
    tables = sorted(_ruled(page), key=lambda table: table.bbox[1])
    beside = page.filter(lambda thing: not any(_is_in(thing, table) for table in tables))
    lines: list[dict[str, Any]] = []
    for line in beside.extract_text_lines(use_text_flow=True, return_chars=False):
        passed = [table for table in tables if table.bbox[1] < line["top"]]
        if passed or (lines and not _goes_on(lines[-1], line)):
            yield _paragraph(lines)
            lines = []
        for table in passed:
            tables.remove(table)
            yield from _rows(table)
        lines.append(line)
    yield _paragraph(lines)
    for table in tables:
        yield from _rows(table)


def _ruled(page: Page) -> Iterator[_Ruled]:
    """The tables of which any row holds two cells that say something; a frame around text is none."""
    for found in page.find_tables():
        rows = found.extract()
        if any(sum(map(bool, cells)) > 1 for cells in rows):
            yield _Ruled(found.bbox, rows)


def _is_in(thing: dict[str, Any], table: _Ruled) -> bool:
    left, top, right, bottom = table.bbox
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return bool(left <= across <= right and top <= down <= bottom)


def _goes_on(above: dict[str, Any], line: dict[str, Any]) -> bool:
    """Whether a line stands right below the one before."""
    gap = line["top"] - above["bottom"]
    return bool(abs(gap) < _GAP * (line["bottom"] - line["top"]))


def _paragraph(lines: Sequence[dict[str, Any]]) -> Block:
    return Block("paragraph", "\n".join(line["text"].translate(_BULLETS) for line in lines))


def _rows(table: _Ruled) -> Iterator[Block]:
    for cells in table.rows:
        said = [cell.strip() for cell in cells if cell and cell.strip()]
        is_section = any(cell.count("\n") >= _SECTION for cell in said)
        texts = said if is_section else [cell.replace("-\n", "-").replace("\n", " ") for cell in said]
        yield from row([[Block("paragraph", text)] for text in texts])
