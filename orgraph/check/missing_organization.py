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
        units, ends = _containers(facts, node)
        parts = [unit for unit in ends if _kind(facts, unit) in _PARTS]
        if not units:
            message, evidence = "no unit is named", facts.claims(node, "title")[:1]
        elif ends and len(parts) == len(ends):
            message = f"{facts.label(parts[-1])} is a {_kind(facts, parts[-1])}, of what is not said"
            evidence = facts.claims(parts[-1], "unit_kind")[:1]
        else:
            continue  # an organization, or a circle of units, which is a fault of its own
        text = f"{facts.label(node)} names no organization: {message}"
        yield finding(missing_organization, "fail", node, text, evidence)


def _containers(facts: Facts, node: str) -> tuple[list[str], list[str]]:
    """The units that hold a position, the innermost first, and those of them that nothing holds."""
    wholes = facts.edges("part_of")
    found = dict.fromkeys(sorted({*facts.edges("in_unit").get(node, ()), *facts.edges("heads_unit").get(node, ())}))
    waiting = list(found)
    for unit in waiting:
        for whole in sorted(wholes.get(unit, ())):
            if whole not in found:
                found[whole] = None
                waiting.append(whole)
    return list(found), [unit for unit in found if unit not in wholes]


def _kind(facts: Facts, unit: str) -> str:
    return str(facts.each("unit_kind")[unit] or "").casefold()
