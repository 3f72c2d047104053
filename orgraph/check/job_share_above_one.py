"""A post that several people share, with more FTE than one post has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import fte, on_leave, row
from orgraph.check._text import listed
from orgraph.interval import plain
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG208", "warning", because=("duplicate-number",))
def job_share_above_one(facts: Facts, *, limit: float = 1.3) -> Iterator[Finding]:
    """The shares of one post add up to more than a post.

    What it finds:
        A post to which one table gives several rows, each with its FTE, that add up to more than the
        limit (1.3, to leave room for a handover).

    Why it matters:
        People who share a post make one together. Two full rows are two posts with one reference, or
        one person entered twice; the total is too high by one.

    Example:
        Cashier, 1.0 and 1.0, under one reference.

    What to do:
        Give the second post a reference of its own, or correct the shares. For another tolerance:
        --set job-share-above-one.limit=1.0.

    Known misses:
        A person entered twice with half the time each. Whoever is on leave is not counted, though a
        return may be near.

    Source:
        Position control: the shares of a post sum to its authorised FTE; published organograms keep to
        1.0 with few exceptions up to 1.3.
    """
    most = Decimal(str(limit))
    for node, said in facts.seats.items():
        away = on_leave(facts, node) if len(said) > 1 else set()
        for rows in by_document(bound for bound in said if row(bound) not in away).values() if len(said) > 1 else ():
            made = sum(map(fte, rows), Decimal(0))
            if len(rows) > 1 and made > most:
                formula = f"{listed((plain(fte(one)) for one in rows), ' + ')} = {plain(made)}"
                message = f"{facts.label(node)}: {formula} FTE for one post"
                yield finding(job_share_above_one, "fail", node, message, rows, fte=float(made), limit=limit)
