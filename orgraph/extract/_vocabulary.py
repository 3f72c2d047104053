"""The words that a scan's damage is told by: those of cues, titles, labels and headings, and those of a text itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from orgraph.extract._lexicon import table

_WORD = re.compile(r"[^\W_]+")
_LEXICONS: Final = ("titles", "labels", "sections", "units")  # phrases by kind
_NO_WORDS: Final = frozenset(("abbreviations", "connectors", "stops_fr", "dotted"))
_SHORTEST: Final = 4  # letters of a word that is told by one letter cut off
_LONG: Final = 6  # letters of a word in which a rare confusion is believed, and that a lexicon need not tell as short
_VERY_LONG: Final = 9  # letters of a word in which two confusions are
_MOST_DAMAGE: Final = 3
_MOST_ALIKE: Final = 16  # words of one look; among more, a damaged one tells nothing
_ACCENTS: Final = "éèêëàâîïôûùç"


class Vocabulary(NamedTuple):
    """Words in small letters: those known by their looks, those of cues, and small ones that others are glued to.

    `real` are words that look like a damaged one, `apart` pairs of words that look like one cut in two; `after` gives
    the cues that a small word stands behind, `ends` what the beginning of a word may go on with.
    """

    known: frozenset[str]
    looks: Mapping[str, tuple[str, ...]]
    cues: frozenset[str]
    small: frozenset[str]
    real: frozenset[str]
    apart: frozenset[str]
    after: Mapping[str, frozenset[str]]
    ends: Mapping[str, set[str]]
    language: str

    def with_words(self, words: frozenset[str]) -> Vocabulary:
        """The vocabulary with the words of a text."""
        known = self.known | words
        return self._replace(known=known, looks=_by_look(known | self.real), ends=_ends(known))

    def stands_for(self, word: str) -> tuple[str, ...]:
        """What a word that is none of the vocabulary looks like most: words known, and words that are no cue."""
        alike = [(damage(word, one), one) for one in self.looks.get(_look(word), ())]
        least = min((much for much, _ in alike), default=0)
        return tuple(one for much, one in alike if much == least <= _MOST_DAMAGE)

    def goes_on(self, word: str) -> str:
        """The small word that a word behind a cue looks like, even if it is a real one; empty where it is none."""
        return next((one for one in self.after if word not in self.after and damage(word.lower(), one) == 1), "")

    def parts(self, word: str) -> int:
        """Where two words were glued: two of a cue, or a small one and another; 0 where none were."""
        for at in range(2, len(word) - 1):
            one, other = word[:at], word[at:]
            if (one in self.known or one in self.small) and (other in self.known or other in self.small):
                small = one in self.small or other in self.small
                if one != other and (small or (one in self.cues and other in self.cues)):
                    return at
        return 0

    def pieces(self, different: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Of a text's different words, those that may be pieces of one, wherever they stand."""
        for one in self.ends.keys() & different:
            yield from ((one, other) for other in self.ends[one] & different if self.are_one(one, other))

    def are_one(self, one: str, other: str) -> bool:
        """Whether two pieces are one word.

        "Director s" is a possessive, "agent e" has a gender, "Minist re" may have lost an è.
        """
        whole, least = one + other, min(len(one), len(other))
        return (
            whole in self.known
            and (len(whole) > _SHORTEST or (least == 1 and one != "a"))
            and other != "s"
            and not (one in self.known and len(other) < 3)
            and not (self.language == "fr" and (least == 1 or any(f"{one}{c}{other}" in self.known for c in _ACCENTS)))
            and f"{one} {other}" not in self.apart
        )


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of the lexicons, and the short ones of a language."""
    scans = table("scans")
    cues = frozenset(_words(scans["cues"]))
    lists = [phrases for name in _LEXICONS for key, phrases in table(name).items() if key not in _NO_WORDS]
    long = {*_words(table("numbers")["words"]), *_words(chain(*lists, *table("months")["names"]))}
    told = {word for word in long if len(word) >= _LONG and word.isalpha()}.union(cues, scans["short"])
    known = {word for one in told for word in (one, _bare(one))}
    shortest = scans["shortest"].get(language, ())
    return Vocabulary(
        known=frozenset(known.union(shortest)),
        looks=_by_look(known.union(shortest, scans["real"])),
        cues=cues,
        small=frozenset(scans["small"].get(language, ())),
        real=frozenset(scans["real"]),
        apart=frozenset(scans["apart"]),
        after={word: frozenset(cues) for word, cues in scans["after"].items()},
        ends=_ends(known.union(shortest)),
        language=language,
    )


def damage(damaged: str, word: str) -> int:
    """How much a word is damaged: 1 one shape taken for another, 2 a rare one, 3 two of them; more is no damage.

    A rare confusion is believed in a long word only, two of them in a very long one.

    >>> damage("dlrector", "director"), damage("tegion", "region"), damage("form", "from")
    (1, 2, 4)
    """
    shapes = _shapes()
    if len(damaged) != len(word):
        swapped = (
            word[: p.start()] + taken + word[p.end() :]
            for shape, taken in shapes.long
            for p in re.finditer(shape, word)
        )
        return 1 if damaged in swapped else _MOST_DAMAGE + 1
    wrong = [pair for pair in zip(damaged, word, strict=True) if pair[0] != pair[1]]
    rare = [pair for pair in wrong if pair not in shapes.common]
    if not wrong or (rare and len(word) < _LONG) or any(pair not in shapes.rare for pair in rare):
        return _MOST_DAMAGE + 1
    if len(wrong) == 1:
        return 2 if rare else 1
    return _MOST_DAMAGE if len(wrong) == 2 and len(word) >= _VERY_LONG else _MOST_DAMAGE + 1


class _Shapes(NamedTuple):
    """Pairs of letters that look alike, and longer shapes with what they are taken for, each pair both ways."""

    common: frozenset[tuple[str, str]]
    rare: frozenset[tuple[str, str]]
    long: tuple[tuple[str, str], ...]


@cache
def _shapes() -> _Shapes:
    scans = table("scans")

    def both(pairs: list[list[str]]) -> list[tuple[str, str]]:
        return [(a, b) for one, other in pairs for a, b in ((one, other), (other, one))]

    return _Shapes(frozenset(both(scans["shapes"])), frozenset(both(scans["rare"])), tuple(both(scans["longer"])))


@cache
def _classes() -> dict[int, str]:
    """One letter for all that look alike, whether one takes them for each other or by way of a third."""
    group: dict[str, str] = {}
    for one, other in sorted(_shapes().common | _shapes().rare):
        low, high = sorted((group.setdefault(one, one), group.setdefault(other, other)))
        group = {letter: low if of == high else of for letter, of in group.items()}
    return str.maketrans(group)


def _look(word: str) -> str:
    """What a word has in common with all that look like it."""
    return word.translate(_classes())


def _by_look(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their look, and by each that a longer shape gives them."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        taken = (word.replace(shape, read, 1) for shape, read in _shapes().long if shape in word)
        for look in {_look(one) for one in (word, *taken)}:
            found.setdefault(look, []).append(word)
    return {look: tuple(words) for look, words in found.items() if len(words) <= _MOST_ALIKE}


def _ends(words: Iterable[str]) -> dict[str, set[str]]:
    """Beginnings of words with all that they may go on with."""
    found: dict[str, set[str]] = {}
    for word in words:
        for at in range(1, len(word)):
            found.setdefault(word[:at], set()).add(word[at:])
    return found


def _words(phrases: Iterable[str]) -> Iterator[str]:
    """Every word of phrases, in small letters."""
    for phrase in phrases:
        yield from _WORD.findall(phrase.lower())


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
