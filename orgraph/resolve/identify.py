"""Labels and identifiers of entities: readable, from scope and canonical name, never from a number or a path."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from orgraph.model import Entity
from orgraph.resolve.local import Local
from orgraph.titles import Canonical, canonical, initials, is_bare


class Identified(NamedTuple):
    """An entity and the Locals that it unites."""

    id: str
    kind: str
    label: str
    locals: list[Local]

    def record(self) -> Entity:
        """The entity as the roster keeps it."""
        return Entity(id=self.id, kind="unit" if self.kind == "unit" else "position", label=self.label)


class _Named(NamedTuple):
    """A group with what is shown, and the canonical name that its identifier is made of."""

    locals: list[Local]
    label: str
    key: Canonical


def identify(groups: list[list[Local]]) -> list[Identified]:
    """An identifier for each group. Twins of one name are told apart by their superior, then by a hash."""
    named = [_Named(group, _label(group), _key(group)) for group in groups]
    home = {local: group for group in named for local in group.locals}
    wanted: dict[str, list[_Named]] = defaultdict(list)
    for group in named:
        wanted[_plain(group)].append(group)
    found = []
    for identifier, twins in sorted(wanted.items()):
        apart = len(twins) > 1 or _needs_superior(twins[0])
        for group in twins:
            chosen = _under_superior(identifier, group, home) if apart else identifier
            found.append(Identified(chosen, group.locals[0].kind, group.label, group.locals))
    return _without_twins(found)


def _needs_superior(group: _Named) -> bool:
    """A bare title of a report is named after its superior from the start, so that a later twin moves nothing."""
    return group.locals[0].kind == "position" and is_bare(group.label) and any(local.superior for local in group.locals)


def _plain(group: _Named) -> str:
    # The scope of its own description; a post that several scopes know has the first name that is one.
    scope = min((local.scope for local in group.locals), key=lambda scope: (not scope.name, scope.name))
    scope = next((local.scope for local in group.locals if local.is_subject), scope)
    home = scope.of_unit(group.key) if group.locals[0].kind == "unit" else scope.name
    return "/".join(filter(None, (group.locals[0].kind, slug(home), slug(group.key) or "untitled")))


def _under_superior(identifier: str, group: _Named, home: dict[Local, _Named]) -> str:
    superiors = {home[local.superior].key for local in group.locals if local.superior is not None}
    if not superiors:
        return identifier
    stem, _, last = identifier.rpartition("/")
    return f"{stem}/{slug(min(superiors)) or 'untitled'}/{last}"


def _without_twins(found: list[Identified]) -> list[Identified]:
    """Posts that share name and superior get the next number that no other name ends in."""
    taken = {entity.id for entity in found}
    turns: Counter[str] = Counter()
    out = []
    for entity in found:
        turns[entity.id] += 1
        chosen = entity.id
        while turns[entity.id] > 1 and chosen in taken:
            chosen = f"{entity.id}-{turns[entity.id]}"
            turns[entity.id] += chosen in taken
        taken.add(chosen)
        out.append(entity._replace(id=chosen))
    return out


def _names(group: list[Local]) -> list[str]:
    """The titles of the post's own descriptions, else all names that the texts give it."""
    own = [local.names[0] for local in group if local.is_subject and local.names]
    return own or [name for local in group for name in local.names]


def _label(group: list[Local]) -> str:
    """The title of the post's own description; else the commonest name, of equals a capitalised one, the longest."""
    counts = Counter(_names(group))
    return min(counts, key=lambda name: (-counts[name], not name[:1].isupper(), -len(name), name), default="(no title)")


def _key(group: list[Local]) -> Canonical:
    """The fullest of its names, without a scope said again behind it. No count decides it: more texts move nothing."""
    scopes = {local.scope.name for local in group} | {canonical(initials(local.scope.name)) for local in group}
    if group[0].kind == "unit":
        keys = {local.scope.name if local.scope.is_(key) else key for local in group for key in local.keys}
    else:
        keys = {_without_scope(canonical(name), scopes) for name in _names(group)}
    return min(keys, key=lambda key: (-len(key), key), default=canonical(""))


def _without_scope(key: Canonical, scopes: Iterable[str]) -> Canonical:
    """Chief Executive Officer, of "Chief Executive Officer, Lamp Works" in the Lamp Works.

    Only of a rank that an organization has once: "Director, Lamp Works" would be a director like any other.
    """
    stems = (key.removesuffix(f" {scope}") for scope in scopes if scope)
    return next((Canonical(stem) for stem in stems if stem != key and not is_bare(stem)), key)


def slug(key: str) -> str:
    """A canonical name as part of an identifier; a very long one ends in a hash.

    >>> slug("director general policy")
    'director-general-policy'
    """
    text = "-".join(key.split())
    if len(text) <= 80:
        return text
    return text[:71].rstrip("-") + "-" + hashlib.sha256(text.encode()).hexdigest()[:8]
