"""Characters that were decoded twice, or lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check

_LOST: Final = "\ufffd"  # what stands for a character that a conversion could not keep


@check("ORG331", "info")
def broken_encoding(facts: Facts) -> Iterator[Finding]:
    """Characters of a text were decoded twice, or those of a table were lost.

    What it finds:
        Marks that UTF-8 leaves when it is read as cp1252; one finding for each document. In a table, the sign that
        stands for a character which a conversion could not keep; one finding for each column, at its first cell.

    Why it matters:
        Names with such characters fit no other spelling. Those of a description that were decoded twice
        are read as what they stand for.

    Example:
        "the Serviceâ€™s mandate"

    What to do:
        Save the original as UTF-8. Build with --no-repair to read the marks as they are.

    Known misses:
        Characters of a description that were lost for good. Cells of a table that were decoded twice are read as they
        stand; of each column the first is told.

    Source:
        Unicode practice; the repair is recorded with the raw text.
    """
    for node, document, found in flaws(facts, "broken-encoding"):
        cells = [bound for bound in found if _LOST in bound.claim.evidence[0].quote]
        for bound in cells:
            place = bound.claim.evidence[0]
            where = f"row {place.line}, column {place.column} of {brief(facts.source(document))}"
            message = f"{where}: characters were lost in “{brief(place.quote)}”; {said(bound)} of the column"
            yield finding(broken_encoding, "fail", node, message, [bound])
        twice = [bound for bound in found if bound not in cells]
        if twice:
            pairs = listed(f"“{brief(bound.claim.evidence[0].quote)}” for “{brief(said(bound))}”" for bound in twice)
            message = f"decoded twice in {brief(facts.source(document))}: {pairs}"
            yield finding(broken_encoding, "fail", node, message, twice)
