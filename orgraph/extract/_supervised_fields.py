"""Fields that name the posts that the position supervises: "Supervises: 4 Clerks", "Responsible for" above bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._bands import banded
from orgraph.extract._counts import count
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item, item
from orgraph.extract._labels import label_of
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._supervised import DANGLING, each, posts, titles
from orgraph.extract._titles import HEAD_NOUN, leading_titles, only_titles
from orgraph.model import Quantity
from orgraph.text import Span

_OPENS = r"^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?"
_NAMES = (
    r"(?:(?P<strict>(?:Directly\s+)?Responsible\s+for"
    r"|(?:Line|People|Staff)\s+management(?:\s+responsibilit(?:y|ies))?|(?:Line\s+m|M)anagement\s+responsibilit(?:y|ies)"
    r"|Supervisory\s+responsibilit(?:y|ies))|Supervises"
    r"|Line\s+manage(?:s|r\s+for|r\s+of)|Directly\s+(?:supervises|manages)|Manages/Supervises|Supervises/Manages|Directs"
    r"|(?:Positions|Staff|Titles|Posts|Roles|Employees)\s+(?:directly\s+)?(?:supervised|managed)"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+and\s+(?:the\s+)?numbers?\s+of\s+[\w ]{3,40}"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+of\s+[\w ]{3,20}\s+supervised"
    r"|(?:Direct\s+)?Supervision\s+(?:of|exercised)(?:\s+over)?"
    r"|Direct\s+reports(?=[ ]{3}|[ ]?\t)|Direct(?=\s?:\s*\d))"
)
_LABEL = re.compile(
    rf"{_OPENS}{_NAMES}(?:[*_ \t]{{0,4}}[:|][*_ \t:|]*|[ ]{{3,}}|[ ]?\t+)(?=[\dA-Z]|[a-z]+\s+[A-Z])", re.I | re.M
)
# A label that fills its line, above a line or a bullet for each post.
_ABOVE = re.compile(rf"{_OPENS}{_NAMES}[*_ \t]{{0,4}}:?[*_ \t]*(?=\n)", re.I | re.M)
_NAMED = ("upervis", "anage", "esponsible", "itle", "irect")
_CUES = (*_NAMED, *map(str.upper, _NAMED))  # one stands in each name
_COUNTED = re.compile(
    r"[,;]\s+(?=\d|up\s+to|approximately|[a-z]+\s+[a-z])"
)  # "..., 6 full-time clerks, seasonal staff"
_IN_BRACKET = re.compile(
    r"(?:Yes\W{1,4})?(?P<total>\w{1,9})"
    r"(?:[ \t]+(?:direct[ \t]+reports?|staff|FTEs?|people|employees|posts|positions))?[ \t]*"
    r"\((?P<posts>[^()\n]{3,300})\)[ \t|.]*(?=\n|$)",
    re.I,
)
_INDENTED = re.compile(r"(?:\n[ \t]{6,}+[^\s:][^:\n]{2,90}(?=\n|$))+")
_BELOW = re.compile(
    r"(?P<gap>\n{1,3})[ \t]*(?P<mark>(?:\*|\d{1,2}[.)])[ \t]+)?(?P<post>[^\s#|][^\n]{1,118}?)[ \t;,.*_]*(?=\n|$)"
)
_WHO = re.compile(r"(?P<who>[^\n]{1,40}?)\s+[-–—]\s+(?=\S)")  # "A. Abe - Clerk": who holds the post
_BRACKETS = re.compile(r"\s*\([^()\n]*\)")
_ASIDE = re.compile(r"\([^()\n]*\)?")  # "(total 121.4 WTE)"
_SENTENCE = re.compile(
    r"(?:Directly\s+)?(?:Exercises|Supervises|Provides|Directs|Manages|Oversees|Leads)\s", re.I
)  # behind "Supervision Exercised:", which prose tells
_MOST_LINES = 30


def labels(reading: Reading) -> Iterator[re.Match[str]]:
    """The labels of such fields, in order."""
    for pattern in (_LABEL, _ABOVE):
        yield from reading.opening(pattern, _CUES, 60)


def in_field(reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """The posts of a field."""
    view = reading.view
    if match.re is _ABOVE:
        below, bullets = _below(view, match.end())
        yield from posts(reading, match, _in_lines(reading, below, sure=bullets))
        return
    if _SENTENCE.match(view, match.end()):
        return
    end = _field_end(view, match.end())
    if (inside := _IN_BRACKET.match(view, match.end(), end)) is not None:
        yield from _bracketed(reading, match, inside)
    elif lines := _in_lines(reading, list(_lines(view, match.end(), end))):
        yield from posts(reading, match, lines)
    elif match["strict"]:
        yield from titles(reading, match, match.end(), end)
    else:
        yield from posts(reading, match, banded(reading, _in_words(reading, match.end(), end)))


def _in_words(reading: Reading, start: int, end: int) -> list[Item]:
    """The posts between two offsets of a line, which commas or numbers set apart."""
    view = reading.view
    words = DANGLING.sub("", leading_titles(view[start:end]))
    if words == DANGLING.sub("", view[start:end]) and (found := each(reading, start, words)):
        return found
    starts = [start, *(cut.end() for cut in _COUNTED.finditer(view, start, end)), end]
    stretches = ((a, len(view[:b].rstrip(" ,;|*_"))) for a, b in pairwise(starts))
    return [one for stretch in stretches for one in in_sentence(reading, *stretch)]


def _in_lines(reading: Reading, lines: list[Span], *, sure: bool = False) -> list[Item]:
    """The posts of lines of which each is a title; none where one is not: then they are duties, or one wraps.

    Each must hold the noun of a post to be `sure`; else half of them.
    """
    lines = [line for line in lines if not _ASIDE.fullmatch(reading.view, *line)]
    people = [_WHO.match(reading.view, *line) for line in lines]
    if lines and all(who and not HEAD_NOUN.search(who["who"]) for who in people):
        lines = [Span(who.end(), line.end) for who, line in zip(people, lines, strict=True) if who]
    texts = [_BRACKETS.sub("", reading.view[slice(*line)]) for line in lines]
    told = sum(HEAD_NOUN.search(text) is not None for text in texts)
    if not all(only_titles(text) and text[:1].isupper() | text[:1].isdigit() for text in texts):
        return []
    if not lines or told < len(lines) if sure else 2 * told < len(lines):
        return []
    return banded(reading, [found for line in lines if (found := item(reading, *line)) is not None])


def _lines(view: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two offsets, if they are several."""
    if "\n" in view[start:end]:
        for line in re.finditer(r"[^\s|][^\n]*", view[start:end]):
            yield Span(start + line.start(), start + line.start() + len(line[0].rstrip(" \t;,.*_")))


