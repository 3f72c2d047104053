"""The scope of a document: the part of the organization within which a title names one post."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from orgraph.model import Claim, Mention, Text
from orgraph.titles import Canonical, canonical


class Scope(NamedTuple):
    """Canonical names: of the scope unit (empty where the header names none), of the innermost unit, of those above."""

    name: Canonical
    unit: Canonical
    above: frozenset[Canonical] = frozenset()

    def of_unit(self, key: str) -> str:
        """The scope that a unit's name is unique in: none for a unit that contains the scope."""
        return "" if key in self.above or key == self.name else self.name


def scope_of(claims: Sequence[Claim]) -> Scope:
    """The unit right below the department that the header names, else the outermost unit.

    Not the whole path: two descriptions may call one branch a sector, and a path would part them.
    """
    chain = _chain(claims)
    kinds = {c.subject: c.value.text for c in claims if c.predicate == "unit_kind" and isinstance(c.value, Text)}
    below = [mention for mention in chain if kinds.get(mention) != "department"]
    named = below or chain
    if not named:
        return Scope(canonical(""), canonical(""))
    above = chain[: chain.index(named[0])]
    return Scope(canonical(named[0].text), canonical(named[-1].text), frozenset(canonical(m.text) for m in above))


def _chain(claims: Sequence[Claim]) -> list[Mention]:
    """Header units from the outermost to the innermost."""
    outer = {c.subject: c.value for c in claims if c.predicate == "part_of" and isinstance(c.value, Mention)}
    inner = next((c.value for c in claims if c.predicate == "in_unit" and isinstance(c.value, Mention)), None)
    chain: list[Mention] = []
    while inner is not None and inner not in chain:
        chain.append(inner)
        inner = outer.get(inner)
    return chain[::-1]
