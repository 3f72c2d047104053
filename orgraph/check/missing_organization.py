"""A description that does not say to which organization the position belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Finding
from orgraph.rules import check

# Kinds of units that are a part of something, in English and French.
_PARTS: Final = frozenset((
    "branch", "directorate", "division", "sector", "section", "team", "unit", "group", "region", "service", "office",
    "bureau", "program", "direction", "direction générale", "secteur", "équipe", "unité", "groupe", "région",
))  # fmt: skip


@check("ORG323", "warning")
def missing_organization(facts: Facts) -> Iterator[Finding]:
    """The outermost unit of a position is itself a part, and nothing says of what.

    What it finds:
        A described position that is in no unit, or whose outermost unit is a branch, a directorate or
        another kind of part.

    Why it matters:
        Branches of one name exist in several departments: the description can be put into the wrong one.

    Example:
        "Bakery Directorate, Food Branch", and no department.

    What to do:
        Name the department, or the company, in the header.

    Known misses:
        A unit whose kind is not stated is taken for an organization.

    Source:
        W3C ORG: an organizational unit is a part of an organization, which has to be named.
    """
    for node in facts.descriptions:
        outer = _outermost(facts, node)
        if outer is None or _kind(facts, outer) in _PARTS:
            where = f"{facts.label(outer)} is a {_kind(facts, outer)}, of what is not said" if outer else "no unit"
            message = f"{facts.label(node)} names no organization: {where}"
            evidence = facts.claims(outer, "unit_kind")[:1] if outer else facts.claims(node, "title")[:1]
            yield finding(missing_organization, "fail", node, message, evidence)


def _outermost(facts: Facts, node: str) -> str | None:
    """The last of the units that hold a position, one inside the other; None without a unit."""
    units = sorted({*facts.edges("in_unit").get(node, ()), *facts.edges("heads_unit").get(node, ())})
    found: dict[str, None] = {}
    for unit in units:
        found[unit] = None
    waiting = list(units)
    last = units[-1] if units else None
    while waiting:
        unit = waiting.pop(0)
        wholes = sorted(facts.edges("part_of").get(unit, ()))
        if not wholes:
            last = unit
        for whole in wholes:
            if whole not in found:
                found[whole] = None
                waiting.append(whole)
    return last


def _kind(facts: Facts, unit: str) -> str:
    return str(facts.each("unit_kind")[unit] or "").casefold()
