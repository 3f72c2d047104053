"""The totals of boxes as text, CSV or JSON, below the account that they are part of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import networkx as nx

from orgraph.export.listing import csv_line, harmless
from orgraph.interval import Interval, plain, point, total, written
from orgraph.rollup import CAUSES, STATES, Account, Scope, Total
from orgraph.text import clip, squeeze, visible

_COLUMNS: Final = ("id", "label", "depth", "measure", "currency", "along", "reach", "least", "most")
_STATUSES: Final = ("unspecified", "actual", *STATES)
_LABEL: Final = 100


class Totals(NamedTuple):
    """What was asked of a graph, the account that it is part of (None where nothing is measured), and the totals."""

    graph: nx.MultiDiGraph
    scope: Scope
    account: Account | None
    rows: Sequence[Total]

    def of(self, row: Total) -> Interval:
        """What a box comes to, all statuses together."""
        return total(row.amounts.values())


def generate_text(found: Totals) -> Iterator[str]:
    """The account, then a line a box: its total, indented by depth; what stands apart by status is named."""
    if found.account is None:
        yield "no figure of the sources measures this\n"
        return
    yield from (f"{line}\n" for line in _account(found.account, found.scope))
    amounts = [written(found.of(row), ",") for row in found.rows]
    width = max(map(len, amounts), default=0)
    for row, amount in zip(found.rows, amounts, strict=True):
        apart = ", ".join(f"{written(row.amounts[s], ',')} {s}" for s in STATES if s in row.amounts)
        label = clip(visible(squeeze(str(found.graph.nodes[row.node]["label"]))), _LABEL)
        yield f"{amount:>{width}}  {'  ' * row.depth}{label}{f' (of these {apart})' if apart else ''}\n"


def _account(account: Account, scope: Scope) -> Iterator[str]:
    held, reached = written(account.in_sources, ","), written(account.reachable, ",")
    top = "top position" if account.along == "lines" else "topmost unit"
    yield f"{account.name} along {account.along}: {held} in the sources, {reached} under a {top}"
    yield from (f"lost: {written(loss.amount, ',')} {CAUSES[loss.cause]}" for loss in account.lost)
    if account.eliminated != point(0):
        yield f"eliminated, in no sum: {written(account.eliminated, ',')}"
    yield f"each box: {phrase(scope)}"


def phrase(scope: Scope) -> str:
    """The scope in words: `everything below it, its own seat counted, planned left out`."""
    reach = "everything below it" if scope.reach == "subtree" else "the figures one line below it"
    head = "counted" if scope.head else "not counted"
    left = "".join(f", {status} left out" for status in sorted(scope.without))
    return f"{reach}, its own seat {head}{left}"


def generate_csv(found: Totals) -> Iterator[str]:
    """A header, then a row a box; the columns behind the total are its parts by status, least and most."""
    by_status = [f"{status.replace(' ', '_')}_{end}" for status in _STATUSES for end in ("least", "most")]
    yield csv_line([*_COLUMNS, *by_status])
    scope = found.scope
    for row in found.rows:
        ends = [found.of(row), *(row.amounts.get(status, point(0)) for status in _STATUSES)]
        cells = (row.node, found.graph.nodes[row.node]["label"], str(row.depth), *scope.kind, scope.along, scope.reach)
        yield csv_line([harmless(cell) for cell in (*cells, *(end for part in ends for end in part))])


def generate_json(found: Totals) -> Iterator[str]:
    """One object: the scope, what the sources hold and what is reached, and the totals; exact numbers are text."""
    scope, account = found.scope, found.account
    record = {
        "measure": scope.kind.measure,
        "currency": scope.kind.currency,
        "along": scope.along,
        "reach": scope.reach,
        "head": scope.head,
        "without": sorted(scope.without),
        "in_sources": _amount(account.in_sources) if account else None,
        "reachable": _amount(account.reachable) if account else None,
        "totals": [
            {
                "id": row.node,
                "label": found.graph.nodes[row.node]["label"],
                "depth": row.depth,
                "total": _amount(found.of(row)),
                "by_status": {status: _amount(amount) for status, amount in row.amounts.items()},
            }
            for row in found.rows
        ],
    }
    text = json.dumps(record, indent=1, ensure_ascii=False)
    yield text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _amount(part: Interval) -> Any:
    """An exact sum as its number, a range as its two ends; an open one has no upper end."""
    if part.exact:
        return plain(part.low)
    return {"min": plain(part.low), "max": None if part.high is None else plain(part.high)}


FORMATS: Final = {"text": generate_text, "csv": generate_csv, "json": generate_json}
