"""The account of a position in one document: its stated staff, and the staff of those who report to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.check._basis import Basis, basis
from orgraph.check._claims import ByDocument, by_document, ranges, scoped
from orgraph.check._facts import Facts
from orgraph.interval import Interval, interval, point, written
from orgraph.model import BoundClaim, Measure, Quantity

MEASURES: Final[tuple[Measure, ...]] = ("fte", "headcount", "person_years")
_LEADERS: Final = ("manager", "lead", "head", "chief", "supervisor", "chef", "gestionnaire")
MEASURED: Final = {"fte": "FTE", "headcount": "heads", "person_years": "person-years"}  # as a message calls them


class Operand(NamedTuple):
    """One figure of the sum; `heads` is how many seats stand over it, None when that is not known."""

    name: str
    bound: BoundClaim
    figure: Quantity
    heads: Interval | None

    @property
    def range(self) -> Interval:
        """The figure as a range."""
        return interval(self.figure)

    @property
    def planned(self) -> bool:
        """Whether the figure is of staff that is planned."""
        return self.figure.status == "planned"

    @property
    def vacant(self) -> bool:
        """Whether the figure is of posts that nobody holds."""
        return self.figure.status == "vacant"

    @property
    def by_place(self) -> bool:
        """Whether the ends of the figure belong to different places, so that no sum can hold it."""
        return bool(self.figure.low_place or self.figure.high_place)

    def __str__(self) -> str:
        """The figure as a sum writes it."""
        about = "about " if self.figure.approximate else ""
        return f"{about}{written(self.range)}{' planned' if self.planned else ' vacant' if self.vacant else ''}"


class Account(NamedTuple):
    """What one document gives to prove a headcount: the total, the parts, and the parts without a figure.

    `basis` is what the words of the total say of it, `others` the further totals of the document, `unlike` a measure
    of the parts that is not the one of the total.
    """

    measure: Measure
    stated: Operand | None
    parts: tuple[Operand, ...]
    silent: tuple[str, ...]
    basis: Basis = Basis()
    others: tuple[Operand, ...] = ()
    unlike: Measure | None = None

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Every figure, the stated total first."""
        return (self.stated, *self.parts) if self.stated else self.parts


def headed(facts: Facts) -> list[str]:
    """The positions that have staff of their own, or a report that has; sorted."""
    own = [node for node, said in facts.areas("staff").items() if scoped(said, "own")]
    found = {superior for node in own for superior in facts.superiors(node)}
    return sorted(found | {node for node in own if facts.is_position(node)})


def accounts(facts: Facts, node: str) -> Iterator[list[Account]]:
    """The accounts of a position for each document, one for each different total that it states.

    A document that merely mentions the position counts when it gives both the total and a part.
    """
    stated, lines = by_document(facts.claims(node, "staff")), facts.reports(node)
    described = facts.each("described_in")[node]
    for document in sorted({*stated, *lines}, key=lambda document: _source(facts, document)):
        members = list(lines.get(document, {}))
        found = [
            account
            for account in _in_document(facts, node, document, stated, members)
            if (account.stated and account.parts) or (document in described and account.operands)
        ]
        if found:
            yield found


def _source(facts: Facts, document: str) -> tuple[str, str]:
    known = facts.sources.get(document)
    return (known.source if known else "", document)


def _in_document(facts: Facts, node: str, document: str, stated: ByDocument, members: list[str]) -> Iterator[Account]:
    figures = {member: _staff(facts, member, document) for member in members}
    own = stated.get(document, [])
    measure = _measure(own, figures)
    if measure is None:
        return
    parts, silent = _parts(facts, document, figures, measure)
    label = facts.label(node)
    found = ranges(bound for bound, figure in scoped(own, "own") if figure.measure == measure)
    totals = [Operand(label, bound, figure, point(1)) for bound, figure in found]
    for whole in totals:
        others = tuple(other for other in totals if other is not whole)
        said = basis(whole.bound, (*facts.each("names")[node], *facts.each("acronyms")[node]))
        yield _without_itself(Account(measure, whole, parts, silent, said, others, _unlike(figures, measure)))
    if not totals:
        yield Account(measure, None, parts, silent)


def _without_itself(account: Account) -> Account:
    """The account without parts that were read from the words of the total: a figure proves nothing of itself."""
    total = account.stated
    same = tuple(part.name for part in account.parts if total and _overlap(part, total))
    kept = tuple(part for part in account.parts if not (total and _overlap(part, total)))
    return account._replace(parts=kept, silent=(*account.silent, *same))


def _overlap(left: Operand, right: Operand) -> bool:
    """Whether two figures of one document stand in the same place."""
    one, two = left.bound.claim.evidence[0], right.bound.claim.evidence[0]
    return one.start < two.end and two.start < one.end  # cells have no extent, and never overlap


def _staff(facts: Facts, node: str, document: str) -> list[BoundClaim]:
    return [bound for bound in facts.claims(node, "staff") if bound.claim.document == document]


def _measure(own: list[BoundClaim], figures: ByDocument) -> Measure | None:
    """The first measure that both sides have, else one that the total has, else one of the parts."""
    stated = {figure.measure for _, figure in scoped(own, "own")}
    parts = {figure.measure for found in figures.values() for _, figure in scoped(found, "own")}
    for wanted in (stated & parts, stated, parts):
        for measure in MEASURES:
            if measure in wanted:
                return measure
    return None


def _unlike(figures: ByDocument, measure: Measure) -> Measure | None:
    """Another measure that the parts are stated in, if there is one."""
    found = {figure.measure for said in figures.values() for _, figure in scoped(said, "own")} - {measure}
    return next((other for other in MEASURES if other in found), None)


def _parts(
    facts: Facts, document: str, figures: ByDocument, measure: Measure
) -> tuple[tuple[Operand, ...], tuple[str, ...]]:
    parts: list[Operand] = []
    silent: list[str] = []
    for member, found in figures.items():
        name, heads = facts.label(member), _heads(facts, member, document)
        counted = _counted([pair for pair in scoped(found, "own") if pair[1].measure == measure])
        for bound, figure in counted:
            inside = basis(bound, (name, *_LEADERS)).head  # "8 FTEs, the manager included": no further head
            parts.append(Operand(name, bound, figure, point(0) if inside else heads))
            heads = point(0)
        if not counted:
            silent.append(name)
    return tuple(sorted(parts, key=lambda part: part.bound.claim.evidence[0].start)), tuple(silent)


def _counted(figures: list[tuple[BoundClaim, Quantity]]) -> list[tuple[BoundClaim, Quantity]]:
    """The figures of one part that add up: the first that is not planned, and the first that is."""
    there = [pair for pair in figures if pair[1].status not in ("planned", "eliminated")]
    planned = [pair for pair in figures if pair[1].status == "planned"]
    return there[:1] + planned[:1]


def _heads(facts: Facts, node: str, document: str) -> Interval | None:
    """How many seats a part is: none for a unit, one for a position unless the document says otherwise."""
    if not facts.is_position(node):
        return point(0)
    stated = [bound for bound in facts.claims(node, "seats") if bound.claim.document == document]
    known = ranges(stated)
    if stated and not known:
        return None
    return interval(known[0][1]) if known else point(1)
