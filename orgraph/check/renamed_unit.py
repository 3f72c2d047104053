"""Two units of equal staff under one superior, each in one document only: perhaps one unit, renamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from orgraph.check._claims import ranges, source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.interval import interval, written
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check

Figures = dict[str, BoundClaim]


@check("ORG308", "warning")
def renamed_unit(facts: Facts) -> Iterator[Finding]:
    """Two documents put different units of equal staff under one superior.

    What it finds:
        A unit that only one of two documents lists under a superior, and a unit that only the other
        one lists, when both have the same staff and no further unit does. Documents are compared in
        the order of their names, each with the next one.

    Why it matters:
        If the unit was renamed, the merged chart shows it twice and counts its staff twice.

    Example:
        "Bread Team (4 FTEs)" in one description of the bakery, "Loaf Team (4 FTEs)" in the other.

    What to do:
        If it is one unit, use one name in both documents. If not, the documents disagree on who
        reports to whom (ORG206). They are never joined on a guess.

    Known misses:
        A unit that was renamed and grew, and units without a figure.

    Source:
        W3C ORG models a renaming as org:ChangeEvent, which needs a statement and not a guess.
    """
    for node in facts.below if len(facts.texts) > 1 else ():
        lists = facts.reports(node)
        units = [_units(facts, document, list(group)) for document, group in lists.items() if len(lists) > 1]
        seen: set[tuple[str, str]] = set()
        for one, two in pairwise(found for found in units if found):
            for first, second in _pairs(one, two):
                if (first.subject, second.subject) not in seen:
                    seen.add((first.subject, second.subject))
                    names = f"{_named(facts, first)} and {_named(facts, second)}"
                    message = f"one unit renamed? {names}, both under {facts.label(node)}"
                    yield finding(renamed_unit, "fail", first.subject, message, [first, second], boxes=[node])


def _units(facts: Facts, document: str, members: list[str]) -> Figures:
    """The units of a list with their first staff claim in that document."""
    found: Figures = {}
    for member in members:
        if facts.each("kind")[member] == "unit":
            said = (bound for bound in facts.claims(member, "staff") if bound.claim.document == document)
            for bound, _ in ranges(said)[:1]:
                found[member] = bound
    return found


def _pairs(one: Figures, two: Figures) -> Iterator[tuple[BoundClaim, BoundClaim]]:
    """Units that only one side has and that alone on each side share a figure."""
    left, right = _by_figure(one, two), _by_figure(two, one)
    for figure, here in left.items():
        there = right.get(figure, [])
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _by_figure(here: Figures, there: Figures) -> dict[tuple[str, str], list[BoundClaim]]:
    groups: dict[tuple[str, str], list[BoundClaim]] = defaultdict(list)
    for node, bound in here.items():
        if node not in there:
            groups[_figure(bound)].append(bound)
    return groups


def _figure(bound: BoundClaim) -> tuple[str, str]:
    [(_, quantity)] = ranges([bound])
    return quantity.measure, written(interval(quantity))


def _named(facts: Facts, bound: BoundClaim) -> str:
    return f"“{facts.label(bound.subject)}” ({_figure(bound)[1]}) in {brief(source(bound))}"
