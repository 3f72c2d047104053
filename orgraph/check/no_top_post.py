"""Lines without a position that reports to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG107", "error", because=("self-report", "reporting-loop"))
def no_top_post(facts: Facts) -> Iterator[Finding]:
    """No position reports to nobody.

    What it finds:
        Sources with reporting lines in which every walk upwards ends in a circle, or at a position that
        reports to itself. One finding, with the positions at which the walks end.

    Why it matters:
        There is nowhere to start: no chart has a first box, and a total from the top is zero.

    Example:
        The Chief Executive reports to the Chief Executive, and everybody else to one of them.

    What to do:
        Remove the line from the position that is the top; the circles are reported by themselves.

    Known misses:
        A second tree with a proper top hides the first that has none.

    Source:
        The published validator of UK organograms: at least one post that reports to nobody, else the
        return is refused.
    """
    if facts.tops or not (facts.above or facts.own_edges("reports_to")):
        return
    selfish = facts.own_edges("reports_to")
    ends = sorted({*selfish, *(node for knot in facts.knots for node in knot)})
    lines = [said[0] for said in selfish.values()]
    lines += [facts.superiors(knot[0])[high][0] for knot in facts.knots for high in facts.superiors(knot[0])][:1]
    message = f"every way up ends in a circle: {listed(facts.label(node) for node in ends)}"
    yield finding(no_top_post, "fail", ends[0], message, lines, positions=ends)
