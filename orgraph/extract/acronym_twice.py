"""An acronym that the text spells out in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.extract._acronyms import expansions
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span


def acronym_twice(reading: Reading) -> Iterator[Statement]:
    """An acronym that the text spells out in two ways.

    What it reads: two different runs of words, each with the same acronym in brackets behind it.
    Example: "the Core Harbour Service (CHS) and the Core Harbour Sector (CHS)".
    Must not read: the same words twice, in capitals or not.
    Known misses: words that the acronym does not take its letters from.
    """
    if reading.subject.title is None:
        return
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for acronym, words, span in expansions(reading):
        found[acronym].setdefault(words.casefold(), span)
    for acronym, spans in found.items():
        if len(spans) > 1:
            yield Statement(SELF, "text_flaw", Text(text=acronym), tuple(spans.values()))
