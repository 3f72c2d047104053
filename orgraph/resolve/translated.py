"""Reports of one superior whose titles are translations: a French and an English title of one rank, word by word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, TypeVar

from orgraph.resolve.bilingual import GENERIC, Ranked, ranked

_LETTERS: Final = 5  # that words of one root begin with in both languages
_ACRONYM: Final = 5  # letters of a word that may be an acronym: EDSC and ESDC
_OF_ANY: Final = GENERIC | {"gestion", "management"}
_MOST: Final = 40  # reports of one language that are compared; a longer list says too little of each
Member = TypeVar("Member")


class Title(NamedTuple):
    """A title in the language of its text, taken apart."""

    french: bool
    rank: str
    words: frozenset[str]


def told(titles: Iterable[str], language: str) -> Title | None:
    """The first of a post's titles whose rank both languages have; "DG" is a rank in either.

    >>> told(["DG, Effectif"], "fr")
    Title(french=True, rank='director general', words=frozenset({'effectif'}))
    >>> told(["DG, Tides"], "en").french, told(["Astronomer"], "en")
    (False, None)
    """
    for title in titles:
        found = ranked(title)
        if found and found.field:
            return Title(is_french(title, language), found.rank, _content(found))
    return None


def is_french(title: str, language: str) -> bool:
    """Whether a title is French: by its rank, or by its text where the rank is an abbreviation of both languages.

    >>> is_french("Directrice, Phares", ""), is_french("DG, Phares", "fr"), is_french("Director, Lamps", "fr")
    (True, True, False)
    """
    found = ranked(title)
    return found is not None and (
        found.language == "fr" or (language == "fr" and title.split()[0].rstrip(",").isupper())
    )


def translations(
    french: Sequence[tuple[Member, Title]], english: Sequence[tuple[Member, Title]]
) -> Iterator[tuple[Member, Member]]:
    """The pairs of which each is the other's best translation, and no third is as good.

    All words of the shorter field and two of three of the longer must be translated; a word that many fields have
    ("Services", "Management") counts for nothing.
    """
    if not (0 < len(french) <= _MOST and 0 < len(english) <= _MOST):
        return
    shares = {(a, b): _share(one, other) for a, (_, one) in enumerate(french) for b, (_, other) in enumerate(english)}
    for (a, b), share in shares.items():
        rivals = (shares[x, y] for x, y in shares if (x == a) != (y == b))
        if share and all(rival < share for rival in rivals):
            yield french[a][0], english[b][0]


def _share(french: Title, english: Title) -> float:
    """How much of both fields is translated, up to 1; 0 where too little is, or the ranks differ."""
    if french.rank != english.rank:
        return 0.0
    said = {word: (word, *_lexicon().get(word, ())) for word in french.words}
    there = sum(any(_is_one(word, other) for other in english.words for word in ways) for ways in said.values())
    back = sum(any(_is_one(word, other) for ways in said.values() for word in ways) for other in english.words)
    sizes = sorted(((len(said), there), (len(english.words), back)))
    (short, found), (long, more) = sizes
    return (found + more) / (short + long) if found == short and 3 * more >= 2 * long else 0.0


def _content(title: Ranked) -> frozenset[str]:
    """The words of a field; two that the lexicon knows as a phrase are one."""
    words, found = [word for word in title.field if word not in _OF_ANY], set()
    while words:
        pair = " ".join(words[:2])
        length = 2 if pair in _lexicon() else 1
        found.add(" ".join(words[:length]))
        del words[:length]
    return frozenset(found)


def _is_one(word: str, other: str) -> bool:
    """Whether two words have one root, or are the letters of one acronym in two orders."""
    if min(len(word), len(other)) >= _LETTERS and word[:_LETTERS] == other[:_LETTERS]:
        return True
    return word == other or (2 < len(word) == len(other) <= _ACRONYM and sorted(word) == sorted(other))


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    """English words by the French ones; a phrase of two words gives its words singly, too."""
    text = (resources.files("orgraph.resolve") / "lexicon.toml").read_text("utf-8")
    return {french: tuple(english) for french, english in tomllib.loads(text)["words"].items()}
