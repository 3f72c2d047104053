"""The scope of a document: the part of the organization within which a title names one post; and its home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgraph.model import Claim, Mention, Text
from orgraph.titles import Canonical, canonical, core


class Home(NamedTuple):
    """Department and scope, canonical; both are "" where no text says so."""

    department: str
    scope: str


NOWHERE: Final = Home("", "")


class Scope(NamedTuple):
    """Canonical names: of the scope unit (empty where the header names none), of the innermost unit, of those above.

    `name` is without the kind that it may end in, which is `kind`; `whole` is the outermost unit as written,
    and `department` the same where the text calls it one.
    """

    name: Canonical
    unit: Canonical
    above: frozenset[Canonical] = frozenset()
    kind: str = ""
    whole: str = ""
    department: str = ""

    def of_unit(self, key: str) -> str:
        """The scope that a unit's name is unique in: none for a unit that contains the scope, or is it."""
        return "" if key in self.above or self.is_(key) else self.name

    def is_(self, key: str) -> bool:
        """Whether a canonical name is that of the scope unit itself, with or without its kind."""
        stem, kind = core(key)
        return stem == self.name and not (kind and self.kind and kind != self.kind)


def scope_of(claims: Sequence[Claim]) -> Scope:
    """The unit right below the department that the header names, else the outermost unit.

    Not the whole path: two descriptions may call one branch a sector, and a path would part them.
    """
    chain = _chain(claims)
    kinds = {c.subject: c.value.text for c in claims if c.predicate == "unit_kind" and isinstance(c.value, Text)}
    named = [mention for mention in chain if kinds.get(mention) != "department"] or chain
    if not named:
        return Scope(canonical(""), canonical(""))
    above = chain[: chain.index(named[0])]
    name, kind = core(canonical(named[0].text))
    return Scope(
        name,
        canonical(named[-1].text),
        frozenset(canonical(mention.text) for mention in above),
        kind,
        chain[0].text,
        next((mention.text for mention in chain if kinds.get(mention) == "department"), ""),
    )


def _chain(claims: Sequence[Claim]) -> list[Mention]:
    """Header units from the outermost to the innermost."""
    outer = {c.subject: c.value for c in claims if c.predicate == "part_of" and isinstance(c.value, Mention)}
    own = (c.value for c in claims if c.predicate == "in_unit" and c.subject.kind == "self")
    inner = next((unit for unit in own if isinstance(unit, Mention)), None)
    chain: list[Mention] = []
    while inner is not None and inner not in chain:
        chain.append(inner)
        inner = outer.get(inner)
    return chain[::-1]
