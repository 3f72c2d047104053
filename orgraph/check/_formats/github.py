"""Findings as GitHub workflow commands, which show them beside the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgraph.check._causes import consequences
from orgraph.check._formats._safe import ended, visible
from orgraph.model import Finding

_EFFECTS = 3
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def generate_github(findings: Sequence[Finding]) -> Iterator[str]:
    """One command for each failure and each outcome that could not be verified; passes are silent.

    What follows from a finding is named behind it, and has no command of its own.
    """
    return ended(_commands(findings))


def _commands(findings: Sequence[Finding]) -> Iterator[str]:
    for finding, following in consequences(findings):
        if finding.outcome in ("fail", "not_verifiable"):
            command = _COMMANDS[finding.severity]
            properties = [*_place(finding), f"title={_property(f'{finding.code} {finding.rule}')}"]
            effects = "".join(f"; leads to {effect.code} {effect.rule}" for effect in following[:_EFFECTS])
            more = f" and {len(following) - _EFFECTS} more" if len(following) > _EFFECTS else ""
            yield f"::{command} {','.join(properties)}::{_data(finding.message)}{effects}{more}"


def _place(finding: Finding) -> list[str]:
    if not finding.evidence:
        return []
    first = finding.evidence[0]
    return [f"file={_property(first.source)}", f"line={max(1, first.line)}", f"col={max(1, first.column)}"]


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
