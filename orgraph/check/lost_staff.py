"""FTE that no top position reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.interval import plain
from orgraph.model import Finding
from orgraph.rollup import CAUSES, Lost
from orgraph.rules import check

_NAMED: Final = 3


@check(
    "ORG218",
    "warning",
    because=(
        "duplicate-number",
        "self-report",
        "reporting-loop",
        "unknown-reference",
        "differing-reference",
        "eliminated-superior",
        "blank-superior",
    ),
)
def lost_staff(facts: Facts) -> Iterator[Finding]:
    """Staff of the sources is missing from every total that starts at a top position.

    What it finds:
        The FTE of the sources that no walk down from a top position reaches, by cause. One finding.

    Why it matters:
        The picture draws perfectly and the total is too small. A published rollup of a government left
        out 89,118 FTE of one department so.

    Example:
        744.64 of 780.42 FTE hang below the Chief Executive, who reports to itself.

    What to do:
        Correct the causes, which are reported by themselves: loops, unknown and eliminated superiors.

    Known misses:
        Ranges are in no exact total, and so cannot be lost from it. Heads and money are lost with the staff
        and not reported by themselves: `orgraph rollup --measure headcount` shows them.

    Source:
        Stock-keeping: what is there is what is shown and what is missing, and the missing is itemised.
    """
    total = facts.rollup
    if total.fte_lost:
        missing = total.fte_in_sources - total.fte_reachable
        causes = listed(f"{plain(lost.fte, ',')} {CAUSES[lost.cause]}{_where(facts, lost)}" for lost in total.fte_lost)
        message = f"{plain(missing, ',')} of {plain(total.fte_in_sources, ',')} FTE reach no top position: {causes}"
        ends = sorted({box for lost in total.fte_lost for box in lost.boxes})
        yield finding(lost_staff, "fail", "rollup", message, boxes=ends)


def _where(facts: Facts, lost: Lost) -> str:
    """The boxes where a way up ends, the first few by name."""
    return f" ({listed(map(facts.label, lost.boxes), most=_NAMED)})" if lost.boxes else ""
