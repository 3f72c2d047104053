"""Who is who among the rows of tables: a reference names one post, and only inside one return.

Rows are told apart by the table itself: two rows are two posts, whatever they are called, unless they carry
one reference and differ in nothing but who holds the post and for how much of it (a job share).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from msgspec.structs import replace

from orgraph.model import BoundClaim, Claim, Document, Mention, Quantity, Rank, Text
from orgraph.resolve.local import Local
from orgraph.resolve.scope import Scope
from orgraph.terms import GONE
from orgraph.titles import canonical

Extracted = tuple[Document, Sequence[Claim]]
Key = tuple[str, Mention]
_HOLDER: Final = frozenset(("incumbent", "post_status"))  # what the sharers of one post may have for themselves
_SIDE = re.compile(r"(?i)(?:senior|junior)s?")
_ENOUGH: Final = 0.5  # share of references that another table must know to be the other half of a return


class Rows(NamedTuple):
    """The Locals of all tables, the Local of each mention, and the references that no row carries."""

    locals: list[Local]
    of: dict[Key, Local]
    unknown: list[tuple[Local, tuple[Local, ...]]]


def rows(tables: Sequence[Extracted]) -> Rows:
    """The posts and units of all tables. Linear in their claims."""
    read = {document.id: _Table(document, claims) for document, claims in tables}
    partners = _partners(list(read.values()))
    found = Rows([], {}, [])
    for table in read.values():
        found.locals.extend(table.locals)
        found.of.update({(table.document.id, mention): local for mention, local in table.of.items()})
    for table in read.values():
        _bind(table, read[partners.get(table.document.id, table.document.id)], found)
    return found


class _Table:
    """One table: its posts by reference, its units by path, and what its rows name elsewhere."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self.document = document
        self.claims = claims
        self.of: dict[Mention, Local] = {}
        self.locals: list[Local] = []
        self.by_reference: dict[str, Local] = {}
        self._plain: dict[str, Local] | None = None
        self.home = Scope(canonical(_organization(claims)), canonical(""))
        posts: dict[Mention, list[Claim]] = {}
        for claim in claims:
            if claim.subject.kind == "position":
                posts.setdefault(claim.subject, []).append(claim)
            else:
                self._unit(claim)
        self._posts(posts)

    @property
    def named(self) -> set[str]:
        """The references that lines lead to."""
        return {mention.reference for _, mention in lines(self.claims) if mention.reference}

    @property
    def by_plain_reference(self) -> dict[str, Local]:
        """The posts by their references in small letters and without leading zeros; made when first asked for."""
        if self._plain is None:
            self._plain = {}
            for reference, local in self.by_reference.items():
                self._plain.setdefault(plain(reference), local)
        return self._plain

    def _unit(self, claim: Claim) -> None:
        if claim.subject not in self.of:
            above = (claim.subject.reference or "").rpartition(" > ")[0]
            scope = Scope(canonical(above), canonical(""))
            self._add(Local(self.document.id, "unit", scope, len(self.locals)), claim.subject)
        if isinstance(claim.value, Text):
            self.of[claim.subject].names.append(claim.value.text)

    def _posts(self, posts: dict[Mention, list[Claim]]) -> None:
        shared: dict[tuple[str, bool, frozenset[object]], Local] = {}
        numbers = {mention: _texts(said, "position_number") for mention, said in posts.items()}
        gone = {mention for mention, said in posts.items() if is_gone(said)}
        seats = {mention: next(iter(numbers[mention]), "") or mention.reference or "" for mention in posts}
        times = Counter(seats.values())
        for mention, said in posts.items():
            seat, local = seats[mention], None
            if seat and times[seat] > 1:
                key = (seat, mention in gone, _lasting(said))  # what is no more shares nothing
                local = shared.get(key) or shared.setdefault(key, self._post(mention, numbers[mention]))
            local = local or self._post(mention, numbers[mention])
            local.mentions.append(mention)
            self.of[mention] = local
        # A reference leads to its first row; one that is eliminated gives way to one that is not.
        for mention in sorted(posts, key=gone.__contains__) if gone else posts:
            if mention.reference:
                self.by_reference.setdefault(mention.reference, self.of[mention])

    def _post(self, mention: Mention, numbers: Sequence[str]) -> Local:
        local = Local(self.document.id, "position", self.home, mention.start, is_row=True)
        local.names.append(mention.text)
        local.numbers = frozenset(numbers)
        self.locals.append(local)
        return local

    def _add(self, local: Local, mention: Mention) -> None:
        local.mentions.append(mention)
        self.locals.append(local)
        self.of[mention] = local


def lines(claims: Sequence[Claim]) -> Iterator[tuple[Mention, Mention]]:
    """Each line of rows: whose it is, and the reference it leads to."""
    for claim in claims:
        if isinstance(claim.value, Mention) and claim.value.kind == "position":
            yield claim.subject, claim.value


def _bind(table: _Table, partner: _Table, found: Rows) -> None:
    """Give each reference that lines lead to its post; one that no row carries is a post known by nothing else."""
    strangers: dict[str, Local] = {}
    for subject, superior in lines(table.claims):
        reference = superior.reference or superior.text
        local = table.by_reference.get(reference) or partner.by_reference.get(reference) or strangers.get(reference)
        if local is None:
            local = Local(table.document.id, "position", table.home, -1, is_row=True)
            local.names.append(superior.text)
            local.mentions.append(superior)
            strangers[reference] = local
            found.locals.append(local)
            found.unknown.append((local, _alike(reference, table, partner)))
        found.of[table.document.id, superior] = local
        if table.of[subject] is not local:
            table.of[subject].superior = table.of[subject].superior or local


