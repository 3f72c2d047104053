"""Who is who across documents: Locals of one scope and one canonical name become one, if nothing speaks against it.

Only a single candidate is accepted. A bare title ("Manager") needs the same superior as well; two
position numbers are two posts; two items of one list are never one post.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from orgraph.model import Unresolved
from orgraph.resolve.local import Local, all_numbers

Block = tuple[str, ...]


def merge(locals_: Sequence[Local]) -> tuple[list[list[Local]], tuple[Unresolved, ...]]:
    """Groups of Locals that are one entity, and the mentions that fit several."""
    groups = _Groups(locals_)
    blocks: dict[Block, list[Local]] = defaultdict(list)
    for local in locals_:
        for block in _blocks(local):
            blocks[block].append(local)
    for block in sorted(blocks):
        groups.unite(blocks[block])
    unresolved = sorted(_ambiguous(groups, locals_), key=lambda u: (u.document, u.mention.start, u.mention.text))
    return groups.sorted(), tuple(unresolved)


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


class _Groups:
    """Union-find over Locals, with what must not be united."""

    def __init__(self, locals_: Sequence[Local]) -> None:
        self.group = {local: [local] for local in locals_}

    def unite(self, block: list[Local]) -> None:
        """Unite the Locals of a block; where two of them exclude each other, none that fits both."""
        distinct: list[list[Local]] = []
        for local in sorted(block, key=_strength):
            own = self.group[local]
            fits = [group for group in distinct if group is own or _compatible(group, own)]
            if len(fits) == 1:
                self._join(fits[0], own)
            elif not any(group is own for group in distinct):
                distinct.append(own)

    def _join(self, one: list[Local], other: list[Local]) -> None:
        if one is not other:
            one.extend(other)
            for local in other:
                self.group[local] = one

    def sorted(self) -> list[list[Local]]:
        """Every group once, its Locals and the groups in an order that only content decides."""
        groups = {id(group): group for group in self.group.values()}
        ordered = [sorted(group, key=lambda local: (local.document, local.place)) for group in groups.values()]
        return sorted(ordered, key=lambda group: (group[0].document, group[0].place, group[0].names))


def _strength(local: Local) -> tuple[object, ...]:
    """Described positions first, then by content, so that the order of sources does not matter."""
    return (not local.is_subject, not local.numbers, local.document, local.place)


def _compatible(one: list[Local], other: list[Local]) -> bool:
    """Whether two groups may be one entity."""
    if {local.document for local in one} & {local.document for local in other}:
        return all(_may_share(a, b) for a in one for b in other if a.document == b.document)
    numbers, others = all_numbers(one), all_numbers(other)
    return not numbers or not others or bool(numbers & others)


def _may_share(a: Local, b: Local) -> bool:
    """Within one document: a unit is one by its name; two posts listed apart are two."""
    return a.kind == "unit" and b.kind == "unit"


def _ambiguous(groups: _Groups, locals_: Iterable[Local]) -> Iterator[Unresolved]:
    """Bare superiors that stayed alone though posts of that rank are known in the scope."""
    ranks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for local in locals_:
        if local.kind == "position" and not local.bare:
            for key in local.keys:
                words = key.split()
                for length in range(1, min(4, len(words))):
                    ranks[local.scope.name, " ".join(words[:length])].add(local.names[0])
    for local in locals_:
        if (
            local.kind == "position"
            and local.bare
            and len(groups.group[local]) == 1
            and not local.is_subject
            and local.superior is None
        ):
            candidates = {name for key in local.keys for name in ranks.get((local.scope.name, key), ())}
            if candidates:
                reason = (
                    "the title fits several positions" if len(candidates) > 1 else "the title names a rank and no field"
                )
                yield Unresolved(
                    document=local.document,
                    mention=local.mentions[0],
                    reason=reason,
                    candidates=tuple(sorted(candidates)),
                )
