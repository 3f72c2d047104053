"""Groups of Locals that are one entity, what excludes a Local from one, and the groups that exclude one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Final

from orgraph.resolve.bilingual import share_a_word, translate
from orgraph.resolve.local import Local
from orgraph.titles import may_be_one, repeats, stem

_NONE: Final[frozenset[str]] = frozenset()
_NO_SIDES: Final[frozenset[tuple[int, int]]] = frozenset()
_MOST_COMPARED: Final = 64  # groups of one name that exclude one another; beyond them a name says nothing


class Group:
    """Locals that are one entity, with what excludes another: documents, numbers, departments, decisions."""

    __slots__ = (
        "departments",
        "described_by_rank",
        "documents",
        "is_unit",
        "kinds",
        "locals",
        "numbers",
        "repeats",
        "sides",
    )

    def __init__(self, local: Local, department: str) -> None:
        scope = local.scope
        self.locals = [local]
        self.documents = _only(local.apart)
        self.numbers = local.numbers
        self.departments = _only(department) if department else _NONE
        self.kinds = frozenset(pair for pair in ((scope.name, scope.kind), *map(stem, local.names)) if pair[1])
        self.sides: frozenset[tuple[int, int]] = _NO_SIDES
        self.is_unit = local.kind == "unit"
        self.described_by_rank = local.is_subject and local.bare
        self.repeats = not self.is_unit and all(map(repeats, local.names))

    def first(self) -> tuple[str, int, list[str]]:
        """Where its first Local stands: an order that only content decides."""
        return min((local.document, local.place, local.names) for local in self.locals)

    def take(self, other: Group) -> None:
        """Take all that another group has."""
        self.locals += other.locals
        self.documents |= other.documents
        self.numbers |= other.numbers
        self.departments |= other.departments
        self.kinds |= other.kinds
        self.sides |= other.sides
        self.described_by_rank |= other.described_by_rank
        self.repeats &= other.repeats

    def may_be(self, other: Group) -> bool:
        """Whether two groups may be one entity: two posts listed apart in one document are two."""
        apart = self.departments and other.departments and self.departments.isdisjoint(other.departments)
        return not apart and not self._excludes(other) and self._one_kind(other)

    def may_join(self, other: Group) -> bool:
        """Whether two groups have nothing that makes them two: a text that names both, two numbers, a decision."""
        return self is not other and not self._excludes(other)

    def translates(self, other: Group) -> bool:
        """Whether two groups of one number are one entity, named in two languages, its department too."""
        pairs = [(one, theirs) for one in self.departments for theirs in other.departments]
        titles = [[name for local in group.locals for name in local.names] for group in (self, other)]
        return not self._excludes(other) and translate(*titles) and all(share_a_word(*pair) for pair in pairs)

    def is_under_another(self, other: Group) -> bool:
        """Whether two groups of a title that repeats have superiors of different names: then they are two posts."""
        if not (self.repeats and other.repeats) or not self.numbers.isdisjoint(other.numbers):
            return False
        mine, theirs = (
            [n for local in g.locals if local.superior for n in local.superior.names] for g in (self, other)
        )
        pairs = islice(product(dict.fromkeys(mine), dict.fromkeys(theirs)), _MOST_COMPARED)
        return bool(mine and theirs) and not any(may_be_one(a, b) for a, b in pairs)

    def _excludes(self, other: Group) -> bool:
        """Whether a text names both, two numbers, two descriptions or a decision make them two."""
        if not self.is_unit and not self.documents.isdisjoint(other.documents):
            return True
        shared = not self.numbers.isdisjoint(other.numbers)
        if not shared and ((self.numbers and other.numbers) or (self.described_by_rank and other.described_by_rank)):
            return True
        return any((number, 1 - side) in other.sides for number, side in self.sides)

    def _one_kind(self, other: Group) -> bool:
        """Scopes or fields of one name are two when each says another kind: Policy Branch and Policy Division."""
        return all(
            name != theirs or kind == other_kind for name, kind in self.kinds for theirs, other_kind in other.kinds
        )


@lru_cache(maxsize=4096)
def _only(text: str) -> frozenset[str]:
    """One set for all that have nothing else: a set for each group would be most of its weight."""
    return frozenset((text,))


class Distinct:
    """The groups of a block that exclude one another, found by department and number without comparing them all.

    `below`: all of them have the same superior.
    """

    def __init__(self, *, below: bool = False) -> None:
        self.below = below
        self.groups: dict[Group, None] = {}
        self.inside: dict[str, dict[Group, None]] = defaultdict(dict)  # by department, "" for none
        self.numbered: dict[tuple[str, str], dict[Group, None]] = defaultdict(dict)  # and number, "" for none
        self.holding: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        """A group that fits none of the others, or several."""
        self.groups[group] = None
        self.grew(group, group)

    def grew(self, group: Group, by: Group) -> None:
        """A group has taken another: it is known under more documents, departments and numbers."""
        self.holding.update(by.documents)
        for department in ("", *group.departments):
            for number in ("", *group.numbers):
                self.numbered[department, number].pop(group, None)
            self.inside[department].pop(group, None)
        for department in group.departments or ("",):
            self.inside[department][group] = None
            for number in group.numbers or ("",):
                self.numbered[department, number][group] = None

    def fitting(self, own: Group) -> list[Group]:
        """The groups that may be the same entity; two are as good as many, both mean none."""
        if not own.is_unit and any(self.holding[document] == len(self.groups) for document in own.documents):
            return []
        near = (group for group in islice(self._near(own), _MOST_COMPARED) if group.may_be(own))
        fits = (group for group in near if self.below or not group.is_under_another(own))
        return list(islice(dict.fromkeys(islice(fits, 2)), 2))

    def _near(self, own: Group) -> Iterator[Group]:
        """The groups of its department or of none, with its numbers or without any; all for one that has neither."""
        if not own.departments:
            yield from self.groups
            return
        for department in (*sorted(own.departments), ""):
            if not own.numbers:
                yield from self.inside.get(department, ())
            for number in (*sorted(own.numbers), "") if own.numbers else ():
                yield from self.numbered.get((department, number), ())
