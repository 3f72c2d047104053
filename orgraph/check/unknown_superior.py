"""A superior that no document describes, and that is not the natural top of the sources."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.check._tops import natural
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG104", "info")
def unknown_superior(facts: Facts) -> Iterator[Finding]:
    """A described position reports to somebody whom no document describes.

    What it finds:
        A superior of a described position that has no description itself, once at least two documents
        describe a position. The natural top of the sources is excused: the top under which most of
        the described positions stand. Of two tops with equally many, neither is excused.

    Why it matters:
        Nothing is known of this position but its name: whom it reports to, and what else is below it.
        The chart breaks there.

    Example:
        Five descriptions hang under the Managing Director, and a sixth under an Operations Director
        of whom nothing else is said.

    What to do:
        Add the description of the superior to the sources. If it is another name for a position that
        is described, use the full title.

    Known misses:
        A superior of positions that are only mentioned is not reported. With one description in the
        sources every superior is naturally unknown. A reference that no row of a table has is ORG119.

    Source:
        Register practice: every "reports to" must name a position of the register, except at the top.
    """
    documents = {document for known in set(facts.each("described_in").values()) for document in known}
    if len(documents) < 2:
        return
    top = natural(facts)
    unknown = (node for node in facts.below if not facts.known(node) and node not in facts.strangers)
    for node in unknown:
        claims = _described_below(facts, node)
        if claims and node != top:
            names = dict.fromkeys(facts.label(bound.subject) for bound in claims)
            message = f"{facts.label(node)} is described nowhere, but {listed(names)} {_report(len(names))} to it"
            yield finding(unknown_superior, "fail", node, message, claims, reports=list(names))


def _described_below(facts: Facts, node: str) -> list[BoundClaim]:
    """The first claim of each described position that it reports to this one."""
    first: dict[str, BoundClaim] = {}
    for subordinates in facts.reports(node).values():
        for subordinate, claims in subordinates.items():
            if facts.known(subordinate):
                first.setdefault(subordinate, claims[0])
    return list(first.values())


def _report(count: int) -> str:
    return "reports" if count == 1 else "report"
