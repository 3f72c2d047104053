"""A description without a position number."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._missing import absent
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG321", "info")
def missing_number(facts: Facts) -> Iterator[Finding]:
    """A description states no position number.

    What it finds:
        A described position for which no document has a position number, not even one to be
        determined. A job code is named where there is one: it is no position number.

    Why it matters:
        Payroll and budgets join on the number; without it two posts of one title look like one.

    Example:
        A description whose header has title, level and location, and no number.

    What to do:
        Enter the number in the source.

    Known misses:
        A number that stands in the text and not in the header.

    Source:
        Position control: a position is identified by its number.
    """
    for node, title in absent(facts, "position_number"):
        code = facts.each("job_code")[node]
        have = f", only the job code {code}" if code else ""
        yield finding(missing_number, "fail", node, f"{facts.label(node)} has no position number{have}", title)
