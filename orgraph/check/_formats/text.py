"""Findings for the terminal: place, code and message, and the quoted words with a line under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from orgraph.check._causes import CAUSE, consequences
from orgraph.check._formats._safe import cut, ended, head, line, tail
from orgraph.check._quality import Quality, written
from orgraph.evidence import Evidence
from orgraph.model import Finding
from orgraph.text import in_line, underline

_COLORS = {"error": "31", "warning": "33", "info": "36", "pass": "32"}
_QUOTES = 12
_QUOTE = 100
_AROUND = 40
_EFFECTS = 5


def generate_text(findings: Sequence[Finding], quality: Quality | None = None, *, color: bool = False) -> Iterator[str]:
    """Text for a terminal: failures with their quotes, every other outcome on a line of its own.

    At most twelve quotes of a finding are shown, and long quotes are cut; what follows from a finding
    stands below it. Nothing of a source can steer the terminal. The quality index and its shares come
    last but one, and the last line counts.
    """
    return ended(_lines(findings, quality, color))


def _lines(findings: Sequence[Finding], quality: Quality | None, color: bool) -> Iterator[str]:
    for finding, following in consequences(findings):
        yield _headline(finding, color)
        if finding.outcome == "fail":
            yield from _quotes(finding.evidence)
        for effect in following[:_EFFECTS]:
            yield f"  leads to {_said(effect, color)}"
        if len(following) > _EFFECTS:
            yield f"  … {len(following) - _EFFECTS} more consequences"
    yield from _quality(quality) if quality else ()
    yield summary(findings)


def _quality(quality: Quality) -> Iterator[str]:
    if quality.score is not None:
        shares = (f"{share.name} {written(share.number)} of {written(share.of)}" for share in quality.shares)
        yield f"quality {quality.score} of 100: {', '.join(shares)}"
        yield f"  {quality.computed}"


def _headline(finding: Finding, color: bool) -> str:
    return f"{place(finding)} {_said(finding, color)}"


def _said(finding: Finding, color: bool) -> str:
    tint = "pass" if finding.outcome == "pass" else finding.severity
    rule = f"{finding.code} {finding.rule}"
    painted = f"\x1b[{_COLORS[tint]}m{rule}\x1b[0m" if color else rule
    word = finding.severity if finding.outcome == "fail" else finding.outcome.replace("_", " ")
    return f"{painted} {word}: {line(finding.message)}"


def place(finding: Finding) -> str:
    """`source:line:column` of the first quote; without one the source alone, or a dash."""
    if finding.evidence:
        return _place(finding.evidence[0])
    return line(str(finding.values.get("source", "-")))


def _place(evidence: Evidence) -> str:
    return line(evidence.place)


def _quotes(evidence: Sequence[Evidence]) -> Iterator[str]:
    for number, quoted in enumerate(evidence[:_QUOTES]):
        if number:
            yield f"  {_place(quoted)}"
        left, right = in_line(quoted.before, quoted.after)
        before, after = tail(line(left), _AROUND), head(line(right), _AROUND)
        yield from underline(before, cut(line(quoted.quote), _QUOTE), after).split("\n")
    if len(evidence) > _QUOTES:
        yield f"  … {len(evidence) - _QUOTES} more quotes"


def summary(findings: Iterable[Finding]) -> str:
    """How many of each outcome, consequences apart: `1 error, 2 notes, 3 passed`.

    >>> summary([])
    'no findings'
    """
    counts: Counter[str] = Counter(map(_counted, findings))
    words = (
        ("error", "error", "errors"),
        ("warning", "warning", "warnings"),
        ("info", "note", "notes"),
        ("consequence", "consequence", "consequences"),
        ("pass", "passed", "passed"),
        ("not_verifiable", "not verifiable", "not verifiable"),
        ("not_applicable", "not applicable", "not applicable"),
    )
    said = [f"{counts[key]} {one if counts[key] == 1 else many}" for key, one, many in words if counts[key]]
    return ", ".join(said) or "no findings"


def _counted(finding: Finding) -> str:
    if CAUSE in finding.values:
        return "consequence"
    return finding.severity if finding.outcome == "fail" else finding.outcome
