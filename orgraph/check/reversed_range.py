"""A range whose lower end is above its upper end."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import quantity
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.interval import plain
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG212", "error")
def reversed_range(facts: Facts) -> Iterator[Finding]:
    """A range runs from a higher number to a lower one.

    What it finds:
        A figure of two different ends. The higher end first is a fault; the lower end first
        passes, which is told of texts only.

    Why it matters:
        Nothing lies inside such a range: every comparison with it is wrong.

    Example:
        "From 56 to 17 FTE", or a lowest pay of 70,000 with a highest of 60,000.

    What to do:
        Swap the ends, or correct the digit that was misread.

    Known misses:
        A single number, and a range with one open end.

    Source:
        Arithmetic; pay floor and ceiling among the cell rules of the UK organogram validator.
    """
    for bound in facts.sorted.uneven:
        figure = quantity(bound)
        if figure and figure.low is not None and figure.high is not None:
            wrong = figure.low > figure.high
            ends = f"{plain(figure.low, ',')} to {plain(figure.high, ',')}"
            message = f"{facts.label(bound.subject)}: {ends} {'runs downwards' if wrong else 'is in order'}"
            if wrong or bound.claim.evidence[0].header is None:
                yield finding(reversed_range, "fail" if wrong else "pass", bound.subject, message, [bound])
