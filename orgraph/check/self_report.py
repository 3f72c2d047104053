"""A position that reports to itself."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG102", "error")
def self_report(facts: Facts) -> Iterator[Finding]:
    """A position reports to itself.

    What it finds:
        A solid reporting line that ends where it begins.

    Why it matters:
        The position has no superior and is no top position either: everything below it is lost to
        charts and rollups.

    Example:
        "The Head Baker reports to the Head Baker."

    What to do:
        If the position is the top, remove the line from the source. Otherwise two positions share a
        title: give them different titles, numbers or units, so that they can be told apart.

    Known misses:
        None known: a line from a position to its own unit is not a reporting line.

    Source:
        Register practice: a top position is marked as such, and never by its own number.
    """
    for node, claims in facts.own_edges("reports_to").items():
        message = f"{facts.label(node)} reports to itself"
        yield finding(self_report, "fail", node, message, claims)
