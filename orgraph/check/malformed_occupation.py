"""An occupation code with the wrong number of digits."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check

_DIGITS = (4, 5)  # the code of an occupation until 2016, and since 2021


@check("ORG317", "warning")
def malformed_occupation(facts: Facts) -> Iterator[Finding]:
    """A code of the national occupational classification is not one of an occupation.

    What it finds:
        A code that is not four digits (until 2016) or five (since 2021).

    Why it matters:
        Statistics join on the code. A code of three digits names a group of occupations, or lost its
        leading zero.

    Example:
        "NOC: 411", where 0411 would be an occupation.

    What to do:
        Look the code up. A lost zero is never filled in by itself.

    Known misses:
        A code with the right number of digits that does not exist.

    Source:
        National Occupational Classification of Canada: unit groups of four digits (2006 to 2016), five
        (2021).
    """
    for node, claims in facts.positions_with("occupation"):
        for bound in claims:
            code = said(bound)
            if code and not (code.isdigit() and len(code) in _DIGITS):
                message = f"{facts.label(node)}: occupation code {brief(code)} has not four or five digits"
                yield finding(malformed_occupation, "fail", node, message, [bound])
