"""The FTE below each box: the figures of its reports, planned and vacant ones apart, never added to a total above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from orgraph.chart.facts import digits
from orgraph.chart.forest import Forest
from orgraph.chart.shared import parts
from orgraph.model import Quantity

if TYPE_CHECKING:
    import networkx as nx


class Total(NamedTuple):
    """FTE by status; `whole` when every part has an exact figure."""

    plain: Decimal = Decimal(0)
    planned: Decimal = Decimal(0)
    vacant: Decimal = Decimal(0)
    whole: bool = True

    def __str__(self) -> str:
        apart = ((self.planned, "planned"), (self.vacant, "vacant"))
        parts = [digits(self.plain), *(f"{digits(amount)} {name}" for amount, name in apart if amount)]
        parts = parts[1:] if not self.plain and len(parts) > 1 else parts
        return f"{'' if self.whole else 'at least '}{' + '.join(parts)} FTE below"


def below(graph: nx.MultiDiGraph, forest: Forest) -> list[str]:
    """For each box the FTE of its reports in words, "" where there are none or none has a figure.

    The figure of a report is what is stated for all that it leads; where nothing is stated, its own seat
    and what is below it.
    """
    sums: list[Total] = [Total()] * len(forest.names)
    known = [False] * len(forest.names)
    for place in range(len(forest.names) - 1, -1, -1):
        parts = [_of(graph.nodes[forest.names[child]], sums[child], known[child]) for child in forest.children[place]]
        figures = [part for part in parts if part is not None]
        sums[place] = _sum(figures, whole=len(figures) == len(parts))
        known[place] = bool(figures)
    return [str(total) if there else "" for total, there in zip(sums, known, strict=True)]


def _of(data: dict[str, object], under: Total, known: bool) -> Total | None:
    """What a report brings into the sum; None where nothing is known."""
    staff: Sequence[Quantity] = data.get("staff", ())  # type: ignore[assignment]
    seats: Quantity | None = data.get("seats")  # type: ignore[assignment]
    stated = [_total(figure) for figure in staff if figure.measure == "fte" and figure.scope == "own"]
    if stated:
        return _sum(_firsts(stated))
    own = [_total(part) for part in parts(data)]
    if not own:
        own = [_total(figure) for figure in staff if figure.measure == "fte" and figure.scope == "seat"][:1]
    if not own and seats is not None and seats.measure == "fte":
        own = [_total(seats)]
    return _sum([*own, *([under] if known else [])]) if own or known else None


def _total(figure: Quantity) -> Total:
    if figure.status == "eliminated":
        return Total()
    if figure.low is None or figure.low != figure.high or not figure.low.is_finite():
        return Total(figure.low if figure.low is not None and figure.low.is_finite() else Decimal(0), whole=False)
    amount = figure.low
    if figure.status == "planned":
        return Total(planned=amount)
    return Total(vacant=amount) if figure.status == "vacant" else Total(plain=amount)


def _firsts(stated: Iterable[Total]) -> list[Total]:
    """The first figure of each status: documents that repeat or dispute one are not added up."""
    return list({tuple(bool(part) for part in total[:3]): total for total in reversed(list(stated))}.values())


def _sum(totals: Sequence[Total], *, whole: bool = True) -> Total:
    columns = list(zip(*totals, strict=True)) or [(), (), (), ()]
    plain, planned, vacant = (sum(column, Decimal(0)) for column in columns[:3])
    return Total(plain, planned, vacant, whole and all(columns[3]))
