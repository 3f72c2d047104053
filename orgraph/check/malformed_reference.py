"""A reference of an organogram with signs that its template forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check

_PLAIN = re.compile(r"[0-9A-Za-z-]+")


@check("ORG324", "info")
def malformed_reference(facts: Facts) -> Iterator[Finding]:
    """References of an organogram hold spaces or marks.

    What it finds:
        References of posts in the layout of UK organograms with anything but letters, digits and
        hyphens. One finding for each table.

    Why it matters:
        References become parts of addresses, where such signs are lost or written in another way.

    Example:
        "DWP 135" or "DWP_135"

    What to do:
        Use letters, digits and hyphens only, in both columns.

    Known misses:
        References in other tables, where each system has a form of its own.

    Source:
        Cell rules of the published validator of UK organograms.
    """
    if "uk-organogram" not in facts.layouts:
        return
    found = [
        bound
        for holders in facts.holders("position_number").values()
        for bound in holders
        if not _PLAIN.fullmatch(said(bound)) and bound.claim.rule == "uk-organogram"
    ]
    for document, group in by_document(found).items():
        quotes = listed((f"“{brief(said(bound))}”" for bound in group), most=5)
        message = f"{plural(len(group), 'reference')} of {brief(facts.source(document))} with spaces or marks: {quotes}"
        yield finding(malformed_reference, "fail", group[0].subject, message, group, rows=len(group))
