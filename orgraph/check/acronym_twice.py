"""One acronym, spelled out in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG328", "info")
def acronym_twice(facts: Facts) -> Iterator[Finding]:
    """A text spells out one acronym in two ways.

    What it finds:
        An acronym that stands beside two different runs of words in one document.

    Why it matters:
        Two names of one thing look like two things, and one may be an older name.

    Example:
        "Core Harbour Service (CHS)" and later "CHS (Core Harbour Sector)"

    What to do:
        Use one name.

    Known misses:
        Different documents are not compared.

    Source:
        Terminology work: one term for one concept in a text.
    """
    for node, document, found in flaws(facts, "acronym-twice"):
        for bound in found:
            quotes = listed((f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence), " and ")
            message = f"{brief(said(bound))} has two meanings in {brief(facts.source(document))}: {quotes}"
            yield finding(acronym_twice, "fail", node, message, [bound])
