"""Find page furniture: running heads, footers and page numbers that interrupt a scanned text.

A scanned page comes as one long line. The words that a page shares with a neighbour at its very
start or end, digits apart, are furniture; so is a page number that starts a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from orgraph.text import Span

_PAGE = 300  # characters of a line that may be a scanned page
_PAGE_OF = re.compile(r"P(?<!\wP)(?:age|AGE)\s+[0-9OIl]{1,3}\s+(?:of|de|sur)\s+[0-9OIl]{1,3}\b")
# The date of a form behind its page number, where the page ends with it: "Page 2 of 5 June 1st, 2019".
_DATED = re.compile(r"\s+[A-ZÉÀ-Þ]?[a-zû-ÿé]{2,9}\s+[0-9OIl]{1,2}\S{0,3}\s*,?\s+[12I][0-9OIl]{3}(?=[ \t]*(?:\n|$))")
_FULL_PAGE = 1200  # characters of a line that only a scanned page has
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"[a-zA-Z]?[0-9OIl]{1,3}")
_LINE = re.compile(r"[^\n]+")
_COUNT = re.compile(r"(?<![A-Za-z])(?:[0-9OIl]{1,3}|[ivx]{1,4})(?![A-Za-z])")
_MOSTLY = 0.8  # how much of a scanned text its pages are
_FEWEST = 3  # words of a head or foot that stands alone
_NEAR = 8  # characters between a line and the last word before it
_MOST = 1000  # pages of a document
_FIRST = 1000  # characters of a document that name the position
_LONGEST = 24  # words that a head or foot may have
_WINDOW = 400  # characters of a page's start or end that can hold them


def furniture(view: str) -> list[Span]:
    """Spans of running heads, footers and page numbers, in order."""
    return sorted([*_footers(view), *_running(view), *_between(view)])


def _footers(view: str) -> Iterator[Span]:
    """Each "Page 2 of 5", with the title before it if the first lines of the document hold the same words."""
    first = view[:_FIRST]
    for match in islice(_PAGE_OF.finditer(view), _MOST):
        words = list(_WORD.finditer(view, max(0, match.start() - _WINDOW // 2), match.start()))[-_LONGEST:]
        starts = (word.start() for word in words[:-1] if match.start() > _FIRST)
        start = next((s for s in starts if view[s : match.start()].rstrip() in first), match.start())
        dated = _DATED.match(view, match.end())
        yield Span(start, dated.end() if dated else match.end())


def _running(view: str) -> Iterator[Span]:
    """What scanned pages share with their neighbours."""
    pages = list(_long_lines(view))
    if 2 * sum(end - start for start, end in pages if end - start >= _FULL_PAGE) < len(view):
        return  # typed paragraphs, not scanned pages
    heads = [Span(page.start, min(page.start + _WINDOW, page.end)) for page in pages]
    feet = [Span(max(page.start, page.end - _WINDOW), page.end) for page in pages]
    first = [view[slice(*head)].split(maxsplit=_LONGEST)[:_LONGEST] for head in heads]
    last = [view[slice(*foot)].rsplit(maxsplit=_LONGEST)[: -_LONGEST - 1 : -1] for foot in feet]
    for index, page in enumerate(pages):
        if index and (count := _shared(first, index) or _page_number(first[index])):
            yield Span(page.start, _words(view, heads[index])[count - 1].end)
        if count := _shared(last, index):
            yield Span(_words(view, feet[index])[-count].start, page.end)


def _between(view: str) -> Iterator[Span]:
    """Short lines that come again between the lines of scanned pages, each with the number of its page."""
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(view)]
    long = [line.end - line.start >= _PAGE for line in lines]
    pages = sum(line.end - line.start for line, is_page in zip(lines, long, strict=True) if is_page)
    if pages < _MOSTLY * len(view) or "\n\n" in view.strip():
        return  # typed paragraphs, not scanned pages
    groups: dict[str, list[Span]] = {}
    for index, line in enumerate(lines):
        text = view[slice(*line)] if not long[index] else ""
        if len(text.split()) >= _FEWEST and any(long[max(0, index - 1) : index + 2]):
            groups.setdefault(_COUNT.sub("#", text), []).append(line)
    for same in groups.values():
        if len(same) > 1 and len({view[slice(*line)] for line in same}) == len(same):
            yield from (_with_breaks(view, line) for line in same)


def _with_breaks(view: str, line: Span) -> Span:
    """The line with the breaks around it, where they cut a sentence in two."""
    before = view[max(0, line.start - _NEAR) : line.start].rstrip()[-1:]
    cuts = before not in ("", ".", ":", ";") and line.end < len(view)
    return Span(line.start - 1, line.end + 1) if cuts else line


def _long_lines(view: str) -> Iterator[Span]:
    start = 0
    for line in view.split("\n"):
        if len(line) >= _PAGE:
            yield Span(start, start + len(line))
        start += len(line) + 1


def _words(view: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(view, *span)]


def _same(one: str, other: str) -> bool:
    """Whether two words are one, digits apart."""
    return one == other or _plain(one) == _plain(other)


def _plain(word: str) -> str:
    return "#" if _NUMBER.fullmatch(word) else word


def _page_number(words: list[str]) -> int:
    """1 where a page starts with its number, which may have caught a stray letter ("a4")."""
    return int(bool(words) and _plain(words[0]) == "#")


def _shared(runs: list[list[str]], index: int) -> int:
    """How many leading words a run has in common with the page before or after; one alone is chance."""
    around = [runs[other] for other in (index - 1, index + 1) if 0 <= other < len(runs)]
    count = max((_agreement(runs[index], other) for other in around), default=0)
    return count if count > 1 else 0


def _agreement(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: _same(*pair), pairs)))
