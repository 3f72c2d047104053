"""Fewer heads than FTE."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document, scoped
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.interval import exceeds, interval, written
from orgraph.model import Finding, Outcome
from orgraph.rules import check


@check("ORG213", "warning")
def headcount_below_fte(facts: Facts) -> Iterator[Finding]:
    """A headcount is lower than the FTE of the same staff.

    What it finds:
        One document that states the headcount and the FTE of the same area, with the same status, where
        the heads are fewer. Otherwise the pair passes.

    Why it matters:
        Nobody works more than full time: the two figures were swapped, or belong to two areas.

    Example:
        "Bakery: 30 employees (34 FTE)"

    What to do:
        Compare the quoted figures with the source.

    Known misses:
        Figures of different documents, or of which one includes vacant posts without saying so.

    Source:
        Workforce statistics: headcount is never below FTE, since one person is at most one.
    """
    for node, said in facts.areas("staff").items():
        for group in by_document(said).values() if len(said) > 1 else ():
            own = scoped(group, "own")
            heads = next(((b, f) for b, f in own if f.measure == "headcount"), None)
            fte = next(((b, f) for b, f in own if f.measure == "fte" and heads and f.status == heads[1].status), None)
            if heads and fte:
                outcome: Outcome = "fail" if exceeds(interval(fte[1]), interval(heads[1])) else "pass"
                figures = f"{written(interval(heads[1]))} heads, {written(interval(fte[1]))} FTE"
                message = f"{facts.label(node)}: {figures}"
                yield finding(headcount_below_fte, outcome, node, message, [heads[0], fte[0]])
