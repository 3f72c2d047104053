"""Acronyms without their words."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._spelled import language, ways, words
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG327", "info")
def undefined_acronym(facts: Facts) -> Iterator[Finding]:
    """A text uses acronyms that it never spells out.

    What it finds:
        Words of capitals whose words the same document gives nowhere; one finding for each document. Where
        another document spells one out, in one way, the message says so.

    Why it matters:
        Readers outside the organization cannot know what is meant, and one acronym has several meanings.

    Example:
        "advises the ADM and HR", with neither spelled out

    What to do:
        Write the words at the first use, with the acronym in brackets.

    Known misses:
        What another document spells out may be something else with the same letters.

    Source:
        Writing guides for position descriptions: spell out every acronym once.
    """
    known = {key: next(iter(found.values())) for key, found in ways(facts).items() if len(found) == 1}
    for node, document, found in flaws(facts, "undefined-acronym"):
        tongue = language(facts, document)
        names = listed(dict.fromkeys(_name(said(bound), known.get((tongue, said(bound)))) for bound in found))
        message = f"used and never spelled out in {brief(facts.source(document))}: {names}"
        yield finding(undefined_acronym, "fail", node, message, found)


def _name(acronym: str, elsewhere: BoundClaim | None) -> str:
    """An acronym, and its words where another document gives them."""
    return f"{brief(acronym)} ({words(elsewhere)} in {brief(source(elsewhere))})" if elsewhere else brief(acronym)
