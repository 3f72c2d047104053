"""A sentence that breaks off."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG330", "warning")
def cut_text(facts: Facts) -> Iterator[Finding]:
    """A sentence breaks off inside a bracket.

    What it finds:
        A bracket that opens and never closes, with dots at the end of the paragraph.

    Why it matters:
        What was cut may hold a count, a superior or a place.

    Example:
        "(the number of pilots varies ..."

    What to do:
        Take the sentence from the original.

    Known misses:
        Text that is cut without dots.

    Source:
        Proof-reading: brackets come in pairs.
    """
    for node, document, found in flaws(facts, "cut-text"):
        for bound in found:
            message = f"{brief(facts.source(document))} breaks off: “{brief(said(bound))}”"
            yield finding(cut_text, "fail", node, message, [bound])
