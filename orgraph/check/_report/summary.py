"""The figures at the top of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import networkx as nx

from orgraph.check._causes import CAUSE
from orgraph.check._report.markup import section
from orgraph.check._text import plural
from orgraph.model import Finding


def summary(graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> Iterator[str]:
    """Documents, positions, units and lines counted, and the findings by severity, consequences left out."""
    yield from section("Summary", _tiles(graph, findings))


def _tiles(graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> Iterator[str]:
    nodes = graph.nodes.values()
    positions = [data for data in nodes if data["kind"] == "position"]
    described = sum(bool(data["described_in"]) for data in positions)
    lines = Counter(data["modality"] for *_, data in graph.edges(data=True) if data["predicate"] == "reports_to")
    own = [finding for finding in findings if finding.outcome == "fail" and CAUSE not in finding.values]
    failed = Counter(finding.severity for finding in own)
    yield '<dl class="tiles">'
    yield _tile("Documents", f"{len(graph.graph['sources']):,}")
    yield _tile(
        "Positions", f"{len(positions):,}", f"{described:,} described, {len(positions) - described:,} mentioned"
    )
    yield _tile("Units", f"{len(nodes) - len(positions):,}")
    yield _tile("Reporting lines", f"{lines.total():,}", f"{lines['stated']:,} stated, {lines['inferred']:,} inferred")
    passed = sum(finding.outcome == "pass" for finding in findings)
    weak = f"{plural(failed['warning'], 'warning')}, {plural(failed['info'], 'note')}, {passed:,} passed"
    yield _tile("Errors", f"{failed['error']:,}", weak, "bad" if failed["error"] else "good")
    yield "</dl>"


def _tile(term: str, number: str, detail: str = "", tone: str = "") -> str:
    small = f'<dd class="detail">{detail}</dd>' if detail else ""
    return f'<div class="tile {tone}"><dt>{term}</dt><dd class="number">{number}</dd>{small}</div>'
