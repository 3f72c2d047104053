"""A sentence with its titles set apart: which of them are the position, its superior, or other posts.

In the `pattern` of a sentence each list of titles is one letter, so that a form of speech is a short expression
over words and letters, whatever the titles are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.extract._behind_title import behind_title
from orgraph.extract._enumeration import LEAD_IN
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._subject import STAND_IN
from orgraph.extract._superior import is_superior
from orgraph.extract._titles import title_at
from orgraph.extract._titles_fr import plain, preposition, same_superior, stands_in, titles_in_sentence
from orgraph.text import Span, squeeze

OWN: Final = "\ue000"  # the position itself
SUPERIOR: Final = "\ue001"
POSTS: Final = "\ue002"  # other posts, one or a list
WITH_OWN: Final = "\ue003"  # a list of posts that holds the position
_LETTERS: Final = (OWN, SUPERIOR, POSTS, WITH_OWN)

_SAME: Final = re.compile(r"(?:the\s+same|this|that)\s+(?:immediate\s+)?(?:supervisor|superior|manager)\b", re.I)
_JOIN = re.compile(r"\s*[;,]\s*(?:(?:and|as\s+well\s+as|plus)\s+)?|\s+(?:and|as\s+well\s+as|plus|&)\s+")
_OPENING = re.compile(r"(?:Position|Incumbent)(?=\s+[a-z])")
_OWNER = re.compile(r"'s?(?=\s|$)")  # "the Director's colleagues"
# An article of its own inside what reads as a title: "Also report to the Chief the Clerk", "the Clerk, to the Chief".
_WITHIN = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\band)(?<!\bin)(?<!\bon)(?<!\bby)(?:\s+with)?\s+(?=the\s)|,\s+(?=to\s+the\s)"
)
_COUNTED = re.compile(rf"(?:{WORD}|[0-9]{{1,2}})\s(?:\([0-9]{{1,2}}\)\s)?$", re.I)
_BLANK = re.compile(r"\s*+")
_COLON = (":", ": * *")  # and where bold type ends behind it
_WORD = re.compile(r"[\w-]+|[^\w\s]")
# Words in small letters, and marks, at which no title and nothing that stands for the position can start.
_PLAIN = re.compile(
    rf"(?:(?:[^\w\s{OWN}-{WITH_OWN}]|(?!(?:{WORD}|the|an?|this|that|and|it|you|they|s?he|one|position|post|job|role|incumbent|successful|ideal"
    r"|le|la|les|une?|et|ce|cette|il|elle|s)(?!\w))[a-z][\w-]*+)\s*+)+"
)
_ELIDED = re.compile(r"[cdjlmnst]'|qu'", re.I)  # a word of its own: "l'autorité"
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
        """The sentence with one more letter, for the list below it; a heading without a colon is given one."""
        words = self.pattern.rstrip(" *_")
        pattern = f"{words if words.endswith(':') else f'{words} :'} {POSTS}"
        return self._replace(pattern=pattern, chunks=(*self.chunks, Chunk(POSTS, below)))

    def chunk(self, place: int) -> Chunk:
        """The chunk whose letter stands at a place of the pattern."""
        return self.chunks[sum(map(self.pattern[:place].count, _LETTERS))]


def chunked(reading: Reading, start: int, end: int) -> Sentence:
    """The sentence between two offsets."""
    words: list[str] = []
    chunks: list[Chunk] = []
    place = start
    opening = None if reading.french else _OPENING.match(reading.view, start, end)  # no article before it
    if opening is not None:
        chunks.append(Chunk(OWN, Span(*opening.span())))
        words.append(OWN)
        place = opening.end()
    while (place := _BLANK.match(reading.view, place, end).end()) < end:  # type: ignore[union-attr]
        run = None if reading.french else _PLAIN.match(reading.view, place, end)
        if run is not None:
            words += _WORD.findall(run[0].lower())
            place = run.end()
            continue
        governs, begin = preposition(reading, place, end) if reading.french else ("", place)
        chunk = _chunk(reading, begin, end, governed=bool(governs))
        if chunk is not None:
            chunks.append(chunk)
            words += [governs, chunk.kind]
            place = chunk.span.end
            continue
        word = (reading.french and _ELIDED.match(reading.view, place, end)) or _WORD.match(reading.view, place, end)
        if not word:
            break
        words.append(_written(reading, word[0]))
        place = word.end()
    return Sentence(Span(start, end), " ".join("".join(f" {word} " for word in words).split()), tuple(chunks))


def _written(reading: Reading, word: str) -> str:
    """A word as the forms write it; a letter of theirs that a text holds is none."""
    small = plain(word.lower()) if reading.french else word.lower()
    return small if word not in _LETTERS else "?"


def _chunk(reading: Reading, start: int, end: int, *, governed: bool) -> Chunk | None:
    """The list of titles that starts at an offset; `governed` where a French preposition stands before it."""
    stand_in = _stand_in(reading, start, end)
    if stand_in is not None:
        return stand_in
    if not reading.view[start : start + 1].isalnum():
        return None
    found = (
        titles_in_sentence(reading, start, end, governed=governed)
        if reading.french
        else _titles(reading.view, start, end)
    )
    titles = list(found)
    if not titles:
        return None
    kinds = [_kind(reading, title) for title in titles]
    if kinds[0] == SUPERIOR:
        return Chunk(SUPERIOR, Span(start, titles[0].end))
    many = kinds.index(SUPERIOR) if SUPERIOR in kinds else len(kinds)
    kind = kinds[0] if many == 1 else WITH_OWN if OWN in kinds[:many] else POSTS
    return Chunk(kind, Span(start, behind_title(reading.view, titles[many - 1].end, end)))


def _stand_in(reading: Reading, start: int, end: int) -> Chunk | None:
    """The words at an offset that stand for the superior, or for the position."""
    if reading.french:
        same, own = same_superior(reading, start, end), stands_in(reading, start, end)
    else:
        same, own = (_span(pattern.match(reading.view, start, end)) for pattern in (_SAME, STAND_IN))
    if same is not None:
        return Chunk(SUPERIOR, same)
    return Chunk(OWN, own) if own is not None else None


def _span(match: re.Match[str] | None) -> Span | None:
    return Span(*match.span()) if match else None


def _titles(view: str, start: int, end: int) -> Iterator[Span]:
    """The titles of an English list, one behind the other, with a mark or a word that joins them between."""
    place = start
    while True:
        lead = LEAD_IN.match(view, place, end)
        begin = lead.end() if lead else place
        if not view[begin : begin + 1].isupper() or _NO_TITLE.match(view, begin, end):
            return
        title = title_at(view, begin, end)
        if title is None:
            return
        within = _WITHIN.search(view, *title)
        title = Span(title.start, within.start()) if within else title
        owner = _OWNER.search(view, *title)
        title = Span(title.start, owner.start()) if owner else title
        yield title
        if owner:
            return
        join = _JOIN.match(view, behind_title(view, title.end, end), end)
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
