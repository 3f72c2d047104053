"""The budgets of the position's area, as its Dimensions state them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

from orgraph.extract._budgets import budgets
from orgraph.extract._codes import codes
from orgraph.extract._dimensions import dimensions, label, scope
from orgraph.extract._grids import YEAR, Cell, cells
from orgraph.extract._money import Amount, amounts
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._scaled import Scaled, named, scaled
from orgraph.extract._self import SELF
from orgraph.model import Quantity
from orgraph.text import Span

Category = Literal["salary", "operating", "combined", "total", "program", "other"]
_SALARY = re.compile(r"\bsalar(?:y|ies)\b|\bsalair|\bsalarial", re.I)
_OPERATING = re.compile(
    r"\boperating\b|\bO\s?&\s?M\b|\b(?:non[- ]|hors\s|autres\sque\s)salar"
    r"|\bfonctionnement\b|\bF\s?(?:&|et|e)\s?E\b|\bFetE\b|\bop[ée ]rations\b",
    re.I,
)
_TOTAL = re.compile(r"\btotal\b", re.I)
_PROGRAM = re.compile(r"\bprogram(?:me)?s?\b|\bgrants?\b|\bcontributions?\b", re.I)
_MONEY_LABEL = re.compile(
    r"budget|salar|salair|O\s?&\s?M|operating|expenditure|cost|spending|dollars|\$|fonctionnement|revenue|funding|total|grants?\b|contributions?\b|subventions?\b",
    re.I,
)
# What "2.3 million" without a sign counts, where its label says so.
_THINGS = re.compile(
    r"\b(?:clients?|client[èe ]le|transactions?|messages?|calls?|appels?|users?|utilisateurs?|population"
    r"|visitors?|visits?|applications?|demandes?|records?"
    r"|cases?|licen[cs]es?|permits?|certificates?|passports?|files|dossiers|vehicles?|travell?ers?|passengers?|returns|cheques?"
    r"|inquiries|enquiries|letters|taxpayers?|pensioners?|veterans?|voters|residents|children|people|canadians|tonnes|items"
    r"|households?|members?|personnes|habitants|inhabitants"
    r"|beneficiar\w+|b[ée ]n[ée ]ficiaires?|citizens?|pages?|documents?|hectares?|km)\b",
    re.I,
)
# "2.3 million client visits", "1,2 million d'habitants"
_COUNTED_THINGS = re.compile(
    rf"\s+(?:[a-z-]+\s+){{0,2}}?{_THINGS.pattern}|\s+(?:de\s|d')(?!dollars|euros|budget|fonds|d[ée ]penses|salaires)",
    re.I,
)
_A_HEAD = r"(?:Salar(?:y|ies)|O\s?&\s?M|Operating|Non-salary|Capital|Total|Salaires|F\s?(?:&|et)\s?E|Fonctionnement)"
_HEAD = re.compile(_A_HEAD, re.I)
_HEADS = re.compile(
    rf"(?P<heads>(?:\b{_A_HEAD}\s+){{2,5}})(?:[$£]?\s?[\d.,OIl]+\s?[kKMB]?\s?\$?(?:\s+|$)){{2,5}}", re.I
)
_IN_LABEL = 60  # characters from the bracket of a label to an amount in it
_LABEL_CLOSES = re.compile(r"[^()\n]{0,40}\)[*_\s]{0,4}:")
_FIRST_FIGURE = 2  # bars before it in the row of a table: "| Salary | $2.6M | $2.8M |"
_CURRENCIES: Final = (
    (re.compile(r"£|\bGBP\b"), "GBP"),
    (re.compile(r"€|\bEUR\b|\beuros?\b"), "EUR"),
    (re.compile(r"\bUS\s?\$|\bUSD\b|\$\s?US\b"), "USD"),
    (re.compile(r"\bCA?\s?\$|\bCAD\b|\$\s?CAN?\b"), "CAD"),
)
# Whose dollar a bare "$" is, the text says elsewhere: by the country, or by a group and level of its public service.
_CANADA = re.compile(r"\bcanad", re.I)
_SERIES = re.compile(r"-\d{3,4}-")  # of the federal service of the United States: "GS-0343-14"
_UNITED_STATES = re.compile(r"\bUnited States\b|\bU\.S\.|\bUSA\b")


def money(reading: Reading) -> Iterator[Statement]:
    """The budgets of the position's area, as its Dimensions state them.

    What it reads: "$2.5M", "2.58M", "£3.2m", "$1.3 million to $3.4 million", "9 436 000 $", "970 k$", "4,3 M$",
    "$IM" with the look-alike on record; "Salary 1,795,538" without a sign; "Salary ($000s): 3,200" and tables whose
    columns tell thousands, a year, a purpose or an owner; the label before the amount says what it
    is for, also where a scan has set all labels before all amounts. Where the text has no Dimensions, the budget of
    a field ("Budget held: £450k"), else those that a sentence says the position manages (also an
    allocation, or estimates, of so much). Money of a wider body (a
    ministry), and what is paid, owed or held (grants, claims, receivables), is context. A bare "$" is the dollar of
    the country that the text names, or whose groups and levels it uses; else its currency is not known.
    Example: "**Salary:** $2.96M".
    Must not read: a salary range of a posting; an amount outside Dimensions that is no budget of the position's;
    2.3 million clients.
    Known misses: heads of columns that a scan has scattered; a note above a table that all of it is in thousands.
    """
    bodies = list(dimensions(reading))
    for found in () if bodies else budgets(reading):
        yield _statement(reading, found.span, found.amount, found.label, own=True)
    for body in bodies:
        heads = _columns(reading, body)
        in_cells = list(cells(reading.view, body))
        told = [one for one in scaled(reading.view, body, repair=reading.repair) if _is_money(one)]
        for one in told:
            yield _statement(reading, body, one.amount, one.label)
        read = {one.amount.span.start for one in told}
        for amount in amounts(reading.view, *body, repair=reading.repair, labelled=True):
            cell = next((cell for cell in in_cells if cell.span.start <= amount.span.start < cell.span.end), None)
            text = heads.get(amount.span.start) or label(reading, body, amount.span.start)
            if amount.span.start in read or _in_label(reading.view, amount.span):
                continue
            if cell is not None and _says_whose(reading, body, cell):
                text = named(cell)
            elif _in_later_column(reading.view, amount.span.start):
                continue  # its head does not say whose or which year's it is
            things = _THINGS.search(text) or _COUNTED_THINGS.match(reading.view, amount.span.end)
            if amount.sign or _MONEY_LABEL.search(text) or (amount.scaled and not things):
                yield _statement(reading, body, amount, text)


def _columns(reading: Reading, body: Span) -> dict[int, str]:
    """The labels of amounts that a scan has set behind all of their labels: "Salary O&M Total $1M $200K $1.2M"."""
    found: dict[int, str] = {}
    for match in _HEADS.finditer(reading.view, *body):
        heads = [head[0] for head in _HEAD.finditer(match["heads"])]
        values = list(
            islice(amounts(reading.view, match.end("heads"), match.end(), repair=reading.repair), len(heads) + 1)
        )
        if len(heads) == len(values) > 1:
            found |= {value.span.start: head for head, value in zip(heads, values, strict=True)}
    return found


def _is_money(found: Scaled) -> bool:
    return found.amount.sign or (_MONEY_LABEL.search(found.label) is not None and _THINGS.search(found.label) is None)


def _says_whose(reading: Reading, body: Span, cell: Cell) -> bool:
    """Whether the head of a column says of which year, for what, or whose its figures are."""
    return bool(
        YEAR.search(cell.column)
        or _MONEY_LABEL.search(cell.column)
        or scope(reading, body, cell.column, cell.span.start, money=True) != "own"
    )


def _in_later_column(view: str, position: int) -> bool:
    row = view[view.rfind("\n", 0, position) + 1 : position]
    return row.lstrip().startswith("|") and row.count("|") > _FIRST_FIGURE


def _in_label(view: str, span: Span) -> bool:
    """Whether an amount stands in a bracket of the label of another: "Total (including $1M of grants): $9M"."""
    opened = view.rfind("(", max(0, span.start - _IN_LABEL), span.start)
    closed = _LABEL_CLOSES.match(view, span.end)
    return opened != -1 and closed is not None and not set(")\n") & set(view[opened : span.start])


def _statement(reading: Reading, body: Span, amount: Amount, text: str, *, own: bool = False) -> Statement:
    quantity = Quantity(
        measure="budget",
        low=amount.low,
        high=amount.high,
        scope="own" if own else scope(reading, body, text, amount.span.start, money=True),
        label=text or None,
        category=_category(text),
        currency=_currency(reading, amount.span),
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


def _currency(reading: Reading, span: Span) -> str | None:
    printed = reading.view[max(0, span.start - 5) : span.end + 4]
    return next((code for sign, code in _CURRENCIES if sign.search(printed)), _dollar(reading))


@lru_cache(maxsize=8)
def _dollar(reading: Reading) -> str | None:
    level = reading.field("classification")
    if _CANADA.search(reading.view) or (
        level is not None and any(not _SERIES.search(code.value.code) for code in codes(reading.view, *level.span))
    ):
        return "CAD"
    return "USD" if _UNITED_STATES.search(reading.view) else None
