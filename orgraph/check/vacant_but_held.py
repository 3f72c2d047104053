"""A post that is vacant and has a holder."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._seat import row
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG210", "warning")
def vacant_but_held(facts: Facts) -> Iterator[Finding]:
    """A post is marked as vacant, or eliminated, and somebody holds it.

    What it finds:
        A post whose status is vacant or eliminated, and that has the name of a holder in the same row
        or the same text.

    Why it matters:
        It is counted among the vacancies and paid at the same time.

    Example:
        Cashier, status "Vacant", name "A. Baker".

    What to do:
        Correct the status, or remove the name.

    Known misses:
        Marks for nobody ("N/D", "TBC") are no names. A holder who is away for a time is a holder.

    Source:
        Key figures of HR systems, which keep "vacant, occupied" apart because it is a fault.
    """
    for node, marks in facts.positions_with("post_status"):
        empty = {row(bound): bound for bound in marks if said(bound) in ("vacant", "eliminated")}
        people = [b for b in facts.claims(node, "incumbent") if row(b) in empty and said(b)] if empty else []
        if people:
            mark = empty[row(people[0])]
            names = listed(dict.fromkeys(brief(said(bound)) for bound in people))
            message = f"{facts.label(node)} is {said(mark)}, and held by {names}"
            yield finding(vacant_but_held, "fail", node, message, [mark, *people])
