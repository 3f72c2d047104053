"""A filled post of no FTE."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import fte, is_fte
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG223", "info")
def seat_without_fte(facts: Facts) -> Iterator[Finding]:
    """Posts are listed with zero FTE and are not vacant.

    What it finds:
        A seat, or a group of posts, with an FTE of zero, whose post is not marked as vacant, planned or
        eliminated. One finding for each table.

    Why it matters:
        The row is in the table and counts as nothing: somebody who works is missing, or the row is.

    Example:
        Cashier, A. Baker, FTE 0.

    What to do:
        Enter the FTE, or mark the post as vacant.

    Known misses:
        People who are paid elsewhere and work here, whose zero is right.

    Source:
        The template of UK organograms: the FTE of a junior row is above zero.
    """
    zero = [bound for bound in facts.sorted.seats if is_fte(bound) and not fte(bound)]
    live = (bound for bound in zero if not facts.each("post_status")[bound.subject])
    for document, group in by_document(live).items():
        names = listed((facts.label(bound.subject) for bound in group), most=5)
        message = f"{plural(len(group), 'row')} of {brief(facts.source(document))} with zero FTE: {names}"
        yield finding(seat_without_fte, "fail", group[0].subject, message, group, rows=len(group))
