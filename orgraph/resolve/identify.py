"""Labels and identifiers of entities: readable, from scope and canonical name, never from a number or a path."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import NamedTuple

from orgraph.model import Entity
from orgraph.resolve.local import Local
from orgraph.titles import canonical, is_bare


class Identified(NamedTuple):
    """An entity and the Locals that it unites."""

    id: str
    kind: str
    label: str
    locals: list[Local]

    def record(self) -> Entity:
        """The entity as the roster keeps it."""
        return Entity(id=self.id, kind="unit" if self.kind == "unit" else "position", label=self.label)


def identify(groups: list[list[Local]]) -> list[Identified]:
    """An identifier for each group. Twins of one name are told apart by their superior, then by a hash."""
    labels = {id(group): _label(group) for group in groups}
    home = {local: group for group in groups for local in group}
    wanted: dict[str, list[list[Local]]] = defaultdict(list)
    for group in groups:
        wanted[_plain(group, labels[id(group)])].append(group)
    found = []
    for identifier, twins in sorted(wanted.items()):
        apart = twins if len(twins) > 1 or _needs_superior(twins[0], labels[id(twins[0])]) else []
        for group in twins:
            chosen = _under_superior(identifier, group, home, labels) if apart else identifier
            found.append(Identified(chosen, group[0].kind, labels[id(group)], group))
    return _without_twins(found)


def _needs_superior(group: list[Local], label: str) -> bool:
    """A bare title of a report is named after its superior from the start, so that a later twin moves nothing."""
    return group[0].kind == "position" and is_bare(label) and any(local.superior for local in group)


def _plain(group: list[Local], label: str) -> str:
    key, scope = canonical(label), group[0].scope
    home = scope.of_unit(key) if group[0].kind == "unit" else scope.name
    return "/".join(filter(None, (group[0].kind, slug(home), slug(key) or "untitled")))


def _under_superior(identifier: str, group: list[Local], home: dict[Local, list[Local]], labels: dict[int, str]) -> str:
    superior = next((local.superior for local in group if local.superior is not None), None)
    if superior is None:
        return identifier
    above = slug(canonical(labels[id(home[superior])])) or "untitled"
    stem, _, last = identifier.rpartition("/")
    return f"{stem}/{above}/{last}"


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


def _label(group: list[Local]) -> str:
    """The title of the post's own description; else the commonest name, of equals a capitalised one, the longest."""
    own = [local.names[0] for local in group if local.is_subject and local.names]
    names = own or [name for local in group for name in local.names]
    if not names:
        return "(no title)"
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], not name[:1].isupper(), -len(name), name))


def slug(key: str) -> str:
    """A canonical name as part of an identifier; a very long one ends in a hash.

    >>> slug("director general policy")
    'director-general-policy'
    """
    text = "-".join(key.split())
    if len(text) <= 80:
        return text
    return text[:71].rstrip("-") + "-" + hashlib.sha256(text.encode()).hexdigest()[:8]
