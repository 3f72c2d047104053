"""A single seat with more than one FTE."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import fte
from orgraph.interval import plain
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG207", "warning")
def seat_above_one(facts: Facts, *, limit: float = 1.0) -> Iterator[Finding]:
    """One seat of one post is stated with more than one FTE.

    What it finds:
        A figure of FTE for the seat itself that is above the limit (1), where the source does not say
        that the post has several seats.

    Why it matters:
        A full-time post is 1. More is a group entered as a post, a sum entered as a part, or a digit
        too many, and it goes into every total above.

    Example:
        Shop Manager, FTE 10 (for 1.0).

    What to do:
        Correct the cell, or state the number of seats. Where a full post may be more:
        --set seat-above-one.limit=1.2.

    Known misses:
        Figures of what a position leads, and groups of posts, are no figures of a seat.

    Source:
        Workforce statistics of health services cap a person at 1.0 (doctors 1.2) to catch duplicates.
    """
    most = Decimal(str(limit))
    counted = facts.holders("seats")
    for node, rows in facts.seats.items():
        if len(rows) == 1 and fte(rows[0]) > most and node not in counted:
            message = f"{facts.label(node)}: {plain(fte(rows[0]))} FTE for one seat"
            yield finding(seat_above_one, "fail", node, message, rows, fte=float(fte(rows[0])), limit=limit)
