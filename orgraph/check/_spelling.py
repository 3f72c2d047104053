"""Two spellings of one title: a letter that was misread, or words that a scan has torn."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from orgraph.titles import canonical

_ALIKE: Final = 0.9
_WORDS_ALIKE: Final = 0.75
_LONG: Final = 5  # letters of a word of which one may be misread


def one_spelling(one: str, other: str) -> bool:
    """Whether two titles differ by how a word or two is spelled, and by nothing that tells posts apart.

    >>> one_spelling("Director, Methodology", "Director, Methadology"), one_spelling("Team Alpha", "Team Beta")
    (True, False)
    >>> one_spelling("Clerk, Desk 1", "Clerk, Desk 2")
    False
    """
    left, right = canonical(one).split(), canonical(other).split()
    if len(left) == len(right):
        pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        if not all(min(len(a), len(b)) >= _LONG and _ratio(a, b) >= _WORDS_ALIKE for a, b in pairs):
            return False
    return _ratio("".join(left), "".join(right)) >= _ALIKE


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:200], other[:200], autojunk=False).ratio()
