"""Plain text and Markdown: the text as decoded, and the view of equal length that rules match on."""

from __future__ import annotations

from collections.abc import Iterable

from orgraph.model import Document, Repair
from orgraph.read._decode import decode
from orgraph.read._furniture import furniture
from orgraph.read._hash import identity
from orgraph.read._language import language
from orgraph.read._marks import as_markdown
from orgraph.read._mojibake import mojibake
from orgraph.read._printed import printed
from orgraph.read._wrapped import unwrapped
from orgraph.text import FILLER, PAGE_END, Span, fold


def plain(data: bytes, source: str, *, markdown: bool = False, repair: bool = True) -> Document:
    """A document from bytes. `repair=False` leaves text that was decoded twice as it is."""
    text, encoding = decode(data, source)
    return from_text(text, data, source, encoding=encoding, markdown=markdown, repair=repair)


def from_text(text: str, data: bytes, source: str, *, encoding: str, markdown: bool, repair: bool) -> Document:
    """A document of a text that a reader took from bytes."""
    repairs = tuple(mojibake(text)) if repair else ()
    folded = fold(text)
    beside = sorted([*furniture(folded), *(printed(text) if PAGE_END in text else ())])
    view = unwrapped(as_markdown(_blank(fold(_substitute(text, repairs)) if repairs else folded, beside)))
    return Document(
        id=identity(data),
        source=source,
        kind="markdown" if markdown else "text",
        language=language(view),
        encoding=encoding,
        text=text,
        view=view,
        repairs=repairs,
    )


def _substitute(text: str, repairs: Iterable[Repair]) -> str:
    """The repaired character and filler in place of each raw run: the length stays."""
    parts, done = [], 0
    for repair in repairs:
        parts += [text[done : repair.start], repair.repaired, FILLER * (repair.end - repair.start - 1)]
        done = repair.end
    return "".join([*parts, text[done:]])


def _blank(view: str, spans: Iterable[Span]) -> str:
    """Spaces in place of page furniture, so that a sentence reads on across the page break."""
    parts, done = [], 0
    for start, end in spans:
        start = max(start, done)
        parts += [view[done:start], " " * max(0, end - start)]
        done = max(done, end)
    return "".join([*parts, view[done:]])
