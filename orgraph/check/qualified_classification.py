"""A level with a qualifier that is no part of group and level."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Classification, Finding
from orgraph.rules import check


@check("ORG312", "info", because=("conflicting-qualifier",))
def qualified_classification(facts: Facts) -> Iterator[Finding]:
    """A classification carries a qualifier.

    What it finds:
        A level with letters in brackets behind it.

    Why it matters:
        The qualifier may mean "proposed", "provisional" or an acting level: then the level is not the
        one that the position has.

    Example:
        "EX-01 (P)"

    What to do:
        Look up what the qualifier means where the document was made. Level checks leave it out.

    Known misses:
        A document that explains the qualifier elsewhere is reported as well.

    Source:
        Classification standards: a code is a group and a level; anything else is local.
    """
    for node, said in facts.holders("classification").items():
        for bound in said:
            value = bound.claim.value
            if isinstance(value, Classification) and value.qualifier:
                message = f"{facts.label(node)} is {value.code} with the qualifier ({value.qualifier})"
                yield finding(qualified_classification, "fail", node, message, [bound], qualifier=value.qualifier)
                break
