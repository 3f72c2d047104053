"""A position whose level is not below that of its superior in the same occupational group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import BoundClaim, Classification, Finding, Outcome
from orgraph.rules import check


@check("ORG106", "warning", because=("reporting-loop",))
def level_inversion(facts: Facts) -> Iterator[Finding]:
    """A position is classified as high as its superior, or higher.

    What it finds:
        A solid line between two positions of one occupational group where the level of the lower
        position is not below that of the upper one. A line of a text with levels in order passes, and so
        does a description whose reports all have levels of other groups.

    Why it matters:
        Within a group the level follows the span of the work. Equal levels mean a misread digit, a
        line that skips a rank, or a classification that was never reviewed.

    Example:
        An EX-03 who reports to an EX-02.

    What to do:
        Compare both quoted classifications with their sources, then the line.

    Known misses:
        Groups are never compared with each other, and a higher number is taken as the higher level.
        A level that the text calls equivalent is compared like one that is held.

    Source:
        Classification standards order the levels within an occupational group only.
    """
    levels = {node: level for node, level in facts.each("classification").items() if level and level.level is not None}
    for node, superiors in facts.above.items() if levels else ():
        low = levels.get(node)
        for superior, line in superiors.items() if low else ():
            high = levels.get(superior)
            if low and high and low.group == high.group and None not in (low.level, high.level):
                outcome: Outcome = "fail" if (low.level or 0) >= (high.level or 0) else "pass"
                if outcome == "fail" or line[0].claim.document in facts.texts:
                    message = f"{facts.label(node)} ({low.code}) reports to {facts.label(superior)} ({high.code})"
                    evidence = [*_said(facts, node, low), *_said(facts, superior, high), line[0]]
                    yield finding(level_inversion, outcome, node, message, evidence, superior=superior)
    yield from _of_other_groups(facts, levels)


def _of_other_groups(facts: Facts, levels: Mapping[str, Classification]) -> Iterator[Finding]:
    """The described positions with a level whose reports all have levels, and none of its group."""
    for node in facts.descriptions:
        own, reports = levels.get(node), facts.below.get(node, [])
        lower = [levels[report] for report in reports if report in levels]
        if own and lower and len(lower) == len(reports) and own.group not in {low.group for low in lower}:
            codes = listed(sorted({low.code for low in lower}))
            message = f"{facts.label(node)} ({own.code}): {codes} below it, no level of its group"
            claims = [bound for report in reports for bound in _said(facts, report, levels[report])]
            yield finding(level_inversion, "pass", node, message, [*_said(facts, node, own), *claims])


def _said(facts: Facts, node: str, classification: Classification) -> list[BoundClaim]:
    """The first claim with this classification."""
    return [bound for bound in facts.claims(node, "classification") if bound.claim.value == classification][:1]
