"""Findings as JUnit XML: a suite for each rule, a case for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from orgraph.check._formats._safe import ended, line, visible
from orgraph.check._formats.text import place
from orgraph.model import Finding


def generate_junit(findings: Sequence[Finding]) -> Iterator[str]:
    """The lines of an XML document.

    Errors and warnings are failures; what cannot be verified or does not apply is skipped; a note is
    a passed case with its message as output.
    """
    return ended(_document(findings))


def _document(findings: Sequence[Finding]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="orgraph" {_counts(findings)}>'
    by_rule = sorted(findings, key=lambda finding: finding.code)
    for (code, rule), group in groupby(by_rule, key=lambda finding: (finding.code, finding.rule)):
        yield from _suite(f"{code} {rule}", list(group))
    yield "</testsuites>"


def _suite(name: str, findings: list[Finding]) -> Iterator[str]:
    skipped = sum(map(_skipped, findings))
    yield f'  <testsuite name="{_xml(name)}" {_counts(findings)} skipped="{skipped}">'
    for finding in findings:
        case = f'    <testcase classname="{_xml(name)}" name="{_xml(f"{place(finding)} {finding.focus}")}"'
        yield from _case(case, finding)
    yield "  </testsuite>"


def _case(case: str, finding: Finding) -> Iterator[str]:
    message = _xml(finding.message)
    if _failed(finding):
        yield f"{case}>"
        yield f'      <failure type="{finding.severity}" message="{message}">{_quotes(finding)}</failure>'
        yield "    </testcase>"
    elif _skipped(finding):
        yield f'{case}><skipped message="{message}"/></testcase>'
    else:
        yield f"{case}><system-out>{message}</system-out></testcase>"


def _failed(finding: Finding) -> bool:
    return finding.outcome == "fail" and finding.severity != "info"


def _skipped(finding: Finding) -> bool:
    return finding.outcome in ("not_verifiable", "not_applicable")


def _counts(findings: Sequence[Finding]) -> str:
    """What a suite, and all of them together, may count by the schema; only a suite may count what it skips."""
    return f'tests="{len(findings)}" failures="{sum(map(_failed, findings))}" errors="0"'


def _quotes(finding: Finding) -> str:
    quotes = (f"{e.source}:{e.line}:{e.column} “{line(e.quote)}”" for e in finding.evidence)
    return _xml("\n".join(quotes), one_line=False)


def _xml(text: str, one_line: bool = True) -> str:
    return escape(line(text) if one_line else visible(text))
