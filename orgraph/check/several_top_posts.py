"""More than one position that reports to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG105", "info", because=("unknown-superior",))
def several_top_posts(facts: Facts) -> Iterator[Finding]:
    """The sources make several trees, not one.

    What it finds:
        Two or more positions that report to nobody, each with somebody below it or a description of
        its own. One finding for all, with a line into each.

    Why it matters:
        A rollup from one top does not see the other trees. Often a missing description would join them.

    Example:
        The Head Baker reports to the Managing Director, the Driver to a Logistics Manager, and nobody
        says to whom these two report.

    What to do:
        Nothing, if the sources are about separate organizations. Otherwise add the description that
        is missing between the trees.

    Known misses:
        A position that is only mentioned, with no line at all, is not called a top.

    Source:
        Register practice: at least one top position, and a reason for every further one.
    """
    found = facts.tops
    if len(found) < 2:
        return
    names = [facts.label(top) for top in found]
    message = f"{len(found)} positions report to nobody: {listed(names)}"
    evidence = [bound for top in found for bound in _witness(facts, top)]
    yield finding(several_top_posts, "fail", found[0], message, evidence, boxes=list(found))


def _witness(facts: Facts, top: str) -> list[BoundClaim]:
    """The first line into a top, else its title."""
    lines = [bound for group in facts.reports(top).values() for found in group.values() for bound in found]
    return lines[:1] or facts.claims(top, "title")[:1]
