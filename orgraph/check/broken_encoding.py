"""Characters that were decoded twice."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG331", "info")
def broken_encoding(facts: Facts) -> Iterator[Finding]:
    """Characters of a text were decoded twice.

    What it finds:
        Marks that UTF-8 leaves when it is read as cp1252; one finding for each document.

    Why it matters:
        Names with such characters fit no other spelling. They are read as what they stand for.

    Example:
        "the Serviceâ€™s mandate"

    What to do:
        Save the original as UTF-8. Build with --no-repair to read the marks as they are.

    Known misses:
        Characters that were lost for good.

    Source:
        Unicode practice; the repair is recorded with the raw text.
    """
    for node, document, found in flaws(facts, "broken-encoding"):
        pairs = listed(f"“{brief(bound.claim.evidence[0].quote)}” for “{brief(said(bound))}”" for bound in found)
        message = f"decoded twice in {brief(facts.source(document))}: {pairs}"
        yield finding(broken_encoding, "fail", node, message, found)
