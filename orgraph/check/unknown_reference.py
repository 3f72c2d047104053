"""A reference to a superior that no row carries."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG119", "error")
def unknown_reference(facts: Facts) -> Iterator[Finding]:
    """Rows of a table report to a reference that no row has.

    What it finds:
        A reference in the place of the superior that belongs to no row of the table, nor of its other
        half, even if letter case and leading zeros are left aside. One finding for each reference.

    Why it matters:
        The rows, and everybody below them, hang off nothing: no total from the top holds them.

    Example:
        The Cashier reports to 206, and the table has posts 201 to 205.

    What to do:
        Add the row of the superior, or correct the reference. If it is the top's own mark for "nobody",
        enter XX, or leave the cell empty.

    Known misses:
        A reference that was mistyped into another one that exists.

    Source:
        The published validator of UK organograms: every superior must be among the posts.
    """
    for node, left in facts.strangers.items():
        if not left.candidates:
            reports = facts.below[node]
            lines = [facts.superiors(low)[node][0] for low in reports]
            names = listed(map(facts.label, reports), most=5)
            message = f"no row has the reference {brief(left.mention.text)}, to which {plural(len(reports), 'row')}"
            text = f"{message} {'reports' if len(reports) == 1 else 'report'}: {names}"
            yield finding(unknown_reference, "fail", node, text, lines, rows=len(reports))
