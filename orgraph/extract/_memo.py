"""Answers about single words, each found once in a run: texts repeat their words, and so do sets of texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_MOST: Final = 1 << 16  # words that are remembered


class Memo(dict[str, str]):
    """The answer for each word that was asked for; a lookup is all that a known one costs.

    >>> shout = Memo(str.upper)
    >>> shout["a"], shout["b"], len(shout)
    ('A', 'B', 2)
    """

    def __init__(self, answer: Callable[[str], str]) -> None:
        self._answer = answer

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()  # memory stays flat, however many words a run meets
        found = self[word] = self._answer(word)
        return found
