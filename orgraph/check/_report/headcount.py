"""The headcount: what the sources hold of each measure, and the proof of each stated total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import networkx as nx

from orgraph.check._checked import Checked
from orgraph.check._report.markup import name, quotes, safe, section, table, told
from orgraph.interval import point, written
from orgraph.model import Finding
from orgraph.rollup import CAUSES, Account, Rollup

_BADGES = {
    "pass": "Holds",
    "fail": "Does not hold",
    "not_verifiable": "Not verifiable",
    "not_applicable": "Not applicable",
}
_STATUS = {
    "unspecified": "with no status stated",
    "actual": "filled",
    "acting": "acting",
    "on leave": "on leave",
    "fixed term": "for a fixed term",
    "planned": "planned",
    "vacant": "vacant",
}
_COLUMNS = ("Measure", "In the sources", "Under a top", "Lost", "By status")
_COUNTED = (
    "A figure counts once, that of the first source with one, and a total is never added to its parts. Along lines "
    "a top is a position that reports to nobody, along units a unit in no other. Heads are rows with a name in them, "
    "and stated headcounts; money is budgets, salary costs and the pay of posts, each currency by itself."
)
_ORDER = ("fail", "pass", "not_verifiable", "not_applicable")


def headcount(graph: nx.MultiDiGraph, findings: Sequence[Finding], checked: Checked) -> Iterator[str]:
    """The rollup in a sentence and a table, then a card for each verdict, failures first."""
    yield from section("Headcount", _body(graph, findings, checked))


def _body(graph: nx.MultiDiGraph, findings: Sequence[Finding], checked: Checked) -> Iterator[str]:
    yield f'<p class="lead">{_sentence(checked.rollup)}</p>'
    if checked.accounts:
        yield from table("What the sources hold, and what a top reaches", _COLUMNS, map(_row, checked.accounts))
        yield f'<p class="muted">{_COUNTED}</p>'
    verdicts = [finding for finding in findings if finding.code == "ORG201"]
    if not verdicts:
        yield '<p class="muted">No document states a total and figures to prove it with.</p>'
    for finding in sorted(verdicts, key=lambda finding: _ORDER.index(finding.outcome)):
        yield from _card(graph, finding)


def _sentence(rollup: Rollup) -> str:
    lost = [f"{_fte(lost.fte)} {CAUSES[lost.cause]}" for lost in rollup.fte_lost]
    said = f"Counted from their parts, the sources hold <strong>{_fte(rollup.fte_in_sources)} FTE</strong>"
    reached = f"<strong>{_fte(rollup.fte_reachable)}</strong> of them stand under a top position"
    return f"{said}; {reached}{'; lost: ' + ', '.join(lost) if lost else ''}."


def _row(account: Account) -> list[str]:
    lost = [f"{written(loss.amount, ',')} {CAUSES[loss.cause]}" for loss in account.lost]
    kinds = [f"{written(amount, ',')} {_STATUS[status]}" for status, amount in account.by_status.items()]
    if account.eliminated != point(0):
        kinds.append(f"{written(account.eliminated, ',')} eliminated, in no sum")
    return [
        f"{safe(account.name)}, along {account.along}",
        written(account.in_sources, ","),
        written(account.reachable, ","),
        "<br>".join(lost) or '<span class="muted">nothing</span>',
        "<br>".join(kinds),
    ]


def _fte(number: Decimal) -> str:
    return f"{number.normalize():,f}"


def _card(graph: nx.MultiDiGraph, finding: Finding) -> Iterator[str]:
    stated = "Stated" if finding.values.get("stated") is not None else ""
    yield f'<article class="card {finding.outcome}">'
    yield f'<h3><span class="badge">{_BADGES[finding.outcome]}</span> {name(graph, finding.focus)}</h3>'
    first, *more = told(graph, finding)
    yield f'<p class="sum">{first}</p>'
    yield from (f'<p class="more">{part}</p>' for part in more)
    yield from quotes(finding.evidence, stated)
    yield "</article>"
