"""A position that is said to lead nobody, and somebody reports to it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import scoped
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG215", "warning")
def staff_without_reports(facts: Facts) -> Iterator[Finding]:
    """A document says that a position has no staff, and somebody reports to it.

    What it finds:
        A position whose staff is stated as zero, compared with the lines to it. Without a line it
        passes.

    Why it matters:
        Either the zero is out of date, or the line belongs to another position.

    Example:
        "Shop Manager (no staff)" in one document; "the Cashier reports to the Shop Manager" in another.

    What to do:
        Compare the dates of both quoted documents.

    Known misses:
        A functional line does not count: whoever leads only functionally has no staff.

    Source:
        Arithmetic: a report is staff.
    """
    for node, said in facts.areas("staff").items():
        zero = next((bound for bound, figure in scoped(said, "own") if figure.high == 0), None)
        if zero is not None and len(scoped(said, "own")) == 1:
            lines = _lines(facts, node)
            names = listed(facts.label(low) for low in lines) or "nobody"
            verb = "report" if len(lines) > 1 else "reports"
            joint = "but" if lines else "and"
            message = f"{facts.label(node)}: 0 staff stated, {joint} {names} {verb} to it"
            evidence = [zero, *lines.values()]
            yield finding(staff_without_reports, "fail" if lines else "pass", node, message, evidence)


def _lines(facts: Facts, node: str) -> dict[str, BoundClaim]:
    """Who is stated, and not merely inferred, to report to a position."""
    stated = {}
    for low in facts.below.get(node, ()):
        said = [bound for bound in facts.superiors(low)[node] if bound.claim.modality == "stated"]
        if said:
            stated[low] = said[0]
    return stated
