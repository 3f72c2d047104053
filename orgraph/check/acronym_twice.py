"""One acronym with two meanings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import takewhile

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._spelled import ways, words
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
        An acronym that stands beside two different runs of words in one document, or that documents of
        one language spell out in different words; and one that they give to two units with different
        names.

    Why it matters:
        Two names of one thing look like two things, and one may be an older name.

    Example:
        "Core Harbour Service (CHS)" and later "CHS (Core Harbour Sector)"

    What to do:
        Use one name.

    Known misses:
        Two organizations may each use an acronym for something of their own, and nothing is wrong. An
        acronym whose words begin with other letters is not known to be spelled out.

    Source:
        Terminology work: one term for one concept in a text.
    """
    for node, document, found in flaws(facts, "acronym-twice"):
        for bound in found:
            quotes = listed((f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence), " and ")
            message = f"{brief(said(bound))} has two meanings in {brief(facts.source(document))}: {quotes}"
            yield finding(acronym_twice, "fail", node, message, [bound])
    units = list(_of_units(facts))
    yield from units
    yield from _between(facts, {finding.values["acronym"] for finding in units})


def _between(facts: Facts, known: Container[object]) -> Iterator[Finding]:
    """The acronyms that documents of one language spell out in different words."""
    for (_, acronym), found in sorted(ways(facts).items()):
        told = [bound for way, bound in found.items() if not _is_spelled(way, found)]
        if acronym not in known and len({bound.claim.document for bound in told}) > 1:
            meanings = listed((f"“{words(bound)}” in {brief(source(bound))}" for bound in told), " and ")
            message = f"{brief(acronym)} is spelled out in {len(told)} ways: {meanings}"
            yield finding(acronym_twice, "fail", told[0].subject, message, told)


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
            yield finding(
                acronym_twice, "fail", told[0], message, [holders[unit] for unit in told], boxes=told, acronym=acronym
            )


def _is_spelled(name: str, names: Iterable[str]) -> bool:
    """Whether a name is another spelling of one before it."""
    return any(one_spelling(name, other) for other in takewhile(lambda other: other != name, names))
