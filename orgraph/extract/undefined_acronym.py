"""Acronyms that the text uses and never spells out."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._acronyms import defined, uses
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span


def undefined_acronym(reading: Reading) -> Iterator[Statement]:
    """Acronyms that the text uses and never spells out, each at its first use.

    What it reads: a word of two to five capitals, "HR", "O&M", "N.L.", that stands nowhere in brackets, nor
    with its words in brackets behind it.
    Example: "advises the ADM on licences".
    Must not read: an acronym in brackets behind its words, headings in capitals, codes such as "AS-07",
    roman numerals, and the few that everybody knows.
    Known misses: an acronym in a line of capitals, and one whose words stand elsewhere in the text.
    """
    if reading.subject.title is None:
        return
    known = defined(reading) | {acronym.text for acronym in reading.subject.acronyms}
    first: dict[str, Span] = {}
    for acronym, span in uses(reading.view):
        if acronym not in known:
            first.setdefault(acronym, span)
    for acronym, span in first.items():
        yield Statement(SELF, "text_flaw", Text(text=acronym), (span,))
