"""The lock of identifiers: an entity keeps the one it had, a merged one is replaced, and none is used again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import field

from orgraph.record import Record
from orgraph.resolve.identify import Identified
from orgraph.resolve.local import Local

Overlap = tuple[int, bool, str, int]


class Lock(Record, frozen=True, kw_only=True):
    """What each identifier was given for, by names and numbers in their scope; what replaced those that are gone."""

    format: Literal["orgraph-lock/1"] = "orgraph-lock/1"
    entities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)


def locked(found: list[Identified], lock: Lock) -> list[Identified]:
    """The entities with the identifiers that the lock holds for them; others get one that it never held."""
    before = _before(found, lock)
    taken = set(lock.entities) | set(lock.replaced)
    kept = set(before.values())
    out = []
    for index, entity in enumerate(found):
        chosen = before.get(index) or _free(entity.id, taken | kept if entity.id in taken else kept)
        kept.add(chosen)
        out.append(entity._replace(id=chosen))
    return out


def relocked(found: Iterable[Identified], lock: Lock) -> Lock:
    """The lock after a run: what every identifier stands for now, and by what the merged ones are replaced."""
    entities = {entity.id: tuple(sorted(_keys(entity))) for entity in found}
    home: dict[str, str] = {}
    for id_, keys in sorted(entities.items()):
        for key in keys:
            home.setdefault(key, id_)
    replaced = dict(lock.replaced)
    for old in sorted(set(lock.entities) - set(entities)):
        heirs = Counter(home[key] for key in lock.entities[old] if key in home)
        if heirs:
            replaced[old] = min(heirs, key=lambda heir: (-heirs[heir], heir))
        else:
            entities[old] = lock.entities[old]  # nobody speaks of it now; who does again finds it
    return Lock(entities=dict(sorted(entities.items())), replaced=dict(sorted(replaced.items())))


def present(lock: Lock) -> dict[str, str]:
    """Each replaced identifier with the one that stands for it now, through all that were replaced in turn."""
    found: dict[str, str] = {}
    for old, heir in lock.replaced.items():
        seen = {old}
        while heir in lock.replaced and heir not in seen:
            seen.add(heir)
            heir = lock.replaced[heir]
        found[old] = heir
    return found


def _before(found: list[Identified], lock: Lock) -> dict[int, str]:
    """For each entity the identifier it had: each goes to the one that shares most with what it was given for."""
    known: dict[str, list[str]] = defaultdict(list)
    for old, keys in lock.entities.items():
        for key in keys:
            known[key].append(old)
    pairs: list[Overlap] = []
    for index, entity in enumerate(found):
        shared = Counter(old for key in _keys(entity) for old in known.get(key, ()))
        pairs += [(-count, old != entity.id, old, index) for old, count in shared.items()]
    before: dict[int, str] = {}
    used: set[str] = set()
    for _, _, old, index in sorted(pairs):
        if index not in before and old not in used:
            before[index] = old
            used.add(old)
    return before


def _keys(entity: Identified) -> set[str]:
    """What an entity is known by: its names and numbers, each in its scope; a bare title under its superior."""
    return {key for local in entity.locals for key in _known_by(entity.kind, local)}


def _known_by(kind: str, local: Local) -> Iterator[str]:
    scope = local.scope.name
    yield from (f"{kind}, {scope}, number {number}" for number in local.numbers)
    above = min(local.superior.keys, default="") if local.bare and local.superior else ""
    for key in local.keys:
        yield f"{kind}, {scope}, {key}" + (f", under {above}" if above else "")


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    chosen = wanted
    while chosen in taken:
        chosen, number = f"{wanted}-{number}", number + 1
    return chosen
