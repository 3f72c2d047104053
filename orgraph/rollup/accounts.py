"""The accounts: what the sources hold of each measure, what a top reaches along lines and along units, what is lost.

The figure of a box counts once: that of the first document that has one. Of staff the parts count where every
part has a figure, else the total; a range does not take the place of an exact total. Of money the widest figure
counts, for a budget holds what its parts spend and more; unless the parts make more than it. A row of a table
with a name in it is one head. A seat whose row names somebody is filled (actual), or held for a time (acting).
Left out: ranges by place, money of programs, the pay of a group of posts, figures of a wider area.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from orgraph.interval import Interval, point, total
from orgraph.rollup.amounts import Amounts, Book, Kind
from orgraph.rollup.ledger import Ledger

_NAMES: Final = {"fte": "FTE", "headcount": "heads", "person_years": "person-years", "money": "money"}
Along = Literal["lines", "units"]
Causes = tuple[dict[str, str], dict[str, list[str]]]


class Loss(NamedTuple):
    """An amount that no top reaches, why (one of CAUSES), and the boxes where the way up ends."""

    cause: str
    amount: Interval
    boxes: tuple[str, ...] = ()


class Account(NamedTuple):
    """One measure along one way: `in_sources` is `reachable` and everything in `lost`, and the sum of `by_status`.

    `eliminated` stands beside them: no sum holds it.
    """

    measure: str
    currency: str | None
    along: Along
    in_sources: Interval
    reachable: Interval
    lost: tuple[Loss, ...]
    by_status: Mapping[str, Interval]
    eliminated: Interval

    @property
    def name(self) -> str:
        """The measure in words: `FTE`, `heads`, `person-years`, `money (CAD)`."""
        currency = f" ({self.currency or 'no currency stated'})" if self.measure == "money" else ""
        return f"{_NAMES[self.measure]}{currency}"


def accounts(ledger: Ledger) -> tuple[Account, ...]:
    """Every account of a graph, exact, in one pass: those along lines, and where there are units those along units."""
    sums = ledger.counted
    figured = {node for found in sums.values() for node in found}
    ways: dict[Along, Causes] = {"lines": ledger.boxes.lost(figured)}
    if ledger.units.units:
        ways["units"] = ledger.units.causes(figured)
    return tuple(
        _account(kind, along, sums[kind], book, causes)
        for kind, book in ledger.books.items()
        for along, causes in ways.items()
        if sums[kind] or book.gone
    )


def _account(kind: Kind, along: Along, sums: Mapping[str, Amounts], book: Book, causes: Causes) -> Account:
    why, ends = causes
    by_cause: dict[str, list[Interval]] = defaultdict(list)
    by_status: dict[str, list[Interval]] = defaultdict(list)
    for node, found in sums.items():
        for status, amount in found.items():
            by_cause[why[node]].append(amount)
            by_status[status].append(amount)
    reachable = total(by_cause.pop("", ()))
    lost = tuple(_losses(by_cause, ends))
    return Account(
        kind.measure,
        kind.currency,
        along,
        total((reachable, *(loss.amount for loss in lost))),
        reachable,
        lost,
        {status: total(by_status[status]) for status in sorted(by_status)},
        total(book.gone),
    )


def _losses(by_cause: Mapping[str, list[Interval]], ends: Mapping[str, list[str]]) -> Iterator[Loss]:
    for cause in sorted(by_cause):
        amount = total(by_cause[cause])
        if amount != point(0):
            yield Loss(cause, amount, tuple(ends.get(cause, ())))
