"""The stated number of teams that a unit is made of, against those that the same document names in it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import quantity
from orgraph.check._count import stated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.interval import exceeds, holds, point, value, written
from orgraph.model import BoundClaim, Finding, Outcome
from orgraph.rules import check


@check("ORG227", "warning")
def stated_teams(facts: Facts) -> Iterator[Finding]:
    """A document says how many teams a unit is made of and names more.

    What it finds:
        A number of teams, sections or divisions of a unit that is lower than the number of those that
        the same document names in it. Where it names as many, the count passes; where it names fewer, or
        none, nothing can be said: the count may be of teams that have no name.

    Why it matters:
        A team too many is an old one, or one of another unit, and its staff is counted here.

    Example:
        "The Bakery consists of two teams", and its Bread Team, Cake Team and Night Team are named.

    What to do:
        Compare the named teams with the sentence; correct the number, or the name.

    Known misses:
        A team whose name does not end with the counted word. Whoever reports to the head of the unit is
        not counted: product teams are no reporting lines.

    Source:
        Count against list, inside one document.
    """
    parts: dict[str, dict[str, list[BoundClaim]]] = {}
    for low, wholes in facts.edges("part_of").items() if facts.holders("stated_teams") else ():
        for whole, claims in wholes.items():
            parts.setdefault(whole, {})[low] = list(claims)
    for unit in facts.holders("stated_teams"):
        for count in stated(facts, unit, "stated_teams"):
            figure = quantity(count.bound)
            if count.number is None or figure is None:
                continue
            noun = figure.label or "teams"
            named = _named(facts, parts.get(unit, {}), count.document, noun)
            made = point(len(named))
            outcome: Outcome = "fail" if exceeds(made, count.number) else "not_verifiable"
            outcome = "pass" if holds(count.number, made) else outcome
            names = f"{len(named)} named in it: {listed(map(facts.label, named))}" if named else "none named in it"
            message = f"{facts.label(unit)}: {written(count.number)} {noun} stated, {names}"
            numbers = {"stated": value(count.number), "named": len(named)}
            yield finding(stated_teams, outcome, unit, message, [count.bound, *named.values()], **numbers)


def _named(facts: Facts, parts: dict[str, list[BoundClaim]], document: str, noun: str) -> dict[str, BoundClaim]:
    """The units that a document places in another, and whose names end with what is counted."""
    word = noun.casefold().rstrip("sx")
    found: dict[str, BoundClaim] = {}
    for unit, claims in sorted(parts.items()):
        said = [bound for bound in claims if bound.claim.document == document]
        if said and facts.label(unit).casefold().rstrip("sx").endswith(word):
            found[unit] = said[0]
    return found
