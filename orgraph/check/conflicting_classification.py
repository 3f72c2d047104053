"""Two different classifications for one position."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._conflict import conflicts, sides
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import plural
from orgraph.model import BoundClaim, Classification, Finding
from orgraph.rules import check


@check("ORG303", "warning")
def conflicting_classification(facts: Facts) -> Iterator[Finding]:
    """Documents disagree about the classification of a position.

    What it finds:
        A position with two different codes of group and level. Texts that agree pass.

    Why it matters:
        Pay and rank follow the classification; after a reclassification old descriptions live on.

    Example:
        The Head Baker is an EX-01 in one description and an EX-02 in another.

    What to do:
        Correct the document that is out of date, or leave it out.

    Known misses:
        A qualifier in brackets, and "equivalent", are not compared: they do not change the code.

    Source:
        A position has one classification at a time; claims that differ are kept and reported.
    """
    for node, first in conflicts(facts, "classification", _code):
        message = f"{facts.label(node)} has {len(first)} classifications: {sides(first)}"
        yield finding(conflicting_classification, "fail", node, message, first.values(), stated=list(first))
    yield from _agreeing(facts)


def _agreeing(facts: Facts) -> Iterator[Finding]:
    """The positions to which several texts give one code."""
    for node, said in facts.holders("classification").items():
        first: dict[str, BoundClaim] = {}
        for bound in said if len(said) > 1 else ():
            if bound.claim.document in facts.texts:
                first.setdefault(bound.claim.document, bound)
        codes = {_code(bound) for bound in said} - {None}
        if len(first) > 1 and len(codes) == 1:
            message = f"{facts.label(node)} is {codes.pop()} in {plural(len(first), 'document')}"
            yield finding(conflicting_classification, "pass", node, message, first.values())


def _code(bound: BoundClaim) -> str | None:
    value = bound.claim.value
    return value.code if isinstance(value, Classification) else None
