"""Characters that were decoded twice."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span


def broken_encoding(reading: Reading) -> Iterator[Statement]:
    """Characters that were decoded twice, each kind at its first place.

    What it reads: the marks that UTF-8 leaves when it is read as cp1252.
    Example: "the Serviceâ€™s mandate".
    Must not read: accents that are right.
    Known misses: characters that were lost for good.
    """
    if reading.subject.title is None:
        return
    first: dict[str, Statement] = {}
    for repair in reading.document.repairs:
        if repair.rule == "mojibake" and repair.raw not in first:
            span = Span(repair.start, repair.end)
            first[repair.raw] = Statement(SELF, "text_flaw", Text(text=repair.repaired), (span,))
    yield from first.values()
