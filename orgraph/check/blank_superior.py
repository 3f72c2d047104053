"""Rows with nothing in the place of the superior."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._cells import unstated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG121", "error")
def blank_superior(facts: Facts) -> Iterator[Finding]:
    """Rows of a table have nothing in the place of the superior.

    What it finds:
        Posts and groups of posts whose cell for the superior is empty, "N/A" or a number that stands
        for nothing (-1), in a table that marks its top posts otherwise. One finding for each table.

    Why it matters:
        They are in the table and in no total from the top.

    Example:
        24 of 30 groups of junior posts with -1 for the senior post that they report to.

    What to do:
        Enter the reference of the superior, or the mark of a top post.

    Known misses:
        Tables of persons, in which an empty cell is how a top is marked.

    Source:
        The published validator of UK organograms: a junior row names its senior post.
    """
    for document, group in unstated(facts, ("reports_to",), "missing"):
        rows = list(dict.fromkeys(bound.subject for bound in group))
        names = listed(map(facts.label, rows), most=5)
        message = f"{plural(len(group), 'row')} of {brief(facts.source(document))} without a superior: {names}"
        yield finding(blank_superior, "fail", rows[0], message, group, boxes=rows)
