"""A number of several before a noun for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.check._claims import quantity
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.interval import interval, written
from orgraph.model import Finding
from orgraph.rules import check

_ONE: Final = re.compile(
    r"\b(?:one of|l['’]un des) (?P<said>[^,;.]{1,60}?"
    r"\b(?:position|team|unit|director|manager|executive|officer|branch|division|directorate|poste|gestionnaire))"
    r" (?:that |which )?(?:report|relev)",
    re.I,
)
_SEVERAL: Final = 2


@check("ORG336", "info")
def singular_count(facts: Facts) -> Iterator[Finding]:
    """A number of several stands before a noun in the singular.

    What it finds:
        "One of" two or more, with the noun before "reporting" in the singular.

    Why it matters:
        Either the number or the noun was changed and the other forgotten: the number may be out of date.

    Example:
        "one of five (5) senior position reporting to the Managing Director"

    What to do:
        Count the positions that report there, and correct the number or the noun.

    Known misses:
        Sentences of another form, and numbers before lists of reports.

    Source:
        Proof-reading: number and noun agree.
    """
    for node, claims in facts.positions_with("stated_peers") if facts.texts else ():
        for bound in claims:
            count = quantity(bound)
            if count is None or (count.low or 0) < _SEVERAL:
                continue
            match = next(filter(None, (_ONE.search(evidence.quote) for evidence in bound.claim.evidence)), None)
            if match is not None:
                message = f"{facts.label(node)}: “{brief(match['said'])}” is {written(interval(count))} in the singular"
                yield finding(singular_count, "fail", node, message, [bound])
