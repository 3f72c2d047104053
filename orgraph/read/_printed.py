"""Find the furniture of a text that ends its pages: heads and feet that pages share, and breaks that cut a sentence.

A scan that lost its line ends is for `_furniture`; here every page has its lines, and a form feed ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from orgraph.text import PAGE_END, Span

_EDGE: Final = 3  # lines at the top and at the bottom of a page that may be furniture
_SHARE: Final = 2  # a head or foot stands on at least one page of so many, and on two
_FULL_LINE: Final = 60  # characters of a line that its page's margin has broken
_LINE: Final = re.compile(r"[^\n\f]*[^\s][^\n\f]*")
_NUMBER: Final = re.compile(r"\d+")
_ENDS: Final = ".:;!?|"


def printed(text: str) -> list[Span]:
    """Spans of heads, feet and page numbers, and of the page breaks in the middle of a sentence, in order."""
    pages = [page for page in _pages(text) if page]
    shared = _shared(text, pages)
    bodies = [[line for line in page if line not in shared] for page in pages]
    joints = (_joint(text, one[-1], other[0]) for one, other in pairwise(filter(None, bodies)))
    return sorted([*shared, *(joint for joint in joints if joint is not None)])


def _pages(text: str) -> Iterator[list[Span]]:
    """The lines of each page that say something."""
    start = 0
    while start < len(text):
        end = text.find(PAGE_END, start)
        end = len(text) if end == -1 else end
        yield [Span(*match.span()) for match in _LINE.finditer(text, start, end)]
        start = end + 1


def _shared(text: str, pages: Sequence[Sequence[Span]]) -> set[Span]:
    """Lines that pages have in common, numbers apart; the first of the heads is kept, for it may be the title."""
    heads = _repeated(text, [page[:_EDGE] for page in pages])
    feet = _repeated(text, [page[-_EDGE:] for page in pages])
    return {line for lines in (*heads, *feet) for line in lines} - {lines[0] for lines in heads}


def _repeated(text: str, edges: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The lines that stand at this edge of at least half of the pages, and of two, those of one wording together."""
    groups: dict[str, list[Span]] = {}
    for edge in edges:
        for words, line in {_told(text, line): line for line in edge}.items():
            groups.setdefault(words, []).append(line)
    return [lines for lines in groups.values() if len(lines) > 1 and len(lines) * _SHARE >= len(edges)]


def _told(text: str, line: Span) -> str:
    return _NUMBER.sub("#", " ".join(text[slice(*line)].split()))


def _joint(text: str, before: Span, after: Span) -> Span | None:
    """What lies between two pages, where a sentence goes on in the second."""
    first, last = text[after.start : after.end].lstrip()[:1], text[before.start : before.end].rstrip()[-1:]
    goes_on = last not in _ENDS and (first.islower() or (first.isalpha() and before.end - before.start >= _FULL_LINE))
    return Span(before.end, after.start) if goes_on else None
