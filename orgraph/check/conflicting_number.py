"""Two different position numbers, or job codes, for one position."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._conflict import conflicts, sides
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import BoundClaim, Finding, Text
from orgraph.rules import check
from orgraph.text import squeeze


@check("ORG302", "warning")
def conflicting_number(facts: Facts) -> Iterator[Finding]:
    """One position carries two numbers.

    What it finds:
        A position with two different position numbers in its description, or two different job codes.

    Why it matters:
        Either one number is out of date or misread, or two positions were taken for one.

    Example:
        The header of the Head Baker's description says position 40017, its text position 40071.

    What to do:
        Correct the wrong number in the source; two positions need two descriptions.

    Known misses:
        Two descriptions of one title with two numbers are two positions, not a conflict. A job code
        that was written down as a position number: the two are never compared.

    Source:
        A position has one number; claims that differ are kept side by side and reported.
    """
    for predicate, word in (("position_number", "position numbers"), ("job_code", "job codes")):
        for node, first in conflicts(facts, predicate, _text):
            message = f"{facts.label(node)} has {len(first)} {word}: {sides(first)}"
            yield finding(conflicting_number, "fail", node, message, first.values(), stated=list(first))


def _text(bound: BoundClaim) -> str | None:
    value = bound.claim.value
    return squeeze(value.text) if isinstance(value, Text) else None
