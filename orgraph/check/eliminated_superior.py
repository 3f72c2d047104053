"""A line to a post that no longer exists."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import listed, plural
from orgraph.model import Finding
from orgraph.rules import check
from orgraph.terms import GONE


@check("ORG118", "error")
def eliminated_superior(facts: Facts) -> Iterator[Finding]:
    """Somebody reports to a post that was eliminated.

    What it finds:
        A post marked as eliminated, closed or abolished to which others still report; once for each
        such post, with the lines.

    Why it matters:
        Eliminated posts are left out of charts and totals, and everybody below them goes with them.

    Example:
        The post of the Shop Manager is "Eliminated", and the Cashier still reports to it.

    What to do:
        Move the lines to the superior who took over.

    Known misses:
        A post that was removed from the source altogether is an unknown superior.

    Source:
        The published validator of UK organograms: a superior must be among the posts that are live.
    """
    for node, marks in facts.positions_with("post_status"):
        mark = next((bound for bound in marks if said(bound) in GONE), None)
        reports = [low for low in facts.below.get(node, ()) if not _gone(facts, low)]
        if mark is not None and reports:
            names = listed(facts.label(low) for low in reports)
            count = f"{plural(len(reports), 'post')} still {'reports' if len(reports) == 1 else 'report'}"
            message = f"{facts.label(node)} is {said(mark)}, but {count} to it: {names}"
            lines = [facts.superiors(low)[node][0] for low in reports]
            yield finding(eliminated_superior, "fail", node, message, [mark, *lines], boxes=[node])


def _gone(facts: Facts, node: str) -> bool:
    return facts.each("post_status")[node] in GONE
