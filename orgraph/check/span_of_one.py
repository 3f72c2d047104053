"""A position with a single direct report."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._count import plural_boxes, stated, unresolved
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.interval import point
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG113", "info")
def span_of_one(facts: Facts) -> Iterator[Finding]:
    """A position leads exactly one other position.

    What it finds:
        A position whose own description, or whose table, puts a single position below it, and no team.

    Why it matters:
        A layer of one passes on what it is told: deputies aside, such posts are what reviews look at.

    Example:
        The Shop Manager leads the Assistant Shop Manager, who leads the staff.

    What to do:
        Nothing, if it is a deputy. If the list is incomplete, name the other reports in the source.

    Known misses:
        Superiors that other documents merely mention: of them one report is known, not all. A document
        that states another number, or has a mention left open, proves no single report.

    Source:
        Common guides to spans of control, which look below three; only one is certain enough to name.
    """
    blurred = unresolved(facts)
    for superior, members in facts.below.items():
        if len(members) > 1 or not facts.is_position(members[0]):
            continue
        lists = facts.reports(superior)
        [document, *more] = lists
        lone = not more and not blurred[document]
        if lone and _knows_all(facts, superior, document) and not plural_boxes(facts, members, document):
            counts = [count.number for count in stated(facts, superior, "stated_reports")]
            if counts in ([], [point(1)]):
                message = f"{facts.label(superior)} has a single direct report, {facts.label(members[0])}"
                yield finding(span_of_one, "fail", superior, message, lists[document][members[0]][:1])


def _knows_all(facts: Facts, superior: str, document: str) -> bool:
    """Whether a document is the superior's own, or a table in which it has a row."""
    if document in facts.described(superior):
        return True
    return document not in facts.texts and document in facts.each("described_in")[superior]
