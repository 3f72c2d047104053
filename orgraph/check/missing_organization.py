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
        A described position whose outermost unit is a branch, a directorate or another kind of part, and
        no field says of what. Where no unit was read at all, nothing can be verified.

    Why it matters:
        Branches of one name exist in several departments: the description can be put into the wrong one.

    Example:
        "Bakery Directorate, Food Branch", and no department.

    What to do:
        Name the department, or the company, in the header.

    Known misses:
        A unit whose kind is not stated is taken for an organization. Whether the running text names the
        organization is not looked at: a reader of the header cannot know.

    Source:
        W3C ORG: an organizational unit is a part of an organization, which has to be named.
    """
    for node in facts.descriptions:
        units, ends = _containers(facts, node)
        parts = [unit for unit in ends if _kind(facts, unit) in _PARTS]
        if not units:
            text = f"{facts.label(node)}: no field names a unit or an organization"
            yield finding(missing_organization, "not_verifiable", node, text, facts.claims(node, "title")[:1])
        elif ends and len(parts) == len(ends):
            inner = f"{facts.label(parts[-1])} is a {_kind(facts, parts[-1])}"
            text = f"{facts.label(node)}: no field names the organization; {inner}, of what is not said"
            yield finding(missing_organization, "fail", node, text, facts.claims(parts[-1], "unit_kind")[:1])


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
