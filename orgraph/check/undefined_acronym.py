"""Acronyms without their words."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG327", "info")
def undefined_acronym(facts: Facts) -> Iterator[Finding]:
    """A text uses acronyms that it never spells out.

    What it finds:
        Words of capitals whose words the same document gives nowhere; one finding for each document.

    Why it matters:
        Readers outside the organization cannot know what is meant, and one acronym has several meanings.

    Example:
        "advises the ADM and HR", with neither spelled out

    What to do:
        Write the words at the first use, with the acronym in brackets.

    Known misses:
        Whether another document spells it out is not looked at.

    Source:
        Writing guides for position descriptions: spell out every acronym once.
    """
    for node, document, found in flaws(facts, "undefined-acronym"):
        names = listed(dict.fromkeys(brief(said(bound)) for bound in found))
        message = f"used and never spelled out in {brief(facts.source(document))}: {names}"
        yield finding(undefined_acronym, "fail", node, message, found)
