"""A numbered list with a number missing."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG329", "info")
def list_gap(facts: Facts) -> Iterator[Finding]:
    """A numbered list leaves out a number.

    What it finds:
        A list of four and more items whose markers jump over one number.

    Why it matters:
        An item, or its marker, was lost: duties and reports may be missing with it.

    Example:
        Accountabilities 1, 2, 4, 5, 6 and 7

    What to do:
        Compare the place with the original.

    Known misses:
        A gap of two numbers, and lists without numbers.

    Source:
        Proof-reading of scanned documents: numbers of lists run on.
    """
    for node, document, found in flaws(facts, "list-gap"):
        for bound in found:
            message = f"the list in {brief(facts.source(document))} has no number {brief(said(bound))}"
            yield finding(list_gap, "fail", node, message, [bound])
