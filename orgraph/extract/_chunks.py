"""A sentence with its titles set apart: which of them are the position, its superior, or other posts.

In the `pattern` of a sentence each list of titles is one letter, so that a form of speech is a short expression
over words and letters, whatever the titles are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.extract._enumeration import LEAD_IN
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._subject import STAND_IN
from orgraph.extract._superior import is_superior
from orgraph.extract._titles import title_at
from orgraph.text import Span, squeeze

OWN: Final = "\ue000"  # the position itself
SUPERIOR: Final = "\ue001"
POSTS: Final = "\ue002"  # other posts, one or a list
WITH_OWN: Final = "\ue003"  # a list of posts that holds the position
_LETTERS: Final = (OWN, SUPERIOR, POSTS, WITH_OWN)

_SAME: Final = re.compile(r"(?:the\s+same|this|that)\s+(?:immediate\s+)?(?:supervisor|superior|manager)\b", re.I)
# What a list says of a title: "(AS-06, 5 FTEs)", ", 5 FTEs", "- AS-06".
_ATTRIBUTES = re.compile(
    r"(?:\s*(?:\([^()\n]{0,90}\)|\[[^\[\]\n]{0,40}\])"
    r"|\s?[,-]\s*(?:[A-Z]{2}-\d{1,2}|(?:staff\s+of\s+)?[0-9OIl]{1,4}\s(?:FTEs?|PYs?|employees|staff))\b)+"
)
_JOIN = re.compile(r"\s*[;,]\s*(?:(?:and|as\s+well\s+as|plus)\s+)?|\s+(?:and|as\s+well\s+as|plus|&)\s+")
_OPENING = re.compile(r"(?:Position|Incumbent)(?=\s+[a-z])")
_OWNER = re.compile(r"'s?(?=\s|$)")  # "the Director's colleagues"
_COUNTED = re.compile(rf"(?:{WORD}|[0-9]{{1,2}})\s(?:\([0-9]{{1,2}}\)\s)?$", re.I)
_BLANK = re.compile(r"\s*+")
_COLON = (":", ": * *")  # and where bold type ends behind it
_WORD = re.compile(r"[\w-]+|[^\w\s]")
# Capitalised words that open a sentence, and no title.
_NO_TITLE = re.compile(
    r"(?:also|along|alongside|together|jointly|reports?|reporting|under|with|within|besides|in|at|for|through|there|this|these|those|they|other|others|peers?"
    r"|colleagues|counterparts|directly|supervis\w+|manages?|managing|directs?|leads?|leading|has|is|are|oversees?|remaining)\b",
    re.I,
)


class Chunk(NamedTuple):
    """A list of titles in a sentence: what it is, and where it stands."""

    kind: str
    span: Span


class Sentence(NamedTuple):
    """A sentence as words and letters; `chunks` are its letters in order."""

    span: Span
    pattern: str
    chunks: tuple[Chunk, ...]

    @property
    def leads_in(self) -> bool:
        """Whether it ends in a colon, in bold type or not."""
        return self.pattern.endswith(_COLON)

    def with_list(self, below: Span) -> Sentence:
        """The sentence with one more letter, for the list below it."""
        pattern = f"{self.pattern.rstrip(' *_')} {POSTS}"
        return self._replace(pattern=pattern, chunks=(*self.chunks, Chunk(POSTS, below)))

    def chunk(self, place: int) -> Chunk:
        """The chunk whose letter stands at a place of the pattern."""
        return self.chunks[sum(map(self.pattern[:place].count, _LETTERS))]


def chunked(reading: Reading, start: int, end: int) -> Sentence:
    """The sentence between two offsets."""
    words: list[str] = []
    chunks: list[Chunk] = []
    place = start
    opening = _OPENING.match(reading.view, start, end)  # "Position reports to": no article before it
    if opening is not None:
        chunks.append(Chunk(OWN, Span(*opening.span())))
        words.append(OWN)
        place = opening.end()
    while (place := _BLANK.match(reading.view, place, end).end()) < end:  # type: ignore[union-attr]
        chunk = _chunk(reading, place, end)
        if chunk is not None:
            chunks.append(chunk)
            words.append(chunk.kind)
            place = chunk.span.end
            continue
        word = _WORD.match(reading.view, place, end)
        if word is None:
            break
        words.append(word[0].lower() if word[0] not in _LETTERS else "?")
        place = word.end()
    return Sentence(Span(start, end), " ".join("".join(f" {word} " for word in words).split()), tuple(chunks))


def _chunk(reading: Reading, start: int, end: int) -> Chunk | None:
    """The list of titles that starts at an offset."""
    view = reading.view
    stand_in = _SAME.match(view, start, end)
    if stand_in is not None:
        return Chunk(SUPERIOR, Span(*stand_in.span()))
    stand_in = STAND_IN.match(view, start, end)
    if stand_in is not None:
        return Chunk(OWN, Span(*stand_in.span()))
    titles = list(_titles(reading, start, end)) if view[start].isalnum() else []
    if not titles:
        return None
    kinds = [_kind(reading, title) for title in titles]
    if kinds[0] == SUPERIOR:
        return Chunk(SUPERIOR, Span(start, titles[0].end))
    many = kinds.index(SUPERIOR) if SUPERIOR in kinds else len(kinds)
    kind = kinds[0] if many == 1 else WITH_OWN if OWN in kinds[:many] else POSTS
    return Chunk(kind, Span(start, _behind(view, titles[many - 1].end, end)))


def _titles(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """The titles of a list, one behind the other, with a mark or a word that joins them between."""
    view, place = reading.view, start
    while True:
        lead = LEAD_IN.match(view, place, end)
        begin = lead.end() if lead else place
        if not view[begin : begin + 1].isupper() or _NO_TITLE.match(view, begin, end):
            return
        title = title_at(view, begin, end, french=reading.french)
        if title is None:
            return
        owner = _OWNER.search(view, *title)
        title = Span(title.start, owner.start()) if owner else title
        yield title
        if owner:
            return
        join = _JOIN.match(view, _behind(view, title.end, end), end)
        if join is None:
            return
        place = join.end()


def _kind(reading: Reading, title: Span) -> str:
    text = squeeze(reading.view[slice(*title)])
    if _COUNTED.search(reading.view, max(0, title.start - 16), title.start):
        return POSTS  # "three Directors"
    if reading.subject.is_self(text):
        return OWN
    return SUPERIOR if is_superior(reading, text) else POSTS


def _behind(view: str, place: int, end: int) -> int:
    """Where the brackets and figures behind a title end."""
    attributes = _ATTRIBUTES.match(view, place, end)
    return attributes.end() if attributes else place
