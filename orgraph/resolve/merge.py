"""Who is who across documents: Locals of one scope and one canonical name become one, if nothing speaks against it.

Only a single candidate is accepted. A bare title ("Manager") needs the same superior as well; two
position numbers are two posts; two items of one list are never one post.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from orgraph.resolve.local import Local

Block = tuple[str, ...]
_SEVERAL = "the title fits several positions"
_RANK_ONLY = "the title names a rank and no field"


class Open(NamedTuple):
    """A Local that was left alone, why, and the Locals that it could have been."""

    local: Local
    reason: str
    candidates: tuple[Local, ...]


def merge(locals_: Sequence[Local]) -> tuple[list[list[Local]], tuple[Open, ...]]:
    """Groups of Locals that are one entity, and the Locals that fit several."""
    groups = _Groups(locals_)
    blocks: dict[Block, list[Local]] = defaultdict(list)
    for local in locals_:
        for block in _blocks(local):
            blocks[block].append(local)
    for block in sorted(blocks):
        groups.unite(blocks[block])
    return groups.sorted(), (*groups.undecided(), *_ambiguous(groups, locals_))


def _blocks(local: Local) -> Iterator[Block]:
    """What a Local must share with another to be considered the same."""
    scope = local.scope.name
    for number in local.numbers:
        yield ("number", scope, number)
    for key in local.keys:
        for number in local.numbers:
            yield ("number and title", number, key)
        if local.kind == "unit":
            yield ("unit", local.scope.of_unit(key), key)
        elif not local.bare:
            yield ("position", scope, key)
        elif local.superior is not None:
            yield ("position", scope, key, "under", min(local.superior.keys, default=""))
        else:
            yield ("position", scope, key, "over", local.scope.unit)


class _Group:
    """Locals that are one entity, with what excludes another: their documents and their position numbers."""

    def __init__(self, local: Local) -> None:
        self.locals = [local]
        self.documents = {local.apart}
        self.numbers = set(local.numbers)
        self.is_unit = local.kind == "unit"

    def take(self, other: _Group) -> None:
        """Take all that another group has."""
        self.locals += other.locals
        self.documents |= other.documents
        self.numbers |= other.numbers

    def may_be(self, other: _Group) -> bool:
        """Whether two groups may be one entity: two posts listed apart in one document are two."""
        if not self.is_unit and not self.documents.isdisjoint(other.documents):
            return False
        return not self.numbers or not other.numbers or not self.numbers.isdisjoint(other.numbers)


class _Groups:
    """Union-find over Locals, with what must not be united."""

    def __init__(self, locals_: Sequence[Local]) -> None:
        self.group = {local: _Group(local) for local in locals_}
        self.fitting: dict[Local, list[_Group]] = {}

    def unite(self, block: list[Local]) -> None:
        """Unite the Locals of a block; where two of them exclude each other, none that fits both."""
        distinct = _Distinct()
        for local in sorted(block, key=_strength):
            own = self.group[local]
            if own in distinct.groups:
                continue
            fits = distinct.fitting(own)
            if len(fits) == 1:
                self._join(fits[0], own)
                distinct.grew(fits[0], own)
            else:
                distinct.add(own)
                if fits:
                    self.fitting[local] = fits

    def undecided(self) -> Iterator[Open]:
        """The mentions that fit several groups, and stayed alone for it."""
        for local, fits in self.fitting.items():
            if len(self.group[local].locals) == 1 and not local.is_subject and not local.is_row:
                yield Open(local, _SEVERAL, tuple(group.locals[0] for group in fits))

    def _join(self, one: _Group, other: _Group) -> None:
        one.take(other)
        for local in other.locals:
            self.group[local] = one

    def sorted(self) -> list[list[Local]]:
        """Every group once, its Locals and the groups in an order that only content decides."""
        groups = dict.fromkeys(self.group.values())
        ordered = [sorted(group.locals, key=lambda local: (local.document, local.place)) for group in groups]
        return sorted(ordered, key=lambda locals_: (locals_[0].document, locals_[0].place, locals_[0].names))


class _Distinct:
    """The groups of a block that exclude one another, found by number without comparing them all."""

    def __init__(self) -> None:
        self.groups: dict[_Group, None] = {}
        self.numbered: dict[str, dict[_Group, None]] = defaultdict(dict)
        self.plain: dict[_Group, None] = {}
        self.holding: Counter[str] = Counter()

    def add(self, group: _Group) -> None:
        """A group that fits none of the others, or several."""
        self.groups[group] = None
        self.grew(group, group)

    def grew(self, group: _Group, by: _Group) -> None:
        """A group has taken another: it is known under more documents and numbers."""
        self.holding.update(by.documents)
        for number in by.numbers:
            self.numbered[number][group] = None
        if group.numbers:
            self.plain.pop(group, None)
        else:
            self.plain[group] = None

    def fitting(self, own: _Group) -> list[_Group]:
        """The groups that may be the same entity; two are as good as many, both mean none."""
        if not own.is_unit and any(self.holding[document] == len(self.groups) for document in own.documents):
            return []
        with_number = [group for number in sorted(own.numbers) for group in self.numbered[number]]
        candidates = chain(with_number, self.plain) if own.numbers else iter(self.groups)
        fits = (group for group in candidates if group.may_be(own))
        return list(islice(dict.fromkeys(islice(fits, 2)), 2))


def _strength(local: Local) -> tuple[object, ...]:
    """Described positions first, then by content, so that the order of sources does not matter."""
    return (not local.is_subject, not local.numbers, local.document, local.place)


def _ambiguous(groups: _Groups, locals_: Iterable[Local]) -> Iterator[Open]:
    """Bare superiors that stayed alone though posts of that rank are known in the scope."""
    ranks: dict[tuple[str, str], dict[_Group, None]] = defaultdict(dict)
    for local in locals_:
        if local.kind == "position" and not local.bare:
            for key in local.keys:
                words = key.split()
                for length in range(1, min(4, len(words))):
                    ranks[local.scope.name, " ".join(words[:length])][groups.group[local]] = None
    for local in locals_:
        if _stands_alone(local) and len(groups.group[local].locals) == 1:
            fits = {group: None for key in local.keys for group in ranks.get((local.scope.name, key), ())}
            if fits:
                reason = _SEVERAL if len(fits) > 1 else _RANK_ONLY
                yield Open(local, reason, tuple(group.locals[0] for group in fits))


def _stands_alone(local: Local) -> bool:
    return (
        local.kind == "position" and local.bare and not local.is_subject and not local.is_row and local.superior is None
    )
