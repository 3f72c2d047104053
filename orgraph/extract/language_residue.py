"""Words of another language that a translation left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span

# Elisions that English does not have: "s'employant", "l'examen", "qu'elle". "d'" stands in loans, "d'affaires".
_ELIDED = re.compile(r"(?P<word>[lns](?<![\w'-][lns])'[a-zà-ÿ]{4,30}|qu(?<![\w'-]qu)'[a-zà-ÿ]{2,30})(?![\w'])")
_FRENCH = re.compile(r"[à-ÿ]|\b(?:des?|du|les?|la|aux?|et|une?|pour|dans)\b", re.I)
_AROUND: Final = 30  # characters beside a word that say whether the words around it are French, too
_CUES: Final = ("l'", "n'", "s'", "qu'")


def language_residue(reading: Reading) -> Iterator[Statement]:
    """Words of another language that a translation left behind.

    What it reads: in an English text a single French word with an elision, "s'employant", "l'examen", between
    English words.
    Example: "is the first point of contact, s'employant each day to serve masters of ships".
    Must not read: French names and sentences, loans such as "chargé d'affaires", English possessives.
    Known misses: French words without an elision; English words in a French text, which are often names.
    """
    if reading.document.language != "en" or reading.subject.title is None:
        return
    for match in reading.matches(_ELIDED, _CUES, 2, 36):
        before = reading.view[max(0, match.start() - _AROUND) : match.start()]
        after = reading.view[match.end() : match.end() + _AROUND]
        if not _FRENCH.search(before) and not _FRENCH.search(after):
            yield Statement(SELF, "text_flaw", Text(text=match["word"]), (Span(*match.span("word")),))
