"""More direct reports than the limit."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._count import seats
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG112", "info")
def wide_span(facts: Facts, *, limit: int = 15) -> Iterator[Finding]:
    """A position has more direct reports than the limit.

    What it finds:
        A position under which one document puts more seats and teams than the limit (15). Four
        identical seats in one box are four; a box of unknown size is one.

    Why it matters:
        Nobody leads so many directly; more often a layer is missing in the source.

    Example:
        All forty bakers of the company report to the Managing Director.

    What to do:
        Look for the position that leads them day by day. Set your own limit with
        --set wide-span.limit=10.

    Known misses:
        A group of posts of which a table gives the FTE only is not counted: its heads are not known, and
        such a line may be indirect. Reports from several documents are not added.

    Source:
        Naomi Stanford and common guides to spans of control, which ask for a reason above 15.
    """
    multiple = bool(facts.holders("seats"))
    for superior, reports in facts.below.items():
        for document, found in facts.reports(superior).items() if multiple or len(reports) > limit else ():
            members = {node: said for node, said in found.items() if node not in facts.groups} if multiple else found
            count = int(seats(facts, members, document).low) if multiple else len(members)
            if count > limit:
                message = f"{facts.label(superior)} has {count:,} direct reports, more than {limit:,}"
                lines = [claims[0] for claims in members.values()]
                yield finding(wide_span, "fail", superior, message, lines, reports=count, limit=limit)
                break
