"""Words in capitals that stand for names, where a text uses them and where it spells them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from orgraph.extract._lexicon import table
from orgraph.extract._reading import Reading
from orgraph.text import Span, squeeze

# Both begin with the capital itself: what may not stand before it is looked for only there.
_USED = re.compile(r"[A-Z](?<![\w/&.'’$-][A-Z])(?:[A-Z&]{1,4}|\.(?:[A-Z]\.){1,3})(?![\w&/'’-])")
_BRACKETED = re.compile(r"\((?P<acronym>[A-Z][A-Z&]{1,5})\)")
_EXPLAINED = re.compile(r" \((?<=[A-Z&] \()(?P<words>[^()\n]{3,80})\)")
_BEFORE = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z&]{1,5}\Z")
_CAPITALS = re.compile(r"[A-Z]{2,} {1,3}\Z")
_HEADLONG = re.compile(r" {1,3}[A-Z]{2,}(?![a-z])|\s?[:.]?\s?\d|\s{0,2}:")
_NUMERAL = re.compile(r"[IVXLCDM]+|[IO]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL: Final = frozenset(("of", "the", "and", "for", "to", "in", "de", "du", "des", "la", "le", "les", "et", "aux"))
_REACH = 120  # characters before a bracket that can hold the words
_LONGEST = 6  # letters of an acronym that its words explain
_NEAR = 12  # characters around a word that say whether it stands in a heading
_PLAIN: Final = frozenset((*table("acronyms")["known"], *table("acronyms")["words"]))  # which nobody must spell out


class Expansion(NamedTuple):
    """An acronym, the words that it stands for, and where both are."""

    acronym: str
    words: str
    span: Span


@lru_cache(maxsize=8)
def expansions(reading: Reading) -> tuple[Expansion, ...]:
    """Each acronym with the words whose first letters it is: "Public Harbour Service (PHS)", "PHS (Public ...)"."""
    return (*_behind(reading.view), *_explained(reading.view))


def _behind(view: str) -> Iterator[Expansion]:
    for match in _BRACKETED.finditer(view):
        words = list(_WORD.finditer(view, max(0, match.start() - _REACH), match.start()))
        yield from _expansion(view, match["acronym"], words, match.end())


def _explained(view: str) -> Iterator[Expansion]:
    for match in _EXPLAINED.finditer(view):
        acronym = _BEFORE.search(view, max(0, match.start() - _LONGEST), match.start())
        if acronym is not None:
            words = list(_WORD.finditer(view, match.start("words"), match.end("words")))
            yield from _expansion(view, acronym[0], words, match.end("words"))


def _expansion(view: str, acronym: str, words: list[re.Match[str]], end: int) -> Iterator[Expansion]:
    """The last words before a place, if an acronym begins them."""
    letters = acronym.replace("&", "").lower()
    kept = [word for word in words if word[0].lower() not in _SMALL][-len(letters) :]
    if kept and "".join(word[0][0] for word in kept).lower() == letters:
        yield Expansion(acronym, squeeze(view[kept[0].start() : kept[-1].end()]), Span(kept[0].start(), end))


def uses(view: str) -> Iterator[tuple[str, Span]]:
    """Each word in capitals that is no heading, no label, no numeral and no code."""
    for match in _USED.finditer(view):
        before, after = view[max(0, match.start() - _NEAR) : match.start()], view[match.end() : match.end() + _NEAR]
        if match[0] not in _PLAIN and not _NUMERAL.fullmatch(match[0]) and not _in_heading(match[0], before, after):
            yield match[0], Span(*match.span())


def defined(reading: Reading) -> set[str]:
    """The acronyms that stand in brackets behind something, or with their words in brackets behind them."""
    bracketed = {match["acronym"] for match in _BRACKETED.finditer(reading.view)}
    return bracketed | {found.acronym for found in expansions(reading)}


def _in_heading(word: str, before: str, after: str) -> bool:
    """Whether a word stands in a heading or is a label; a label that is an acronym by its "&" is used as one."""
    return bool(_CAPITALS.search(before) or (_HEADLONG.match(after) and "&" not in word))
