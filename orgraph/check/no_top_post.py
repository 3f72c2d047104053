"""Lines without a position that reports to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import Finding
from orgraph.rules import check


@check(
    "ORG107",
    "error",
    because=("duplicate-number", "self-report", "reporting-loop", "unknown-reference", "differing-reference"),
)
def no_top_post(facts: Facts) -> Iterator[Finding]:
    """No position stands at the top: every way up ends in a circle, or where nothing is known.

    What it finds:
        Sources with reporting lines in which every walk upwards ends in a circle, at a position that
        reports to itself, or at a reference that no row has. One finding, with the ends of the walks.

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
    ends = sorted({*facts.own_edges("reports_to"), *facts.strangers, *(node for knot in facts.knots for node in knot)})
    lines = [said[0] for said in facts.own_edges("reports_to").values()]
    lines += [facts.superiors(low)[high][0] for high in ends for low in facts.below.get(high, ())[:1]]
    message = f"every way up ends in a circle, or where nothing is known: {listed(map(facts.label, ends))}"
    yield finding(no_top_post, "fail", ends[0] if ends else "", message, lines, boxes=ends)
