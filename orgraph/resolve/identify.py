"""Labels and identifiers of entities: readable, from scope and canonical name, never from a number or a path.

An identifier is made of what any text says of the entity in the same way, so that a further text, or a number
that becomes known, moves none. It cannot hold where a further text makes two entities one, gives one a fuller
name, a superior or the scope that it lacked, or describes a twin of one name in the same scope; a lock does.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from orgraph.model import Entity
from orgraph.resolve.local import Local
from orgraph.resolve.translated import is_french
from orgraph.titles import Canonical, canonical, core, headed, initials, is_bare, is_once, stem


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
    """A group with the canonical name that its identifier is made of, and the scope of that name."""

    locals: list[Local]
    key: Canonical
    scope: str
    bare: bool

    @property
    def kind(self) -> str:
        return self.locals[0].kind

    @property
    def departments(self) -> set[str]:
        return {local.home.department for local in self.locals} - {""}

    def id(self, *between: str) -> str:
        """Kind, scope, what tells it from others of its name, and name."""
        parts = (self.scope, *between, self.key or "untitled")
        return "/".join([self.kind, *filter(None, map(slug, parts))])


def identify(groups: list[list[Local]]) -> list[Identified]:
    """An identifier for each group. Twins of one name are told apart by department, by superior, then by a number."""
    named = [_named(group) for group in groups]
    above = _Above(named)
    wanted: dict[str, list[_Named]] = defaultdict(list)
    for group in named:
        wanted[group.id(*above.of(group))].append(group)
    found = []
    for identifier, twins in sorted(wanted.items()):
        ids = above.apart(twins) if len(twins) > 1 else [identifier]
        found += [Identified(id_, g.kind, _label(g.locals), g.locals) for id_, g in zip(ids, twins, strict=True)]
    return _without_twins(found)


def _named(group: list[Local]) -> _Named:
    telling = _of_one_language(_own(group))
    if group[0].kind == "unit":
        return _Named(group, _unit_key(group), _unit_scope(group), bare=False)
    bare = all(map(is_bare, _titles(telling)))
    return _Named(group, _key(telling), _scope(_of_one_language(group)), bare)


class _Above:
    """What a bare title is named after, from the start, so that a later twin moves nothing; and what parts twins."""

    def __init__(self, named: Iterable[_Named]) -> None:
        self.home = {local: group for group in named for local in group.locals}

    def of(self, group: _Named) -> Iterator[str]:
        """The superior of a bare title; of a superior known by its rank alone the unit that it is over."""
        if group.bare:
            superiors = self.superiors(group)
            yield from sorted(superiors)[:1] or _over(group)

    def superiors(self, group: _Named) -> set[str]:
        """The canonical names of its superiors."""
        return {self.home[local.superior].key for local in group.locals if local.superior is not None}

    def apart(self, twins: list[_Named]) -> list[str]:
        """Identifiers of twins: with their departments where these differ, else with their superiors."""
        departments = [min(group.departments, default="") for group in twins]
        if all(departments) and len(set(departments)) == len(twins):
            return [group.id(department, *self.of(group)) for group, department in zip(twins, departments, strict=True)]
        return [group.id(*(list(self.of(group)) or sorted(self.superiors(group))[:1])) for group in twins]


def _over(group: _Named) -> list[str]:
    """The unit of the text that names a superior by its rank, where this is not the whole scope."""
    units = {core(local.scope.unit)[0] for local in group.locals if not local.is_row and not local.is_subject}
    return [f"over {unit}" for unit in sorted(units - {group.scope, ""})[:1]]


def _scope(group: list[Local]) -> str:
    """The scope of a post: of its own description, else the first of those that name it.

    The head of the whole, who reports to it, and the heads of its branches belong to no branch that names them.
    """
    top = [local for local in group if _is_top(local)]
    wholes = {local.home.department or core(canonical(local.scope.whole))[0] for local in top}
    own = {local.home.scope for local in group if local.is_subject} - {""}
    return min(wholes or own or {local.home.scope for local in group} - {""}, default="")


def _is_top(local: Local) -> bool:
    if local.is_head or (local.superior is not None and local.superior.is_head):
        return True
    named = bool(local.home.department and local.scope.name)
    return named and any(headed(name)[0] == local.scope.name for name in local.names)


def _unit_scope(group: list[Local]) -> str:
    """The scope of a unit; none for a department, a scope, or what contains one."""
    scopes = {local.scope.of_unit(key) for local in group for key in local.keys}
    whole = any(key == canonical(local.scope.department) for local in group for key in local.keys)
    return "" if whole or "" in scopes else min(scopes, default="")


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
        out.append(entity if chosen == entity.id else entity._replace(id=chosen))
    return out


def _own(group: list[Local]) -> list[Local]:
    """The post's own descriptions, else all that name it."""
    return [local for local in group if local.is_subject and local.names] or group


