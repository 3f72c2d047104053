"""The word tables of `lexicon/` as compiled patterns, tolerant of what a scan loses.

A scan drops accents, or the accented letter whole, and apostrophes; every phrase here matches
its text with those losses.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import product
from typing import Any, Final

_CUE: Final = 3  # letters of a piece that is worth looking for
_BRACES = re.compile(r"[{}]")


@cache
def table(name: str) -> dict[str, Any]:
    """One word table, its phrases spelled out: "{Job,Post} Title" stands for two, "{Job ,}Title" for two as well."""
    text = (resources.files("orgraph.extract") / "lexicon" / f"{name}.toml").read_text("utf-8")
    return {key: _spelled_out(value) for key, value in tomllib.loads(text).items()}


def _spelled_out(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _spelled_out(one) for key, one in value.items()}
    if isinstance(value, list):
        return [each for one in value for each in (_phrases(one) if isinstance(one, str) else [_spelled_out(one)])]
    return value


def _phrases(written: str) -> list[str]:
    """The phrases that braces stand for.

    >>> _phrases("{Job,Post} Title{s,}")
    ['Job Titles', 'Job Title', 'Post Titles', 'Post Title']
    """
    parts = (part.split(",") if place % 2 else [part] for place, part in enumerate(_BRACES.split(written)))
    return ["".join(chosen) for chosen in product(*parts)]


def loose(phrase: str) -> str:
    """The source of a pattern that matches the phrase, its lost accents and apostrophes included.

    >>> bool(re.fullmatch(loose("Numéro d'emploi"), "Num ro demploi"))
    True
    """
    return "".join(map(_loose_character, phrase))


def cue_of(phrase: str) -> tuple[str, range]:
    """A piece of the phrase that each of its spellings holds, and how far behind their beginning it may stand.

    >>> cue_of("Étendue des fonctions"), cue_of("Nature and Scope")
    (('tendue', range(0, 2)), ('Nature', range(0, 1)))
    """
    pieces = list(re.finditer("[A-Za-z]+", phrase))
    piece = next((one for one in pieces if len(one[0]) >= _CUE), max(pieces, key=lambda one: len(one[0])))
    before = phrase[: piece.start()]
    least = sum(not re.fullmatch(_loose_character(c), "") for c in before)
    return piece[0], range(least, len(before) + 2 * before.count(" ") + 1)


def alternation(phrases: Iterable[str]) -> str:
    """The source of a pattern for any of the phrases, the longest first.

    What several begin with is written once: one letter that does not fit rules them all out.

    >>> alternation(["clerk", "chief", "chief of staff"])
    'c(?:hief(?:\\\\s{1,3}of\\\\s{1,3}staff|)|lerk)'
    """
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return _branches([tuple(map(_loose_character, phrase)) for phrase in ordered])


Spelled = tuple[str, ...]  # a phrase as the sources of its characters


def _branches(phrases: Iterable[Spelled]) -> str:
    """The phrases as alternatives, those that begin with one character together, in the order of their first."""
    together: dict[Spelled, list[Spelled]] = {}
    for phrase in phrases:
        together.setdefault(phrase[:1], []).append(phrase[1:])
    return "|".join("".join(first) + _one_of(rests) for first, rests in together.items())


def _one_of(rests: list[Spelled]) -> str:
    """What may follow a beginning; brackets stand where more than one thing may."""
    if len(rests) == 1:
        return "".join(rests[0])
    beginning = {rest[:1] for rest in rests}
    inside = _branches(rests)
    return inside if len(beginning) == 1 else f"(?:{inside})"


def _loose_character(character: str) -> str:
    if character == " ":
        return r"\s{1,3}"
    if character == "'":
        return "[' ]?"
    if character == "°":
        return "[°o]?"
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base.isalpha():
        return f"(?:{character}|{base}| )?"
    return re.escape(character)
