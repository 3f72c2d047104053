"""The budgets of the position's area, as its Dimensions state them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from orgraph.extract._dimensions import dimensions, label, scope
from orgraph.extract._money import Amount, amounts
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Quantity
from orgraph.text import Span

Category = Literal["salary", "operating", "combined", "total", "program", "other"]
_SALARY = re.compile(r"\bsalar(?:y|ies)\b|\bsalair|\bsalarial", re.I)
_OPERATING = re.compile(
    r"\boperating\b|\bO\s?&\s?M\b|\bnon-salar|\bfonctionnement\b|\bF\s?(?:&|et|e)\s?E\b|\bFetE\b|\bop[ée ]rations\b",
    re.I,
)
_TOTAL = re.compile(r"\btotal\b", re.I)
_PROGRAM = re.compile(r"\bprogram(?:me)?s?\b|\bgrants?\b|\bcontributions?\b", re.I)
_MONEY_LABEL = re.compile(
    r"budget|salar|salair|O\s?&\s?M|operating|expenditure|cost|spending|dollars|\$|fonctionnement|revenue|funding|total",
    re.I,
)
# A description prints "$"; whose dollar it is follows from the words around it, and Canada's is the default.
_CURRENCIES: Final = (("£", "GBP"), ("€", "EUR"))


def money(reading: Reading) -> Iterator[Statement]:
    """The budgets of the position's area, as its Dimensions state them.

    What it reads: "$2.5M", "2.58M", "$1.3 million to $3.4 million", "9 436 000 $", "970 k$",
    "4,3 M$", "$IM" with the look-alike on record; the label before the amount says what it is for.
    Money of a wider body (a ministry, a programme of grants) is context.
    Example: "**Salary:** $2.96M".
    Must not read: a salary range of a posting; an amount outside Dimensions.
    Known misses: tables of amounts whose heads a scan has flattened.
    """
    for body in dimensions(reading):
        for amount in amounts(reading.view, *body, repair=reading.repair, labelled=True):
            text = label(reading, body, amount.span.start)
            if amount.sign or amount.scaled or _MONEY_LABEL.search(text):
                yield _statement(reading, body, amount, text)


def _statement(reading: Reading, body: Span, amount: Amount, text: str) -> Statement:
    quantity = Quantity(
        measure="budget",
        low=amount.low,
        high=amount.high,
        scope=scope(reading, body, text, amount.span.start),
        label=text or None,
        category=_category(text),
        currency=_currency(reading.view[max(0, amount.span.start - 3) : amount.span.end]),
        step=amount.step,
    )
    return Statement(SELF, "money", quantity, (Span(*amount.span),), amount.repairs)


def _category(text: str) -> Category:
    salary, operating = _SALARY.search(text), _OPERATING.search(text)
    if _TOTAL.search(text):
        return "total"
    if operating and "non-salar" in text.lower():
        return "operating"
    if salary and operating:
        return "combined"
    if salary:
        return "salary"
    if operating:
        return "operating"
    return "program" if _PROGRAM.search(text) else "other"


def _currency(text: str) -> str:
    return next((code for sign, code in _CURRENCIES if sign in text), "CAD")
