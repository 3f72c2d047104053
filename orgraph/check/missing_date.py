"""A description without an effective date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._missing import absent
from orgraph.model import Finding
from orgraph.rules import check

_IDENTIFYING: Final = ("classification", "position_number", "job_code")


@check("ORG322", "warning")
def missing_date(facts: Facts) -> Iterator[Finding]:
    """A description states no effective date.

    What it finds:
        A described position with a number, a job code or a classification for which no document has an
        effective date, not even one to be determined. An advertisement, which has none of these, has no
        such date either.

    Why it matters:
        Of two descriptions that differ nobody can tell which one holds.

    Example:
        A description whose header has title, number and level, and no date.

    What to do:
        Enter the date from which the description holds.

    Known misses:
        A date of printing or signing, in a footer, is no effective date.

    Source:
        Directives on classification: organization charts and descriptions are dated.
    """
    for node, title in absent(facts, "effective_date"):
        if any(facts.claims(node, predicate) for predicate in _IDENTIFYING):
            yield finding(missing_date, "fail", node, f"{facts.label(node)} has no effective date", title)
