"""Rows of earlier days than the rest of their table."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG351", "warning")
def earlier_rows(facts: Facts) -> Iterator[Finding]:
    """A table holds several extracts of one organization, and only the latest counts.

    What it finds:
        Rows of one post or person under several dates, as when each half-year's return is pasted below the
        last one. The rows of the latest date are read; how many of each other date are not is said here.

    Why it matters:
        Counted together, everybody who stayed would be counted once for each date.

    Example:
        Rows of "Sep-13" below the rows of "Mar-14", with the same references.

    What to do:
        Nothing, if the latest is what you want. To see another date, or to compare two with `orgraph diff`,
        give each date a file of its own.

    Known misses:
        Extracts without a column for their date.

    Source:
        Stacked sheets of UK organograms, six and more returns in one.
    """
    for node, document, found in flaws(facts, "earlier-rows"):
        counts = listed(brief(said(bound)) for bound in found)
        message = (
            f"{brief(facts.source(document))} holds rows of several dates, of which the latest counts; not {counts}"
        )
        yield finding(earlier_rows, "fail", node, message, found)
