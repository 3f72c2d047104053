"""Findings as SARIF 2.1.0, the format that code hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from orgraph import rules
from orgraph.check._formats._safe import dumped, ended, visible
from orgraph.evidence import Evidence
from orgraph.model import Finding

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS: Final = {"pass": "pass", "fail": "fail", "not_verifiable": "open", "not_applicable": "notApplicable"}
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


def generate_sarif(findings: Sequence[Finding]) -> Iterator[str]:
    """The lines of a SARIF log with one run; every rule is described, whether it found something or not.

    Columns and offsets count code points, as the log declares. Outcomes that are no failure keep
    their kind (`pass`, `open`, `notApplicable`) and have no level.
    """
    known = sorted(rules.discover("orgraph.check"), key=lambda rule: str(rule.code))
    index = {rule.code: number for number, rule in enumerate(known)}
    driver = {"name": "orgraph", "rules": [_rule(rule) for rule in known]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return ended(dumped(log).split("\n"))


def _rule(rule: rules.Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[str(rule.severity)]},
    }


def _result(finding: Finding, index: dict[str | None, int]) -> dict[str, Any]:
    failed = finding.outcome == "fail"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        **({"ruleIndex": index[finding.code]} if finding.code in index else {}),  # SHACL is no rule of ours
        "kind": _KINDS[finding.outcome],
        "level": _LEVELS[finding.severity] if failed else "none",
        "message": {"text": visible(finding.message)},
        "locations": [_location(evidence) for evidence in finding.evidence[:1]],
        "properties": {"focus": visible(finding.focus), "values": finding.values},
    }
    if len(finding.evidence) > 1:
        rest = enumerate(finding.evidence[1:], start=1)
        result["relatedLocations"] = [{"id": number, **_location(evidence)} for number, evidence in rest]
    return result


def _location(evidence: Evidence) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": max(1, evidence.line),
        "startColumn": max(1, evidence.column),
        "snippet": {"text": visible(evidence.quote)},
    }
    if evidence.start >= 0:  # a cell has no offsets
        region |= {"charOffset": evidence.start, "charLength": evidence.end - evidence.start}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(evidence.source)}, "region": region}}


def uri(source: str) -> str:
    """A relative URI reference for the name of a source.

    >>> uri("job descriptions/head baker.txt")
    'job%20descriptions/head%20baker.txt'
    """
    return quote(source.replace("\\", "/"), safe="/", errors="replace")
