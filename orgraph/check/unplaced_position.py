"""A position that is named and stands nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Finding
from orgraph.rules import check

_LINES = ("reports_to", "functional_line_to", "heads_unit", "in_unit", "chairs")


@check("ORG117", "info")
def unplaced_position(facts: Facts) -> Iterator[Finding]:
    """A position is named and has no line at all.

    What it finds:
        A position without a superior, without reports, in no unit, and without a description.

    Why it matters:
        A chart has no place for it, and nobody knows to whom it belongs.

    Example:
        "The Head Baker works with the Master Miller", of whom nothing else is said.

    What to do:
        Add the line, or the description, to the sources; or nothing, if it is of another organization.

    Known misses:
        Two positions that only name each other as peers, without a common superior, are placed nowhere
        and are reported each by itself.

    Source:
        Import dialogs of org-chart tools, which list "orphans" before they draw.
    """
    placed: set[str] = set()
    for predicate in _LINES:
        for node, others in facts.edges(predicate).items():
            placed.add(node)
            placed.update(others)
    placed.update(facts.own_edges("reports_to"))
    for node in facts.positions:
        if node not in placed and not facts.described(node):
            named = facts.claims(node, "title")
            yield finding(unplaced_position, "fail", node, f"{facts.label(node)} has no line to anybody", named[:1])