def _titles(group: list[Local]) -> list[str]:
    """All names that the texts give it; of a description of its own the title alone."""
    return [name for local in group for name in (local.names[:1] if local.is_subject else local.names)]


def _of_one_language(group: list[Local]) -> list[Local]:
    """The Locals; of a post that texts of two languages name the English ones."""
    if len({local.language for local in group}) < 2:
        return group
    english = [local for local in group if not any(is_french(name, local.language) for name in local.names)]
    return english or group


def _label(group: list[Local]) -> str:
    """The title of the post's own description; else the commonest name, spelled with a capital and in full.

    Of two languages the English one, as in the identifier.
    """
    names = _titles(_of_one_language(_own(group)))
    if len(names) == 1:
        return names[0]
    keys, spellings = Counter(map(canonical, names)), Counter(names)

    def order(name: str) -> tuple[object, ...]:
        return (-keys[canonical(name)], -spellings[name], not name[:1].isupper(), -len(name), name)

    return min(spellings, key=order, default="(no title)")


def _key(group: list[Local]) -> Canonical:
    """The fullest name of a post, of its own description the title, without a scope said again behind it.

    No count decides it, so that more texts move nothing.
    """
    scopes = frozenset[str]().union(*(_spelled(local.scope.name, local.home.department) for local in group))
    keys = {_without_scope(stem(name)[0], scopes) for name in _titles(group)}
    also = {key for local in group if not local.is_subject for key in local.also}
    return _fullest(keys | {key for key in also if not key.endswith(tuple(f" {scope}" for scope in scopes))})


@lru_cache(maxsize=4096)  # the rows of a table have one scope
def _spelled(*scopes: str) -> frozenset[str]:
    """Scopes, and their initials."""
    known = frozenset(filter(None, scopes))
    return known | {canonical(initials(scope)) for scope in known}


def _unit_key(group: list[Local]) -> Canonical:
    return _fullest(local.scope.name if local.scope.is_(key) else key for local in group for key in local.keys)


def _fullest(keys: Iterable[Canonical]) -> Canonical:
    found = set(keys)
    if len(found) == 1:
        return found.pop()
    return min(found, key=lambda key: (-len(key), key), default=canonical(""))


def _without_scope(key: Canonical, scopes: Collection[str]) -> Canonical:
    """Chief Executive Officer, of "Chief Executive Officer, Lamp Works" in the Lamp Works.

    Only of a rank that an organization has once: "Director, Lamp Works" would be a director like any other.
    """
    if not scopes:
        return key
    stems = (key.removesuffix(f" {scope}") for scope in scopes if scope)
    return next((Canonical(stem) for stem in stems if stem != key and is_once(stem)), key)


@lru_cache(maxsize=65536)
def slug(key: str) -> str:
    """A canonical name as part of an identifier; a very long one ends in a hash.

    >>> slug("director general policy")
    'director-general-policy'
    """
    text = "-".join(key.split())
    if len(text) <= 80:
        return text
    return text[:71].rstrip("-") + "-" + hashlib.sha256(text.encode()).hexdigest()[:8]
