"""One level with and without a qualifier."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._conflict import conflicts, sides
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import BoundClaim, Classification, Finding
from orgraph.rules import check


@check("ORG313", "info")
def conflicting_qualifier(facts: Facts) -> Iterator[Finding]:
    """Documents give one level to a position, but only some of them with a qualifier.

    What it finds:
        A position whose documents agree on group and level, and differ in what stands in brackets.

    Why it matters:
        A proposed level may have been confirmed since, or a confirmed one be under review.

    Example:
        EX-01 in one description, EX-01 (P) in another.

    What to do:
        See which document is newer.

    Known misses:
        Different levels are another fault, ORG303, and their qualifiers are not compared.

    Source:
        Claims that differ are kept side by side and reported.
    """
    for node, first in conflicts(facts, "classification", _written):
        codes = {value.partition("(")[0] for value in first}
        if len(codes) == 1 and len(by_document(first.values())) > 1:
            message = f"{facts.label(node)} is {sides(first)}"
            yield finding(conflicting_qualifier, "fail", node, message, first.values(), stated=list(first))


def _written(bound: BoundClaim) -> str | None:
    value = bound.claim.value
    if not isinstance(value, Classification):
        return None
    return f"{value.code}({value.qualifier})" if value.qualifier else value.code
