"""Lay out as Markdown what an Office document or a web page holds: the text that quotes are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

_DEEPEST_HEADING: Final = 6
_INDENT: Final = "    "
_SPACES: Final = re.compile(r"[^\S\n]+")


class Block(NamedTuple):
    """A heading (level 1 is the title), a paragraph, an item (`level` lists deep) or a row of a table."""

    kind: Literal["heading", "paragraph", "item", "row"]
    text: str
    level: int = 0


def row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """A row whose cells hold a line each; a form lays whole sections out in cells, and those follow one another.

    >>> row([[Block("paragraph", "Level")], [Block("paragraph", "EX-01")]])
    [Block(kind='row', text='| Level | EX-01 |', level=0)]
    """
    cells = [list(_together(cell)) for cell in cells]
    single = all(
        len(cell) < 2 and all(block.kind != "row" and "\n" not in block.text for block in cell) for cell in cells
    )
    if sum(map(len, cells)) < 2 or not single:
        return [block for cell in cells for block in cell]
    texts = (_line(cell[0].text) if cell else "" for cell in cells)
    return [Block("row", f"| {' | '.join(texts)} |")]


def _together(cell: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a cell; paragraphs that follow each other stand in one, a label right above its value."""
    for kind, blocks in groupby(cell, key=lambda block: block.kind):
        if kind == "paragraph":
            yield Block(kind, "\n".join(block.text for block in blocks))
        else:
            yield from blocks


def markdown(blocks: Iterable[Block]) -> str:
    r"""The blocks as one text; items of a list and rows of a table stand close together.

    >>> markdown([Block("heading", "Dimensions", 2), Block("item", "Staff: 8"), Block("item", "Budget: $2M")])
    '## Dimensions\n\n*   Staff: 8\n*   Budget: $2M\n'
    """
    parts: list[str] = []
    last = ""
    for block in blocks:
        if words := _words(block):
            parts.append("" if not parts else "\n" if block.kind == last in ("item", "row") else "\n\n")
            parts.append(words)
            last = block.kind
    return "".join([*parts, "\n"]) if parts else ""


def _words(block: Block) -> str:
    """A block as it is written; "" for one that says nothing."""
    if block.kind in ("paragraph", "row"):
        return "\n".join(_SPACES.sub(" ", line).strip() for line in block.text.strip().split("\n"))
    line = _line(block.text)
    mark = f"{'#' * min(block.level, _DEEPEST_HEADING)} " if block.kind == "heading" else f"{_INDENT * block.level}*   "
    return line and mark + line


def _line(text: str) -> str:
    return " ".join(text.split())
