"""How bad: the severities in order, and the worst one among findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from orgraph.model import Finding, Severity

SEVERITIES: Final[tuple[Severity, ...]] = ("info", "warning", "error")


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The highest severity among findings that failed; None when nothing did.

    >>> worst([]) is None
    True
    """
    failed = [SEVERITIES.index(finding.severity) for finding in findings if finding.outcome == "fail"]
    return SEVERITIES[max(failed)] if failed else None


def reaches(findings: Iterable[Finding], lowest: Severity | Literal["never"]) -> bool:
    """Whether any finding that failed is at or above a severity; none is for "never".

    >>> reaches([], "info"), reaches([], "never")
    (False, False)
    """
    highest = worst(findings)
    if lowest == "never" or highest is None:
        return False
    return SEVERITIES.index(highest) >= SEVERITIES.index(lowest)
