"""All other findings: failures by severity with their quotes, then what could not be verified, then passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import networkx as nx

from orgraph.check._causes import consequences
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


_FAULTS = ("Errors", "Warnings", "Notes")
Caused = tuple[Finding, list[Finding]]


def listing(graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> Iterator[str]:
    """The findings that are not about the headcount, grouped, each with what follows from it."""
    yield from section("Findings", _groups(graph, [one for one in consequences(findings) if one[0].code != "ORG201"]))


def _groups(graph: nx.MultiDiGraph, findings: list[Caused]) -> Iterator[str]:
    if not findings:
        yield '<p class="muted">None.</p>'
    for title, belongs in _GROUPS:
        group = [one for one in findings if belongs(one[0])]
        if group:
            yield f"<h3>{title} ({len(group):,})</h3>"
            yield from _failures(graph, group) if title in _FAULTS else _lines([finding for finding, _ in group])


def _failures(graph: nx.MultiDiGraph, findings: list[Caused]) -> Iterator[str]:
    for finding, following in findings:
        yield f'<article class="card {finding.severity}">'
        yield f'<h4>{name(graph, finding.focus)} <span class="rule">{finding.code} {finding.rule}</span></h4>'
        yield f"<p>{'; '.join(told(graph, finding))}</p>"
        yield from quotes(finding.evidence)
        if following:
            yield "<p>Leads to:</p>"
            yield from _lines(following)
        yield "</article>"


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Outcomes without a fault, and consequences: a line each."""
    yield '<ul class="plain">'
    for finding in findings:
        at = f" <cite>{place(finding.evidence[0])}</cite>" if finding.evidence else ""
        rule = f'<span class="rule">{finding.code} {finding.rule}</span>'
        yield f"<li>{safe(finding.message, 4000)} {rule}{at}</li>"
    yield "</ul>"
