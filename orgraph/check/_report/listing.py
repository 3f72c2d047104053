"""All other findings: failures by severity with their quotes, then what could not be verified, then passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import networkx as nx

from orgraph.check._report.markup import name, place, quotes, safe, section, told
from orgraph.model import Finding

_GROUPS: tuple[tuple[str, Callable[[Finding], bool]], ...] = (
    ("Errors", lambda finding: finding.outcome == "fail" and finding.severity == "error"),
    ("Warnings", lambda finding: finding.outcome == "fail" and finding.severity == "warning"),
    ("Notes", lambda finding: finding.outcome == "fail" and finding.severity == "info"),
    ("Not verifiable", lambda finding: finding.outcome == "not_verifiable"),
    ("Not applicable", lambda finding: finding.outcome == "not_applicable"),
    ("Passed", lambda finding: finding.outcome == "pass"),
)


def listing(graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> Iterator[str]:
    """The findings that are not about the headcount, grouped."""
    yield from section("Findings", _groups(graph, [finding for finding in findings if finding.code != "ORG201"]))


def _groups(graph: nx.MultiDiGraph, findings: list[Finding]) -> Iterator[str]:
    if not findings:
        yield '<p class="muted">None.</p>'
    for title, belongs in _GROUPS:
        group = [finding for finding in findings if belongs(finding)]
        if group:
            yield f"<h3>{title} ({len(group):,})</h3>"
            yield from _failures(graph, group) if group[0].outcome == "fail" else _lines(group)


def _failures(graph: nx.MultiDiGraph, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f'<article class="card {finding.severity}">'
        yield f'<h4>{name(graph, finding.focus)} <span class="rule">{finding.code} {finding.rule}</span></h4>'
        yield f"<p>{'; '.join(told(graph, finding))}</p>"
        yield from quotes(finding.evidence)
        yield "</article>"


def _lines(findings: list[Finding]) -> Iterator[str]:
    """Outcomes without a fault: a line each."""
    yield '<ul class="plain">'
    for finding in findings:
        at = f" <cite>{place(finding.evidence[0])}</cite>" if finding.evidence else ""
        rule = f'<span class="rule">{finding.code} {finding.rule}</span>'
        yield f"<li>{safe(finding.message, 4000)} {rule}{at}</li>"
    yield "</ul>"
