"""More holders than seats."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._claims import by_document, ranges
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import fte, on_leave, row
from orgraph.check._status import said
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG209", "warning")
def overfilled_post(facts: Facts) -> Iterator[Finding]:
    """A post has more holders than seats.

    What it finds:
        A post with a stated number of seats and, in the same source, more people who hold it, unless
        their FTE together fit into the seats.

    Why it matters:
        More people are paid than the establishment allows, or somebody who left is still listed.

    Example:
        Cashier, 2 seats: A. Baker, B. Cook and C. Smith.

    What to do:
        Remove who left, or correct the number of seats.

    Known misses:
        A post without a stated number of seats may be shared by any number. Whoever is on leave is not
        counted.

    Source:
        Position control systems: occupied above authorised is overfilled.
    """
    for node, claims in facts.positions_with("seats"):
        holders = by_document(facts.claims(node, "incumbent"))
        away = on_leave(facts, node) if holders else set()
        for document, group in by_document(claims).items() if holders else ():
            there = [bound for bound in holders.get(document, []) if said(bound) and row(bound) not in away]
            people = {said(bound): bound for bound in there}
            seats = [(bound, figure) for bound, figure in ranges(group) if figure.measure == "count"]
            most = seats[0][1].high if len(seats) == 1 else None
            if most is not None and len(people) > most and not _fits(facts, node, document, most):
                names = listed(map(brief, people))
                message = f"{facts.label(node)}: {plural(int(most), 'seat')}, {len(people):,} holders: {names}"
                yield finding(overfilled_post, "fail", node, message, [seats[0][0], *people.values()])


def _fits(facts: Facts, node: str, document: str, seats: Decimal) -> bool:
    """Whether the holders share the seats: their FTE are known and no more than these."""
    found = [fte(bound) for bound in facts.seats.get(node, ()) if bound.claim.document == document]
    return bool(found) and sum(found, Decimal(0)) <= seats
