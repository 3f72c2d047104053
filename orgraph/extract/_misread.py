"""Words that a scan has misread, cut or glued, and what they stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import pairwise
from typing import Final

from orgraph.extract._cues import Search
from orgraph.extract._memo import Memo
from orgraph.extract._vocabulary import Vocabulary, vocabulary
from orgraph.model import Repair
from orgraph.text import words as words_of

_RULE: Final = "misread-word"
_PIECES = re.compile(r"(?<![^\W_])([^\W\d_]++)(?: {1,2}|-\s{1,2})(?=([^\W\d_]++)(?![^\W_]))")
_PAIR = re.compile(r"(?<![^\W_])([^\W_]++)\s{1,2}(?=([^\W_]++))")
_CUT_CODE = re.compile(r"\(([A-Z] [A-Z]{1,2}-[0O][0-9OIl]|[A-Z]{2} -[0O][0-9OIl])\)")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LONGEST: Final = 30  # letters of a word that is looked at
_SMALL: Final = 3  # letters of a small word
_ACRONYM: Final = 4  # capitals that may be one
# A text is a scan where so many of its words are damaged, and one in so many characters.
_DAMAGED, _IN = 3, 4000
_OWN: Final = 5  # letters of a text's own word
_MOST: Final = 5000  # own words of a text, the most frequent


def misread(view: str, language: str) -> tuple[Repair, ...]:
    """A repair for each damaged word of the vocabulary, in order, none over another.

    Where several are damaged the text is a scan: then the words that it writes twice are known, too.

    >>> [(r.raw, r.repaired) for r in misread("Reporting ta the Directcr Gen eral", "en")]
    [('ta', 'to'), ('Directcr', 'Director'), ('Gen eral', 'General')]
    """
    tokens = words_of(view)
    words, meanings = vocabulary(language), _meanings(language)
    stands_for = {token: read for token in frozenset(tokens) if (read := meanings[token])}
    repairs = [*_whole(view, stands_for), *_pieces(view, tokens, words), *_codes(view)]
    repairs += _behind_cues(view, tokens, words, stands_for)
    if len(repairs) >= max(_DAMAGED, len(view) / _IN):
        repairs += _of_text(view, tokens, words)
    return tuple(_apart(sorted(repairs, key=lambda repair: repair.start)))


def _of_text(view: str, tokens: list[str], words: Vocabulary) -> Iterator[Repair]:
    """Words of the text itself, where it writes them otherwise than at least twice elsewhere."""
    times = Counter(map(str.lower, tokens))
    own = frozenset(word for word, count in times.most_common(_MOST) if count > 1 and len(word) >= _OWN)
    more = words.with_words(frozenset(filter(str.isalpha, own)))
    own = frozenset(word for word in own if word.isalpha() and not _is_rarer(word, more.stands_for(word), times))
    more = words.with_words(own)
    read = {token: one for token in frozenset(tokens) if len(token) >= _OWN and (one := _read(token, more))}
    yield from _whole(view, {token: one for token, one in read.items() if " " in one or _is_rarer(token, [one], times)})
    yield from _pieces(view, tokens, more, times)


def _is_rarer(word: str, others: Iterable[str], times: Counter[str]) -> bool:
    """Whether the text writes one of the others at least twice as often: then the word is that one, damaged."""
    return any(2 * times[word.lower()] <= times[other.lower()] for other in others)


def _apart(repairs: list[Repair]) -> Iterator[Repair]:
    end = 0
    for repair in repairs:
        if repair.start >= end:
            end = repair.end
            yield repair


def _whole(view: str, stands_for: dict[str, str]) -> Iterator[Repair]:
    """Words that a scan misread or glued to another."""
    search = Search()
    for token in stands_for:
        search.learn(token)
    for token, places in search.places(view).items():
        for start in places:
            before, behind = view[max(0, start - 1) : start], view[start + len(token) : start + len(token) + 1]
            if not before.isalnum() and not behind.isalnum():
                yield _repair(start, token, stands_for[token])


def _pieces(view: str, tokens: list[str], words: Vocabulary, times: Counter[str] | None = None) -> Iterator[Repair]:
    """Words that a scan cut in two; of a text's own words, the longer piece stands nowhere else."""
    pairs = list(words.pieces(frozenset(map(str.lower, frozenset(tokens)))))
    said = f" {' '.join(tokens).lower()} ".replace(" s ", " ") if pairs else ""
    if not any(f" {one} {other} " in said for one, other in pairs):
        return
    for match in _PIECES.finditer(view):
        one, other = match[1].lower(), match[2].lower()
        if words.are_one(one, other) and not (times and times[max(one, other, key=len)] > 1):
            yield _repair(match.start(), view[match.start() : match.end(2)], match[1] + match[2])


def _behind_cues(view: str, tokens: list[str], words: Vocabulary, stands_for: Mapping[str, str]) -> Iterator[Repair]:
    """Small words behind a cue that asks for them: "staff ot 8"."""
    small = _small_words(words.language)
    read = {token: small[token] for token in frozenset(tokens) if len(token) <= _SMALL and small[token]}
    if not read:
        return

    def goes_on(one: str, other: str) -> bool:
        return other in read and stands_for.get(one, one).lower() in words.after[read[other]]

    if any(goes_on(one, other) for one, other in pairwise(tokens) if other in read):
        for match in _PAIR.finditer(view):
            if goes_on(match[1], match[2]):
                yield _repair(match.start(2), match[2], read[match[2]])


def _codes(view: str) -> Iterator[Repair]:
    """Classifications that a scan cut in two, which stand alone in brackets: "(E C-O7)"."""
    for match in _CUT_CODE.finditer(view):
        yield _repair(match.start(1), match[1], match[1].replace(" ", ""))


@cache
def _small_words(language: str) -> Memo:
    """The small word that a token behind a cue looks like, empty where it is none."""
    return Memo(vocabulary(language).goes_on)


@cache
def _meanings(language: str) -> Memo:
    """What a token stands for, empty where it stands for itself."""
    return Memo(partial(_read, words=vocabulary(language)))


def _read(token: str, words: Vocabulary) -> str:
    """What a token stands for; empty where it stands for itself, or may stand for more than one thing."""
    word = token.lower()
    if not 2 <= len(word) <= _LONGEST or word in words.known or word in words.real or word.isdigit():
        return ""
    if found := words.stands_for(word):
        return _in_case(token, found[0]) if len(found) == 1 and found[0] in words.known else ""
    cut, camel = words.parts(word), _CAMEL.search(token)
    if not cut and camel:
        one, other = token[: camel.start()], word[camel.start() :]
        cut = camel.start() if one in words.small or {one.lower(), other} <= words.known else 0
    return f"{token[:cut]} {token[cut:]}" if cut else ""


def _repair(start: int, raw: str, read: str) -> Repair:
    return Repair(start=start, end=start + len(raw), raw=raw, repaired=read, rule=_RULE)


def _in_case(raw: str, read: str) -> str:
    """What is read, in the capitals of what is written; empty where a short word may be an acronym."""
    letters = [c for c in raw if c.isalpha() and c != "l"]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return read.upper() if len(raw) > _ACRONYM or not raw.isalpha() else ""
    if raw[0].isupper() or raw[0].isdigit() or (raw[0] == "l" and read[0] == "i"):
        return read if raw[0] in "I1" and read[0] == "l" else read[0].upper() + read[1:]
    return read
