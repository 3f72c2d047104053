"""Causes and consequences: a finding that another one explains stands below it, and says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from orgraph.model import Finding

CAUSE = "because"  # the value of a consequence that names its cause: "ORG101 position/bakery/head-baker"


def grouped(findings: Sequence[Finding], because: Mapping[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """The findings with every consequence right behind its cause, marked with it; the order is kept otherwise.

    `because` names for each rule the rules that may cause its findings, the strongest first. A finding is a
    consequence where both failed and speak of one box; it stands under the first cause of the chain.
    """
    failed = [finding for finding in findings if finding.outcome == "fail"]
    by_box: dict[tuple[str, str], Finding] = {}
    for finding in failed:
        for box in boxes(finding):
            by_box.setdefault((finding.rule, box), finding)
    cause = {id(f): found for f in failed if (found := _cause(f, because.get(f.rule, ()), by_box))}
    below: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if id(finding) in cause:
            first = _first(finding, cause)
            below[id(first)].append(replace(finding, values={**finding.values, CAUSE: key(first)}))
    tops = (finding for finding in findings if id(finding) not in cause)
    return tuple(one for finding in tops for one in (finding, *sorted(below[id(finding)], key=_placeless)))


def _placeless(finding: Finding) -> bool:
    """What has no place of its own, a total for instance, comes behind what has one."""
    return not finding.evidence


def boxes(finding: Finding) -> Iterator[str]:
    """The boxes that a finding speaks of: its focus, and the boxes among its values."""
    yield finding.focus
    more = finding.values.get("boxes")
    if isinstance(more, list):
        yield from more


def key(finding: Finding) -> str:
    """How a consequence names its cause."""
    return f"{finding.code} {finding.focus}"


def consequences(findings: Iterable[Finding]) -> Iterator[tuple[Finding, list[Finding]]]:
    """Each finding that stands for itself, with the consequences behind it."""
    group: tuple[Finding, list[Finding]] | None = None
    for finding in findings:
        if CAUSE in finding.values and group is not None:
            group[1].append(finding)
        else:
            if group is not None:
                yield group
            group = (finding, [])
    if group is not None:
        yield group


def _cause(finding: Finding, rules: tuple[str, ...], by_box: Mapping[tuple[str, str], Finding]) -> Finding | None:
    for rule in rules:
        for box in boxes(finding):
            found = by_box.get((rule, box))
            if found is not None and found is not finding:
                return found
    return None


def _first(finding: Finding, cause: Mapping[int, Finding]) -> Finding:
    """The end of the chain of causes; rules are named in one order, so the chain ends."""
    while id(finding) in cause:
        finding = cause[id(finding)]
    return finding
