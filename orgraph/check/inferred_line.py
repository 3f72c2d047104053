"""Lines that no source states."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG311", "info")
def inferred_line(facts: Facts) -> Iterator[Finding]:
    """Reporting lines were inferred, and no source states them.

    What it finds:
        Solid lines that rest on inference alone, such as that peers share a superior; one finding for
        each document that they were inferred from.

    Why it matters:
        They are plausible and drawn like others, but nobody wrote them down.

    Example:
        "The Driver is one of three positions reporting to the Shop Manager; the others are the Cashier
        and the Clerk": the lines of the Cashier and the Clerk.

    What to do:
        Look at them once; a description of the positions themselves would state them.

    Known misses:
        Whether an inference is right is not checked.

    Source:
        Every claim says whether it is stated or inferred; a line is stated if any of its claims is.
    """
    bare = [
        said[0]
        for superiors in facts.above.values()
        for said in superiors.values()
        if all(bound.claim.modality == "inferred" for bound in said)
    ]
    for document, group in by_document(bare).items():
        names = listed(facts.label(bound.subject) for bound in group)
        message = f"{plural(len(group), 'line')} inferred from {brief(facts.source(document))}: {names}"
        yield finding(inferred_line, "fail", group[0].subject, message, group)