def _below(view: str, start: int) -> tuple[list[Span], bool]:
    """The lines below a label, and whether they are bullets; others end at an empty line or another label."""
    found: list[Span] = []
    bullets = False
    while len(found) < _MOST_LINES and (line := _BELOW.match(view, start)) is not None:
        marked = line["mark"] is not None
        if found and marked != bullets:
            break
        if not marked and (len(line["gap"]) > 1 or label_of(line["post"]) or ":" in line["post"]):
            break
        bullets, start = marked, line.end()
        found.append(Span(*line.span("post")))
    return found, bullets


def _bracketed(reading: Reading, match: re.Match[str], inside: re.Match[str]) -> Iterator[Statement]:
    """A number, and in brackets whom it counts: "Staff supervised: 6 (5 Clerks, 1 Driver)"."""
    found = list(in_sentence(reading, *inside.span("posts")))
    yield from posts(reading, match, found)
    total = count(reading.view, *inside.span("total"), repair=reading.repair)
    if found and total is not None and isinstance(total[0], Quantity):
        yield Statement(SELF, "stated_reports", total[0], (total[1], Span(*match.span())), total[2])


def _field_end(view: str, start: int) -> int:
    """The end of the field's line, and of indented lines below it that no label opens."""
    end = view.find("\n", start)
    end = len(view) if end == -1 else end
    more = _INDENTED.match(view, end)
    return more.end() if more else end
