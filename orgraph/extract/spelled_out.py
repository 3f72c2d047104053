"""Acronyms with the words that the text spells them out in."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._acronyms import expansions
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text


def spelled_out(reading: Reading) -> Iterator[Statement]:
    """Acronyms with the words that the text spells them out in, each way once.

    What it reads: words whose first letters stand in brackets behind them, and an acronym with such words in brackets.
    Example: "the Core Harbour Service (CHS)".
    Must not read: "the Harbour Master (see Annex)", an acronym alone, "the ADM".
    Known misses: words that the acronym does not take its letters from.
    """
    if reading.subject.title is None:
        return
    first: dict[tuple[str, str], Statement] = {}
    for acronym, words, span in expansions(reading):
        said = Statement(SELF, "spelled_out", Text(text=f"{acronym}: {words}"), (span,))
        first.setdefault((acronym, words.casefold()), said)
    yield from first.values()
