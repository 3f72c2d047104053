"""The headcount: what the sources hold in FTE, and the proof of each stated total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import networkx as nx

from orgraph.check._report.markup import name, quotes, section, told
from orgraph.model import Finding
from orgraph.rollup import CAUSES, Rollup

_BADGES = {
    "pass": "Holds",
    "fail": "Does not hold",
    "not_verifiable": "Not verifiable",
    "not_applicable": "Not applicable",
}
_ORDER = ("fail", "pass", "not_verifiable", "not_applicable")


def headcount(graph: nx.MultiDiGraph, findings: Sequence[Finding], rollup: Rollup) -> Iterator[str]:
    """The rollup in a sentence, then a card for each verdict, failures first."""
    yield from section("Headcount", _body(graph, findings, rollup))


def _body(graph: nx.MultiDiGraph, findings: Sequence[Finding], rollup: Rollup) -> Iterator[str]:
    yield f'<p class="lead">{_sentence(rollup)}</p>'
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
