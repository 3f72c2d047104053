"""One position number on two positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding, Text
from orgraph.rules import check
from orgraph.text import squeeze


@check("ORG301", "error")
def duplicate_number(facts: Facts) -> Iterator[Finding]:
    """Two positions carry one position number.

    What it finds:
        A position number that the sources give to more than one position. A job code may be shared:
        it names the work, and several positions may do it.

    Why it matters:
        The number is what tells positions apart. Payroll, budgets and other tables join on it.

    Example:
        Head Baker, position 40017, and Pastry Chef, position 40017.

    What to do:
        If they are one position under two titles, use one title in both documents; otherwise one of
        the quoted numbers is wrong.

    Known misses:
        Two people who share one position are one position here. Numbers that differ in leading zeros
        are different numbers.

    Source:
        Register practice: unique references, with job shares as the only exception.
    """
    holders: dict[str, dict[str, BoundClaim]] = defaultdict(dict)
    for node, said in facts.positions_with("position_number"):
        for bound in said:
            if isinstance(bound.claim.value, Text):
                holders[squeeze(bound.claim.value.text)].setdefault(node, bound)
    for number, found in sorted(holders.items()):
        if len(found) > 1:
            names = listed((facts.label(node) for node in found), " and ")
            message = f"position number {brief(number)} on {len(found)} positions: {names}"
            first = next(iter(found))
            yield finding(duplicate_number, "fail", first, message, found.values(), positions=list(found))
