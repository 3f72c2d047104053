"""One position with two titles in two descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._conflict import sides
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check
from orgraph.titles import canonical


@check("ORG315", "warning", because=("duplicate-number",))
def conflicting_title(facts: Facts) -> Iterator[Finding]:
    """Two descriptions give one position different titles.

    What it finds:
        A position that two documents describe, and whose titles there differ in more than spelling.

    Why it matters:
        They are one position by its number only: if the number is right, the title was changed, and
        other documents may still use the old one; if it is wrong, two positions became one.

    Example:
        Position 40017 is the Head Baker in one description and the Master Baker in another.

    What to do:
        Compare number and date of both documents; use one title in both.

    Known misses:
        Titles in two languages differ. A table and a description are not compared.

    Source:
        A position has one preferred label at a time.
    """
    for node, documents in facts.descriptions.items():
        first: dict[str, BoundClaim] = {}
        for document in documents if len(documents) > 1 else ():
            titles = (bound for bound in facts.claims(node, "title") if bound.claim.document == document)
            for bound in [bound for bound in titles if _is_own(bound)][:1]:
                first.setdefault(canonical(said(bound)), bound)
        if len(first) > 1:
            named = {said(bound): bound for bound in first.values()}
            message = f"{facts.label(node)} has {len(first)} titles: {sides(named)}"
            yield finding(conflicting_title, "fail", node, message, first.values(), stated=list(named))


def _is_own(bound: BoundClaim) -> bool:
    """Whether the document speaks of the position that it describes, and not of one that it mentions."""
    return bound.claim.subject.kind == "self"
