"""One post under a title and the beginning of it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG334", "info")
def shortened_title(facts: Facts) -> Iterator[Finding]:
    """A text lists a post by its title and elsewhere calls it by the beginning of that title.

    What it finds:
        A listed title that stands in the same text without its last word.

    Why it matters:
        Who looks for either name finds half of the places, and a program may take them for two posts.

    Example:
        "Head of Bread and Cake Making" in the list, "the Head of Bread and Cake" two pages on

    What to do:
        Use the full title, or say once that the short one stands for it.

    Known misses:
        Titles that lost more than a word, or a word in their middle. Different documents are not compared.

    Source:
        Terminology work: one term for one concept in a text.
    """
    for node, document, found in flaws(facts, "shortened-title"):
        for bound in found:
            full = " ".join(f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence[1:2])
            meant = f" stands for {full}" if full else " is half of a title"
            message = f"“{brief(said(bound))}”{meant} in {brief(facts.source(document))}"
            yield finding(shortened_title, "fail", node, message, [bound])
