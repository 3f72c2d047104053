"""Findings as GitHub workflow commands, which show them beside the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgraph.check._formats._safe import ended, visible
from orgraph.model import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def generate_github(findings: Sequence[Finding]) -> Iterator[str]:
    """One command for each failure and each outcome that could not be verified; passes are silent."""
    return ended(_commands(findings))


def _commands(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.outcome in ("fail", "not_verifiable"):
            command = _COMMANDS[finding.severity]
            properties = [*_place(finding), f"title={_property(f'{finding.code} {finding.rule}')}"]
            yield f"::{command} {','.join(properties)}::{_data(finding.message)}"


def _place(finding: Finding) -> list[str]:
    if not finding.evidence:
        return []
    first = finding.evidence[0]
    return [f"file={_property(first.source)}", f"line={max(1, first.line)}", f"col={max(1, first.column)}"]


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
