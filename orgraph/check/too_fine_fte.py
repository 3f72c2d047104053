"""FTE with more decimals than anybody measures."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import fte, is_fte
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG222", "info")
def too_fine_fte(facts: Facts, *, decimals: int = 2) -> Iterator[Finding]:
    """The FTE of rows has more decimals than the limit.

    What it finds:
        Figures of seats with more than two decimals that are not zero. One finding for each table.

    Why it matters:
        They come from a division, and were rounded differently elsewhere: totals will differ by little.

    Example:
        0.8108108108 for 30 of 37 hours.

    What to do:
        Round in the source, or set another limit: --set too-fine-fte.decimals=4.

    Known misses:
        Figures that were rounded to too few decimals.

    Source:
        The template of UK organograms: at most two decimals.
    """
    fine = [bound for bound in facts.sorted.seats if is_fte(bound) and round(fte(bound), decimals) != fte(bound)]
    for document, group in by_document(fine).items():
        quotes = listed(dict.fromkeys(brief(bound.claim.evidence[0].quote) for bound in group), most=5)
        message = f"{plural(len(group), 'figure')} of {brief(facts.source(document))} finer than {decimals} decimals"
        yield finding(too_fine_fte, "fail", group[0].subject, f"{message}: {quotes}", group, rows=len(group))
