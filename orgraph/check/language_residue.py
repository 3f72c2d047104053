"""Words of another language in a text."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG335", "info")
def language_residue(facts: Facts) -> Iterator[Finding]:
    """A translation left words of the other language behind.

    What it finds:
        Single French words with an elision in an English text; one finding for each document.

    Why it matters:
        The sentence was not finished, and the two language versions may differ in what they say.

    Example:
        "bakes bread, s'employant each day to serve the town"

    What to do:
        Compare the sentence with the version in the other language, and finish it.

    Known misses:
        French words without an elision, and English words in a French text: both are often names.

    Source:
        Revision of translations: a text in one language holds no word of the other but names and quotes.
    """
    for node, document, found in flaws(facts, "language-residue"):
        words = listed(dict.fromkeys(f"“{brief(said(bound))}”" for bound in found))
        message = f"words of another language in {brief(facts.source(document))}: {words}"
        yield finding(language_residue, "fail", node, message, found)
