"""Web pages (HTML): what a browser shows, as Markdown; no script runs, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from orgraph.model import Document
from orgraph.read._decode import decode, refuse_empty
from orgraph.read._markdown import Block, markdown, row
from orgraph.read.plain import from_text

# What a page holds beside its text: programs, drawings, and the controls and links that lead elsewhere.
_BESIDE: Final = frozenset(
    ("button", "head", "iframe", "math", "nav", "noscript", "object", "script", "select", "style", "svg", "template")
)
# What breaks no line: formatting, links and the words of a form.
_INLINE: Final = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike"
        " strong sub sup time tt u var wbr",
    )
)
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_CELLS: Final = frozenset(("td", "th"))
_HEADING: Final = re.compile(r"h([1-6])")
_SPACES: Final = re.compile(r"\s+")


def web(data: bytes, source: str, *, repair: bool = True) -> Document:
    """A document with the text of the page as Markdown: headings, paragraphs, lists and tables."""
    from selectolax.lexbor import LexborHTMLParser

    page, _ = decode(data, source)
    layout = _Layout()
    for name, text in _events(LexborHTMLParser(page).root):
        layout.take(name, text)
    words = markdown(layout.blocks())
    refuse_empty(words, source)
    return from_text(words, data, source, encoding="html", markdown=True, repair=repair)


def _events(root: Any) -> Iterator[tuple[str, str]]:
    """`("text", words)`, `("open", tag)` and `("close", tag)` in the order of the page, however deep it nests."""
    waiting = [(root, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            yield "close", node.tag
        elif node.is_text_node:
            yield "text", node.text_content
        elif node.is_element_node and node.tag not in _BESIDE and "hidden" not in node.attributes:
            yield "open", node.tag
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))


class _Layout:
    """Blocks in the making: the words of the one that is open, and the cells of rows that have not ended."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kind: tuple[Literal["heading", "paragraph", "item"], int] = ("paragraph", 0)
        self._lists = 0
        self._as_typed = 0  # how many elements ask for white space to be kept
        self._rows: list[list[list[Block]]] = []
        self._sinks: list[list[Block]] = [[]]  # the page, and the cells that are open, one within the other

    def blocks(self) -> list[Block]:
        """What was taken so far."""
        self._end()
        return self._sinks[0]

    def take(self, event: str, what: str) -> None:
        """Words, or a tag that opens or closes."""
        if event == "text":
            self._words.append(what if self._as_typed else _SPACES.sub(" ", what))
        elif what == "br":
            self._words.append("\n" if event == "open" else "")
        elif what not in _INLINE:
            self._end()
            (self._open if event == "open" else self._close)(what)

    def _open(self, tag: str) -> None:
        if found := _HEADING.fullmatch(tag):
            self._kind = ("heading", int(found[1]))
        elif tag == "li":
            self._kind = ("item", max(self._lists - 1, 0))
        elif tag == "tr":
            self._rows.append([])
        elif tag in _CELLS:
            self._sinks.append([])
        self._lists += tag in _LISTS
        self._as_typed += tag == "pre"

    def _close(self, tag: str) -> None:
        self._kind = ("paragraph", 0)
        if tag == "tr":
            self._sinks[-1] += row(self._rows.pop())
        elif tag in _CELLS:
            self._rows[-1].append(self._sinks.pop())
        self._lists -= tag in _LISTS
        self._as_typed -= tag == "pre"

    def _end(self) -> None:
        """End the block that is open; what follows in the same item or cell is a paragraph of its own."""
        words = "".join(self._words).strip()
        self._words.clear()
        if words:
            self._sinks[-1].append(Block(self._kind[0], words, self._kind[1]))
            self._kind = ("paragraph", 0)
