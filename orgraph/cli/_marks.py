"""Findings as marks of the boxes that they speak of: checks and charts do not know each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgraph.chart.marks import Mark
from orgraph.model import Finding


def finding_marks(findings: Iterable[Finding]) -> dict[str, Sequence[Mark]]:
    """For each node the rules that fail there, errors first, each once; what only informs is no mark."""
    marks: dict[str, dict[Mark, None]] = {}
    for finding in findings:
        if finding.outcome == "fail" and finding.severity != "info":
            mark = Mark(finding.severity, f"{finding.severity}: {finding.rule}")
            marks.setdefault(finding.focus, {})[mark] = None
    return {node: sorted(found, key=lambda mark: mark.kind) for node, found in marks.items()}