def led_anew(claims: Iterable[BoundClaim], ranks: Mapping[str, Rank]) -> Iterator[BoundClaim]:
    """The claims; a line by a reference that a decision took from its row leads to the next row that carries it."""
    known = list(claims)
    numbers = [bound for bound in known if _is_reference(bound)]
    carriers: dict[tuple[str, str], list[BoundClaim]] = defaultdict(list)
    for bound in numbers:
        carriers[bound.claim.document, bound.claim.subject.reference or ""].append(bound)
    new: dict[tuple[str, str], str] = {}
    for (_, reference), found in carriers.items():
        left = [bound.subject for bound in found if ranks.get(bound.claim.id) != "deprecated"]
        new.update({(bound.subject, reference): left[0] for bound in found if left and bound.subject not in left})
    for bound in known:
        value = bound.claim.value
        named = value.reference if isinstance(value, Mention) else None
        object_ = new.get((bound.object, named)) if bound.object and named else None
        yield replace(bound, object=object_) if object_ else bound


def _is_reference(bound: BoundClaim) -> bool:
    value = bound.claim.value
    if bound.claim.predicate != "position_number" or not isinstance(value, Text):
        return False
    return value.text == bound.claim.subject.reference


def _alike(reference: str, *tables: _Table) -> tuple[Local, ...]:
    """The posts whose reference differs by letter case, by spaces or by leading zeros only."""
    near = (table.by_plain_reference.get(plain(reference)) for table in tables)
    return tuple(dict.fromkeys(local for local in near if local is not None))


def plain(reference: str) -> str:
    """A reference without what conversions and hands change: letter case, spaces and leading zeros.

    >>> plain("DfE-3024") == plain("DFE-3024"), plain("00005654") == plain("5654"), plain("HO 12") == plain("HO12")
    (True, True, True)
    """
    return "".join(reference.casefold().split()).lstrip("0")


def is_gone(said: Sequence[Claim]) -> bool:
    """Whether a row says that its post is no more."""
    return not GONE.isdisjoint(_texts(said, "post_status"))


def _lasting(said: Sequence[Claim]) -> frozenset[object]:
    """What the rows of one shared post must agree on: all but the holder, their share and their pay."""
    return frozenset((claim.predicate, claim.value) for claim in said if not _is_holders(claim))


def _is_holders(claim: Claim) -> bool:
    seat = isinstance(claim.value, Quantity) and claim.value.scope == "seat" and claim.predicate != "seats"
    return claim.predicate in _HOLDER or seat


def _texts(said: Sequence[Claim], predicate: str) -> list[str]:
    return [c.value.text for c in said if c.predicate == predicate and isinstance(c.value, Text)]


def _organization(claims: Sequence[Claim]) -> str:
    """The unit that a table is about: the one name that no other contains, else the one right below it."""
    names = {c.subject: c.value.text for c in claims if c.predicate == "unit_name" and isinstance(c.value, Text)}
    inner: dict[Mention, list[Mention]] = defaultdict(list)
    outermost = dict.fromkeys(names)
    for claim in claims:
        if claim.predicate == "part_of" and isinstance(claim.value, Mention):
            outermost.pop(claim.subject, None)
            inner[claim.value].append(claim.subject)
    while len(outermost) == 1:
        [top] = outermost
        if len(inner[top]) != 1:
            return names.get(top, top.text)
        outermost = dict.fromkeys(inner[top])
    return ""


def _partners(tables: Sequence[_Table]) -> dict[str, str]:
    """For each table without references of its own, the table of the same return that has them."""
    seniors = [table for table in tables if table.by_reference]
    by_stem: dict[str, list[_Table]] = defaultdict(list)
    for table in seniors:
        by_stem[_stem(table.document.source)].append(table)
    found: dict[str, str] = {}
    for table in tables:
        if not table.by_reference:
            same = by_stem[_stem(table.document.source)]
            fits = same if len(same) == 1 else _knowing(table.named, seniors)
            if len(fits) == 1:
                found[table.document.id] = fits[0].document.id
    return found


def _knowing(named: set[str], tables: Sequence[_Table]) -> list[_Table]:
    """The tables that know at least half of the references, the best alone if one is; if none, in any spelling."""
    exact = _best([(_share(named, table.by_reference), table) for table in tables])
    spelled = set(map(plain, named))
    return exact or _best([(_share(spelled, table.by_plain_reference), table) for table in tables])


def _share(named: set[str], known: Mapping[str, Local]) -> float:
    return len(named & known.keys()) / max(1, len(named))


def _best(shares: Sequence[tuple[float, _Table]]) -> list[_Table]:
    best = max((share for share, _ in shares), default=0.0)
    return [table for share, table in shares if share == best >= _ENOUGH]


def _stem(source: str) -> str:
    """The name of a file without the word that says which half of a return it is.

    >>> _stem("returns/acas-2013-senior.csv") == _stem("returns/acas-2013-junior.csv")
    True
    """
    path = PurePosixPath(source)
    return f"{path.parent}/{_SIDE.sub('', path.stem)}".casefold()
