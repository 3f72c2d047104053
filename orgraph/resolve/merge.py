"""Who is who across documents: Locals of one scope and one canonical name become one, if nothing speaks against it.

Only a single candidate is accepted. A bare title ("Manager") needs the same superior as well; two
position numbers are two posts; two items of one list are never one post. Once superiors are settled,
one title under one superior is one post, whatever each document calls the scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice, product
from typing import Final, NamedTuple

from orgraph.resolve.bilingual import ranked
from orgraph.resolve.group import Distinct, Group
from orgraph.resolve.home import give_homes
from orgraph.resolve.local import Local
from orgraph.resolve.scope import Home
from orgraph.resolve.translated import Title, told, translations
from orgraph.titles import TOP_KINDS, canonical, core, headed, rank, stem

Block = tuple[str, ...]
_MOST_PAIRS: Final = 64  # of titles in two languages with one number; what has more is no number of a post
_SEVERAL = "the title fits several positions"
_RANK_ONLY = "the title names a rank and no field"


class Open(NamedTuple):
    """A Local that was left alone, why, and the Locals that it could have been."""

    local: Local
    reason: str
    candidates: tuple[Local, ...]


class Decided(NamedTuple):
    """What people decided: each `same` is one entity, and no Local of the first part of an `apart` is of the other."""

    same: Sequence[Sequence[Local]] = ()
    apart: Sequence[tuple[Sequence[Local], Sequence[Local]]] = ()


def merge(locals_: Sequence[Local], decided: Decided = Decided()) -> tuple[list[list[Local]], tuple[Open, ...]]:  # noqa: B008
    """Groups of Locals that are one entity, and the Locals that fit several."""
    others = [local for local in locals_ if not local.is_row]
    if len(others) < len(locals_) and not any(decided) and all(local.kind == "unit" for local in others):
        return _beside_rows(others, [local for local in locals_ if local.is_row])
    groups = _Groups(locals_)
    groups.decide(decided)
    blocks: dict[Block, list[Local]] = defaultdict(list)
    scopes = {local.home for local in locals_}
    for local in locals_:
        for block in (*_blocks(local, local.home), *_of_heads(local, scopes)):
            blocks[block].append(local)
    for block in sorted(blocks):
        groups.unite(blocks[block])
    groups.unite_languages(locals_)
    groups.unite_below()
    return groups.sorted(), (*groups.undecided(), *_ambiguous(groups, locals_))


def _beside_rows(units: Sequence[Local], rows: Sequence[Local]) -> tuple[list[list[Local]], tuple[Open, ...]]:
    """Rows of tables are never united with one another: where nothing else names a post, only units are compared."""
    give_homes(rows)
    groups, left_open = merge(units)
    return sorted([*groups, *([row] for row in rows)], key=_first), left_open


def _blocks(local: Local, home: Home) -> Iterator[Block]:
    """What a Local must share with another to be considered the same."""
    scope = local.scope
    for number in local.numbers:
        yield ("number", *home, number)
    for acronym in local.acronyms:
        yield ("acronym", *home, acronym)
    for key in local.keys:
        for number in local.numbers:
            yield ("number and title", number, key)
        if local.kind == "unit":
            yield _unit(local, home, key)
        elif not local.bare:
            yield ("position", *home, key)
        elif local.superior is None and scope.unit:
            yield ("position", *home, key, "over", scope.unit)
        if local.is_subject and local.bare and scope.unit:
            yield ("position", *home, f"{key} {core(scope.unit)[0]}")  # what others call the head of the unit


def _of_heads(local: Local, scopes: Set[Home]) -> Iterator[Block]:
    """Heads are one in the whole of what they head, whichever part names them.

    The head of the whole has none of its rank beside it; that of a branch, by its kind or as texts of it show,
    none of its title.
    """
    home = local.home
    if local.is_head:
        whole = home.department or canonical(local.scope.whole)
        yield from (("head of the whole", whole, rank(name)) for name in local.names)
    for name in local.names if home.department and local.kind == "position" else ():
        unit, kind = headed(name)
        if unit and (kind in TOP_KINDS or Home(home.department, unit) in scopes):
            yield ("head of", home.department, stem(name)[0])


def _with_units(reports: Iterable[Local]) -> Iterator[tuple[Local, Block]]:
    """A described post by the words of its title and its unit, and who is called by these words in another order.

    A chief information officer in the branch for lamps is the "Chief, Lamps and Information Officer" of others.
    """
    known = [local for local in reports if local.kind == "position"]
    units = [(local, core(local.scope.unit)[0]) for local in known if local.is_subject and local.scope.unit]
    described = [(local, _words(f"{name} {unit}")) for local, unit in units for name in map(canonical, local.names)]
    wanted = {words for _, words in described}
    yield from described
    for local in known if wanted else ():
        yield from ((local, words) for words in {_words(key) for key in local.keys} if words in wanted)


def _words(key: str) -> Block:
    """The first word of a canonical title, which tells the rank, and all words sorted."""
    return (key.partition(" ")[0], *sorted(set(key.split())))


def _unit(local: Local, home: Home, key: str) -> Block:
    """A unit is unique in its scope, the scope in its department, a department everywhere."""
    scope = local.scope
    if scope.department and key == canonical(scope.department):
        return ("department", home.department)
    if scope.is_(key):
        return ("unit", home.department, scope.name)
    return ("unit", home.department, scope.of_unit(key), key)


class _Groups:
    """Union-find over Locals, with what must not be united."""

    def __init__(self, locals_: Sequence[Local]) -> None:
        give_homes(locals_)
        self.group = {local: Group(local, local.home.department) for local in locals_}
        self.fitting: dict[Local, list[Group]] = {}
        self.below: dict[Local, list[Local]] = defaultdict(list)
        self.grown: dict[Group, None] = {}
        for local in locals_:
            if local.superior is not None:
                self.below[local.superior].append(local)

    def decide(self, decided: Decided) -> None:
        """Part what people hold apart, then unite what they hold to be one, whatever the rules would say."""
        for number, sides in enumerate(decided.apart):
            for side, members in enumerate(sides):
                for local in members:
                    self.group[local].sides |= {(number, side)}
        for members in decided.same:
            for local in members[1:]:
                if self.group[local] is not self.group[members[0]]:
                    self._join(self.group[members[0]], self.group[local])

    def unite(self, block: list[Local], *, below: bool = False) -> None:
        """Unite the Locals of a block; where two of them exclude each other, none that fits both."""
        if len(block) < 2:
            return
        distinct = Distinct(below=below)
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

    def unite_languages(self, locals_: Iterable[Local]) -> None:
        """Unite a French and an English title of one number and rank, where only one pair can be meant."""
        blocks: dict[Block, dict[str, dict[Group, None]]] = defaultdict(lambda: {"en": {}, "fr": {}})
        for local in locals_:
            for number in local.numbers:
                for title in filter(None, map(ranked, local.names)):
                    blocks[number, title.rank][title.language][self.group[local]] = None
        for _, found in sorted(blocks.items()):
            english, french = ({self.group[group.locals[0]]: None for group in found[side]} for side in ("en", "fr"))
            pairs = [pair for pair in islice(product(english, french), _MOST_PAIRS) if pair[0].translates(pair[1])]
            if len(pairs) == 1 and pairs[0][0] is not pairs[0][1]:
                self._join(*pairs[0])

    def unite_below(self) -> None:
        """Unite what has one title under one superior; whose superiors became one is looked at again."""
        wanted = list(dict.fromkeys(self.group[superior] for superior in self.below))
        while wanted:
            self.grown = {}
            for group in sorted(wanted, key=Group.first):
                blocks: dict[Block, list[Local]] = defaultdict(list)
                for superior in group.locals:
                    for local in self.below.get(superior, ()):
                        for key in ({stem(name)[0] for name in local.names} | local.also) - {""}:
                            blocks[local.kind, key].append(local)
                for local, words in _with_units(local for s in group.locals for local in self.below.get(s, ())):
                    blocks["position", *words].append(local)
                for block in sorted(blocks):
                    self.unite(blocks[block], below=True)
                self._unite_translated(group)
            wanted = [group for group in self.grown if self.group[group.locals[0]] is group]

    def _unite_translated(self, superior: Group) -> None:
        """Unite the French and the English title of one post among what reports to one superior."""
        found: dict[bool, dict[Group, Title]] = {True: {}, False: {}}
        if len({local.language for local in superior.locals}) < 2:
            return
        for local in (local for above in superior.locals for local in self.below.get(above, ())):
            if local.kind == "position" and (title := told(local.names, local.language)):
                found[title.french].setdefault(self.group[local], title)
        pairs = translations(list(found[True].items()), list(found[False].items()))
        for french, english in [pair for pair in pairs if pair[0].may_join(pair[1])]:
            self._join(english, french)

    def undecided(self) -> Iterator[Open]:
        """The mentions that fit several groups, and stayed alone for it."""
        for local, fits in self.fitting.items():
            if len(self.group[local].locals) == 1 and not local.is_subject and not local.is_row:
                yield Open(local, _SEVERAL, tuple(group.locals[0] for group in fits))

    def _join(self, one: Group, other: Group) -> None:
        one.take(other)
        self.grown[one] = None
        for local in other.locals:
            self.group[local] = one

    def sorted(self) -> list[list[Local]]:
        """Every group once, its Locals and the groups in an order that only content decides."""
        groups = dict.fromkeys(self.group.values())
        ordered = [sorted(group.locals, key=lambda local: (local.document, local.place)) for group in groups]
        return sorted(ordered, key=_first)


def _first(group: Sequence[Local]) -> tuple[str, int, list[str]]:
    """Where the first Local of a group stands."""
    return group[0].document, group[0].place, group[0].names


def _strength(local: Local) -> tuple[object, ...]:
    """What says most first, a name without a superior last; then by content, so that no order of sources matters."""
    return (not local.is_subject, not local.numbers, local.superior is None, local.document, local.place)


def _ambiguous(groups: _Groups, locals_: Iterable[Local]) -> Iterator[Open]:
    """Bare superiors that stayed alone though posts of that rank are known in the scope."""
    alone = [local for local in locals_ if _stands_alone(local) and len(groups.group[local].locals) == 1]
    wanted = {(local.scope.name, key) for local in alone for key in local.keys}
    ranks: dict[tuple[str, str], dict[Group, None]] = defaultdict(dict)
    for local in locals_ if wanted else ():
        if local.kind == "position" and not local.bare:
            for key in map(rank, local.names):
                if (local.scope.name, key) in wanted:
                    ranks[local.scope.name, key][groups.group[local]] = None
    for local in alone:
        fits = {group: None for key in local.keys for group in ranks.get((local.scope.name, key), ())}
        if fits:
            reason = _SEVERAL if len(fits) > 1 else _RANK_ONLY
            yield Open(local, reason, tuple(group.locals[0] for group in fits))


def _stands_alone(local: Local) -> bool:
    return (
        local.kind == "position" and local.bare and not local.is_subject and not local.is_row and local.superior is None
    )
