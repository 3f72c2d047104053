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
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One word table, as TOML gives it."""
    return tomllib.loads((resources.files("orgraph.extract") / "lexicon" / f"{name}.toml").read_text("utf-8"))


def loose(phrase: str) -> str:
    """The source of a pattern that matches the phrase, its lost accents and apostrophes included.

    >>> bool(re.fullmatch(loose("Numéro d'emploi"), "Num ro demploi"))
    True
    """
    return "".join(map(_loose_character, phrase))


def alternation(phrases: Iterable[str]) -> str:
    """The source of a pattern for any of the phrases, the longest first."""
    return "|".join(loose(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)))


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
