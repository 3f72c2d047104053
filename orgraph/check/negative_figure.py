"""Staff or money below zero."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.interval import plain
from orgraph.model import Finding, Quantity
from orgraph.rules import check


@check("ORG217", "error")
def negative_figure(facts: Facts) -> Iterator[Finding]:
    """A number of staff, seats or money is below zero.

    What it finds:
        A figure with an end below zero.

    Why it matters:
        It lowers every total above it. Often it is a mark for "none", such as -1, that an export wrote.

    Example:
        A table that has -1 wherever a number is missing.

    What to do:
        Leave the cell empty where nothing is known.

    Known misses:
        A saving that is entered as negative money on purpose.

    Source:
        Cell rules of the UK organogram template: FTE is a number above zero.
    """
    for bound in facts.sorted.negative:
        figure = bound.claim.value
        if isinstance(figure, Quantity):
            low = min(end for end in (figure.low, figure.high) if end is not None)
            message = f"{facts.label(bound.subject)}: {plain(low, ',')} is below zero"
            yield finding(negative_figure, "fail", bound.subject, message, [bound])
