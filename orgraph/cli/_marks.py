"""Findings and changes as marks of the boxes that they speak of: checks, diff and charts do not know each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from orgraph.chart.marks import Kind, Mark
from orgraph.diff import Noted
from orgraph.model import Finding


def finding_marks(findings: Iterable[Finding]) -> dict[str, Sequence[Mark]]:
    """For each node the rules that fail there, errors first, each once; what only informs is no mark."""
    marks: dict[str, dict[Mark, None]] = {}
    for finding in findings:
        if finding.outcome == "fail" and finding.severity != "info":
            mark = Mark(finding.severity, f"{finding.severity}: {finding.rule}")
            marks.setdefault(finding.focus, {})[mark] = None
    return {node: sorted(found, key=lambda mark: mark.kind) for node, found in marks.items()}


def change_marks(said: Iterable[Noted]) -> dict[str, Sequence[Mark]]:
    """For each node what changed there."""
    marks: dict[str, dict[Mark, None]] = {}
    for one in said:
        marks.setdefault(one.node, {})[Mark(cast(Kind, one.kind), one.text)] = None
    return {node: tuple(found) for node, found in marks.items()}
