"""One acronym with two meanings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._spelling import one_spelling
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check
from orgraph.titles import canonical, core


@check("ORG328", "info")
def acronym_twice(facts: Facts) -> Iterator[Finding]:
    """One acronym has two meanings.

    What it finds:
        An acronym that stands beside two different runs of words in one document; and one that the
        documents give to two units with different names.

    Why it matters:
        Two names of one thing look like two things, and one may be an older name.

    Example:
        "Core Harbour Service (CHS)" and later "CHS (Core Harbour Sector)"

    What to do:
        Use one name.

    Known misses:
        Acronyms of anything but units are not compared between documents. Two organizations may each
        have a unit of that acronym, and nothing is wrong.

    Source:
        Terminology work: one term for one concept in a text.
    """
    for node, document, found in flaws(facts, "acronym-twice"):
        for bound in found:
            quotes = listed((f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence), " and ")
            message = f"{brief(said(bound))} has two meanings in {brief(facts.source(document))}: {quotes}"
            yield finding(acronym_twice, "fail", node, message, [bound])
    yield from _of_units(facts)


def _of_units(facts: Facts) -> Iterator[Finding]:
    """The acronyms that documents give to units of different names."""
    first: dict[str, dict[str, BoundClaim]] = defaultdict(dict)
    for node, claims in facts.holders("acronym").items():
        for bound in claims if not facts.is_position(node) else ():
            first[said(bound)].setdefault(node, bound)
    for acronym, holders in sorted(first.items()):
        names: dict[str, str] = {}
        for unit in holders:
            names.setdefault(core(canonical(facts.label(unit)))[0], unit)
        told = [unit for name, unit in names.items() if not _is_spelled(name, names)]
        if len(told) > 1:
            meanings = listed((f"“{facts.label(unit)}” in {brief(source(holders[unit]))}" for unit in told), " and ")
            message = f"{brief(acronym)} stands for {len(told)} units: {meanings}"
            yield finding(acronym_twice, "fail", told[0], message, [holders[unit] for unit in told], boxes=told)


def _is_spelled(name: str, names: Iterable[str]) -> bool:
    """Whether a name is another spelling of one before it."""
    return any(one_spelling(name, other) for other in takewhile(lambda other: other != name, names))
