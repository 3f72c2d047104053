"""Salary and operating money against the total that the same document states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import networkx as nx

from orgraph.check._claims import by_document, claims, positions, scoped
from orgraph.check._finding import finding, label, listed
from orgraph.check._interval import (
    Agreement,
    Interval,
    agree,
    apart,
    exceeds,
    interval,
    plain,
    total,
    value,
    widen,
    written,
)
from orgraph.model import BoundClaim, Finding, Outcome, Quantity
from orgraph.rules import check

Line = tuple[BoundClaim, Quantity]


@check("ORG204", "error")
def budget_sum(graph: nx.MultiDiGraph) -> Iterator[Finding]:
    """The parts of a budget do not add up to its stated total.

    What it finds:
        Salary and operating money of a position's own budget against the total, or the combined sum,
        that the same document states. Programs and other money are added in a second reading. Every
        figure is taken to half a unit of its last printed digit: $2.96M may be 5,000 more or less.

    Why it matters:
        A total that its parts do not make is a wrong total, a forgotten part or a misread digit.

    Example:
        "Salary $2.96M, operating $71K, total $3.1M": the parts make 3,031,000, and 3.1 million
        is 69,000 away where 55,500 would be rounding.

    What to do:
        Compare the quoted figures with the source.

    Known misses:
        Money without a category, and money of a program that the total leaves out and another includes.
        Several salary lines of different value are added. Of several totals the nearest one is compared.

    Source:
        Exact decimal arithmetic; tolerance from the printed digits, as rounded tables are compared.
    """
    for node in positions(graph):
        for group in by_document(claims(graph, node, "money")).values():
            for budget in _budgets(group):
                outcome, text = _verdict(budget)
                message = f"{label(graph, node)}: {text}"
                yield finding(budget_sum, outcome, node, message, budget.claims, **_values(budget))


class Budget(NamedTuple):
    """The figures of one budget: a total, the core parts, and what may or may not be part of it."""

    total: Line | None
    core: list[Line]
    other: list[Line]

    @property
    def claims(self) -> list[BoundClaim]:
        """Every claim, the total first."""
        return [bound for bound, _ in ([self.total] if self.total else []) + self.core + self.other]


def _budgets(group: list[BoundClaim]) -> Iterator[Budget]:
    """The budget of a document, against the nearest total if there are several; none without two figures."""
    lines = _distinct(scoped(group, "own"))
    core = [line for line in lines if line[1].category in ("salary", "operating")]
    currencies = {figure.currency for _, figure in core}
    other = [line for line in lines if line[1].category in ("program", "other") and line[1].currency in currencies]
    totals = [line for line in lines if line[1].category == "total"]
    totals = totals or [line for line in lines if line[1].category == "combined"]
    if core and totals:
        yield Budget(min(totals, key=lambda line: apart(interval(line[1]), _sum(core))), core, other)
    elif len(core) > 1:
        yield Budget(None, core, other)


def _distinct(lines: list[Line]) -> list[Line]:
    first: dict[tuple[str | None, Decimal | None, Decimal | None], Line] = {}
    for line in lines:
        first.setdefault((line[1].category, line[1].low, line[1].high), line)
    return list(first.values())


def _verdict(budget: Budget) -> tuple[Outcome, str]:
    figures = [figure for _, figure in [*budget.core, *([budget.total] if budget.total else [])]]
    if any(figure.low_place or figure.high_place for figure in figures):
        return "not_applicable", "money by place is no sum"
    if len({figure.currency for figure in figures}) > 1:
        return "not_verifiable", "the figures are in different currencies"
    if budget.total is None:
        return "not_verifiable", f"{_formula(budget.core)}, no total stated"
    return _compared(budget, budget.total)


def _compared(budget: Budget, stated: Line) -> tuple[Outcome, str]:
    """The verdict against a total; parts that are more than it contradict it, a single part below does not."""
    whole = interval(stated[1])
    for lines in (budget.core, [*budget.core, *budget.other]):
        if len(lines) > 1 and _agreement(lines, stated) == "yes":
            return "pass", _fitting(budget, lines, stated)
    if len(budget.core) == 1 and not exceeds(_sum(budget.core), widen(whole, _slack(budget.core, stated))):
        return "not_verifiable", f"{_formula(budget.core)} of {_money(stated)}, the other part is not stated"
    text = f"{_formula(budget.core)}, stated {_money(stated)}"
    if any(figure.approximate for _, figure in [*budget.core, stated]):
        return "not_verifiable", f"{text}; not every figure is exact"
    if _agreement(budget.core, stated) == "overlap":
        return "not_verifiable", f"{text}; the ranges only overlap"
    return "fail", f"{text} ({plain(apart(whole, _sum(budget.core)), ',')} apart)"


def _agreement(lines: list[Line], stated: Line) -> Agreement:
    return agree(widen(interval(stated[1]), _slack(lines, stated)), _sum(lines))


def _fitting(budget: Budget, lines: list[Line], stated: Line) -> str:
    exactly = _sum(lines) == interval(stated[1])
    rounded = "" if exactly else f", stated {_money(stated)}, apart by rounding only"
    reading = "" if lines == budget.core else ", programs and other money counted"
    return f"{_formula(lines)} holds{rounded}{reading}"


def _slack(lines: list[Line], stated: Line) -> Decimal:
    """Half a unit of the last printed digit of every figure."""
    return sum(((figure.step or Decimal(0)) / 2 for _, figure in [*lines, stated]), Decimal(0))


def _sum(lines: list[Line]) -> Interval:
    return total(interval(figure) for _, figure in lines)


def _formula(lines: list[Line]) -> str:
    terms = listed((written(interval(figure), ",") for _, figure in lines), " + ")
    currency = f" {lines[0][1].currency}" if lines[0][1].currency else ""
    return f"{terms} = {written(_sum(lines), ',')}{currency}" if len(lines) > 1 else f"{terms}{currency}"


def _money(line: Line) -> str:
    return written(interval(line[1]), ",")


def _values(budget: Budget) -> dict[str, int | float | str | list[str] | None]:
    return {
        "stated": value(interval(budget.total[1])) if budget.total else None,
        "sum": value(_sum(budget.core)),
        "parts": [f"{figure.label or figure.category} {written(interval(figure), ',')}" for _, figure in budget.core],
    }
