"""Fields that name the posts that the position supervises: "Supervises: 4 Clerks", "Responsible for" above bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._counts import count
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import item
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._supervised import DANGLING, each, posts, titles
from orgraph.extract._titles import HEAD_NOUN, leading_titles, only_titles
from orgraph.model import Quantity
from orgraph.text import Span

_LABEL = re.compile(
    r"^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?(?:(?P<strict>(?:Directly\s+)?Responsible\s+for"
    r"|(?:Line|People|Staff)\s+management(?:\s+responsibilit(?:y|ies))?|(?:Line\s+m|M)anagement\s+responsibilit(?:y|ies)"
    r"|Supervisory\s+responsibilit(?:y|ies))|Supervises"
    r"|Line\s+manage(?:s|r\s+for|r\s+of)|Directly\s+(?:supervises|manages)|(?:Positions|Staff|Titles|Posts|Roles|Employees)\s+(?:directly\s+)?(?:supervised|managed)"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+and\s+(?:the\s+)?numbers?\s+of\s+[\w ]{3,40}"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+of\s+[\w ]{3,20}\s+supervised"
    r"|Supervision\s+(?:of|exercised))(?:[*_ \t]{0,4}[:|][*_ \t:|]*|[ ]{3,}|[ ]?\t+)(?=[\dA-Z]|[a-z]+\s+[A-Z])",
    re.I | re.M,
)
_COUNTED = re.compile(
    r"[,;]\s+(?=\d|up\s+to|approximately|[a-z]+\s+[a-z])"
)  # "..., 6 full-time clerks, seasonal staff"
_IN_BRACKET = re.compile(r"(?:Yes\W{1,4})?(?P<total>\w{1,9})[ \t]*\((?P<posts>[^()\n]{3,300})\)[ \t|.]*(?=\n|$)", re.I)
_INDENTED = re.compile(r"(?:\n[ \t]{6,}+[^\s:][^:\n]{2,90}(?=\n|$))+")
# "Responsible for:", and below it a bullet for each post.
_ABOVE = re.compile(
    r"^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?"
    r"(?:(?:Directly\s+)?Responsible\s+for|Line\s+manages|Directly\s+manages)[*_ \t]{0,4}:[*_ \t]*"
    r"(?P<bullets>(?:\n+[ \t]*[*+-][ \t]+[^\n]{2,90}(?=\n|$)){1,30})",
    re.I | re.M,
)
_BULLET = re.compile(r"[*+-][ \t]+(?P<post>[^\n]+)")


def labels(reading: Reading) -> Iterator[re.Match[str]]:
    """The labels of such fields, in order."""
    for pattern in (_LABEL, _ABOVE):
        yield from pattern.finditer(reading.view)


def in_field(reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """The posts of a field."""
    view = reading.view
    if match.re is _ABOVE:
        yield from _below(reading, match)
        return
    end = _field_end(view, match.end())
    if (inside := _IN_BRACKET.match(view, match.end(), end)) is not None:
        yield from _bracketed(reading, match, inside)
        return
    words = DANGLING.sub("", leading_titles(view[match.end() : end]))
    if match["strict"]:
        yield from titles(reading, match, match.end(), end)
    elif words == DANGLING.sub("", view[match.end() : end]) and (found := each(reading, match.end(), words)):
        yield from posts(reading, match, found)
    else:
        starts = [match.end(), *(cut.end() for cut in _COUNTED.finditer(view, match.end(), end))]
        for start, stop in pairwise([*starts, end]):
            yield from posts(reading, match, in_sentence(reading, start, len(view[:stop].rstrip(" ,;|*_"))))


def _below(reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """Bullets of which each is the title of a post; where one is not, they are duties."""
    places = [Span(*bullet.span("post")) for bullet in _BULLET.finditer(reading.view, *match.span("bullets"))]
    words = [reading.view[slice(*place)].strip(" ;,.*_") for place in places]
    if all(only_titles(text) and HEAD_NOUN.search(text) for text in words):
        found = (item(reading, *place) for place in places)
        yield from posts(reading, match, (one for one in found if one is not None))


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
