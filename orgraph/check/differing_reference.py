"""A reference to a superior that differs from a row's by letter case or leading zeros only."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG120", "error")
def differing_reference(facts: Facts) -> Iterator[Finding]:
    """Rows of a table report to a reference that no row has in this spelling.

    What it finds:
        A reference in the place of the superior that no row carries, where one does that differs by
        letter case, by spaces or by leading zeros only. It is named, and the line is not drawn to it.

    Why it matters:
        The rows hang off nothing. Often a conversion ate the zeros of one column and not of the other.

    Example:
        Posts are DFE-3024 and so on, and eight rows report to DfE-3024.

    What to do:
        Write both columns in one spelling; keep references as text when a table is converted.

    Known misses:
        Other slips of one character: with short references many would fit.

    Source:
        Published organograms, in which all superiors of some returns had lost their leading zeros.
    """
    for node, left in facts.strangers.items():
        if left.candidates:
            reports = facts.below[node]
            lines = [facts.superiors(low)[node][0] for low in reports]
            near = [str(facts.each("position_number")[other]) for other in left.candidates if other in facts.nodes]
            meant = f"{listed(map(brief, near), ' or ')} ({listed(map(facts.label, left.candidates), ' or ')})"
            count = f"{plural(len(reports), 'row')} {'reports' if len(reports) == 1 else 'report'}"
            message = f"{count} to {brief(left.mention.text)}, which no row has; {meant} may be meant"
            yield finding(differing_reference, "fail", node, message, lines, rows=len(reports))
