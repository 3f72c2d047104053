"""What stands above the first post of an organization, and is no post: its board, its council, its owners."""

from __future__ import annotations

import re
from typing import Final

from orgraph.tables._lexicon import kinds_of
from orgraph.tables._naming import unaccented

_LONGEST: Final = 80  # characters of a cell that may name a body
_BEFORE: Final = 3  # words of a name that may stand before what the body is
_BEHIND = re.compile(r"\s*[,(–—].*|\s+-.*")
_ZEROS = re.compile("0+")


def is_above_all(text: str) -> bool:
    """Whether a cell names a body that governs an organization, or is the zeros that stand for no number.

    >>> list(map(is_above_all, ("Board of Directors", "Lamp Trust Board", "Conseil d’administration", "00000000")))
    [True, True, True, True]
    >>> list(map(is_above_all, ("Board Secretary", "Chair of the Board", "President, Board of Trustees", "108")))
    [False, False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    plain = unaccented(" ".join(text.replace("’", "'").split()))
    words = _BEHIND.sub("", plain.removeprefix("the ")).split()
    bodies = (place for place in range(min(len(words), _BEFORE + 1)) if _governs(words[place:]))
    return bool(_ZEROS.fullmatch(plain)) or any(kinds_of("of_a_body").keys().isdisjoint(words[:end]) for end in bodies)


def _governs(words: list[str]) -> bool:
    return " ".join(words) in kinds_of("governing")
