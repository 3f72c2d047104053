"""Word documents (DOCX): headings, paragraphs, lists and tables as Markdown; nothing is run, followed or fetched.

The text is the one in force: insertions that wait for approval are in, deletions are out. The head of the first page
comes first; feet, comments and notes are left out, for they speak of the paper and not of the post.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._decode import refuse_empty
from orgraph.read._markdown import Block, markdown, row
from orgraph.read._packed import refuse_bomb
from orgraph.read.plain import from_text

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.text.paragraph import Paragraph

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL, _TEXT, _BOX = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "t", "txbxContent"))
# A fallback says once more, for old programs, what stands beside it.
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_IN_FORCE: Final = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING: Final = re.compile(r"heading ([1-9])")
_DEEPEST_STYLE: Final = 12


def word(data: bytes, source: str, *, repair: bool = True) -> Document:
    """A document with the text as Markdown; UnreadableSource where it is damaged, locked or says nothing."""
    import docx

    refuse_bomb(data, source)
    try:
        text = markdown(_blocks(docx.Document(io.BytesIO(data))))
    except Exception as problem:  # the reader raises a class of its own for each kind of damage
        reason = " ".join(str(problem).split())
        raise UnreadableSource(source, f"no Word document that can be read: {reason}") from problem
    refuse_empty(text, source)
    return from_text(text, data, source, encoding="docx", markdown=True, repair=repair)


def _blocks(opened: Opened) -> Iterator[Block]:
    for section in opened.sections[:1]:
        header = section.first_page_header if section.different_first_page_header_footer else section.header
        if not header.is_linked_to_previous:
            yield from _within_body(header._element, opened)
    yield from _within_body(opened.element.body, opened)


def _within_body(node: Any, opened: Opened) -> Iterator[Block]:
    """Paragraphs and tables in order, through whatever wraps them: content controls, insertions, frames."""
    for child in node:
        if child.tag == _P:
            yield from _paragraph(child, opened)
        elif child.tag == _TABLE:
            for line in _within(child, _ROW):
                yield from row([_cell(cell, opened) for cell in _within(line, _CELL)])
        elif child.tag not in _NOT_IN_FORCE:
            yield from _within_body(child, opened)


def _cell(node: Any, opened: Opened) -> list[Block]:
    return [block for block in _within_body(node, opened) if block.text.strip()]


def _paragraph(node: Any, opened: Opened) -> Iterator[Block]:
    """The paragraph, and the text of the boxes that float beside it."""
    from docx.text.paragraph import Paragraph

    paragraph, text = Paragraph(node, opened._body), _text(node)
    if level := _level(paragraph):
        yield Block("heading", text, level)
    elif (depth := _depth(paragraph)) is not None:
        yield Block("item", text, depth)
    else:
        yield Block("paragraph", text)
    for box in _within(node, _BOX):
        yield from _within_body(box, opened)


def _within(node: Any, tag: str) -> Iterator[Any]:
    """The outermost elements of a kind below one."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT_IN_FORCE:
            yield from _within(child, tag)


def _text(node: Any) -> str:
    return "".join(_pieces(node)).strip()


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _NOT_IN_FORCE and child.tag != _BOX:
            yield from _pieces(child)


def _level(paragraph: Paragraph) -> int | None:
    """The level of a heading, by the name that its style has in every language of the program."""
    for style in _styles(paragraph):
        name = (style.name or "").lower()
        if name == "title":
            return 1
        if found := _HEADING.match(name):
            return int(found[1])
    return None


def _depth(paragraph: Paragraph) -> int | None:
    """How deep in lists a paragraph stands, by its own numbering or that of its style; None for no item."""
    for properties in (paragraph._p.pPr, *(style.element.pPr for style in _styles(paragraph))):
        numbering = None if properties is None else properties.numPr
        if numbering is not None and numbering.numId is not None:
            depth = 0 if numbering.ilvl is None else int(numbering.ilvl.val)
            return depth if numbering.numId.val else None  # list 0 takes an item out of the list of its style
    return None


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    """The style of a paragraph and those that it builds upon, which a damaged file may chain in a circle."""
    style: Any = paragraph.style
    for _ in range(_DEEPEST_STYLE):
        if style is None:
            return
        yield style
        style = style.base_style
