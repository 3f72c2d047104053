"""A cell that holds something else in the place of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._cells import unstated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG221", "error")
def unreadable_figure(facts: Facts) -> Iterator[Finding]:
    """A cell holds no number in the place of a figure.

    What it finds:
        A figure of staff whose cell holds words, an address, or a number below zero. One finding for
        each table.

    Why it matters:
        The row counts as nothing in every total.

    Example:
        "http://example.org/id/3" or "-1" in the column of the FTE.

    What to do:
        Enter a number. For what is not known leave the cell empty, or write N/D.

    Known misses:
        A number in the wrong column.

    Source:
        The template of UK organograms: FTE is a number above zero; some returns have web addresses there.
    """
    for document, group in unstated(facts, ("staff", "seats"), "unreadable"):
        quotes = listed(dict.fromkeys(f"“{brief(bound.claim.evidence[0].quote)}”" for bound in group), most=5)
        message = f"{plural(len(group), 'cell')} of {brief(facts.source(document))} without a number: {quotes}"
        yield finding(unreadable_figure, "fail", group[0].subject, message, group, rows=len(group))
