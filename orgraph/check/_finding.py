"""Make a finding for a rule: its marks, its claims, their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from orgraph.evidence import Evidence
from orgraph.model import BoundClaim, Finding, Outcome

Found = str | int | float | list[str] | None


def finding(
    rule: Callable[..., Iterator[Finding]],
    outcome: Outcome,
    focus: str,
    message: str,
    claims: Iterable[BoundClaim] = (),
    **values: Found,
) -> Finding:
    """What a rule found; only a failure has the severity of the rule, every other outcome informs.

    The evidence is that of the claims, in their order, each place once.
    """
    marks: dict[str, Any] = rule.__dict__
    return Finding(
        rule=rule.__name__.replace("_", "-"),
        code=marks["code"],
        outcome=outcome,
        severity=marks["severity"] if outcome == "fail" else "info",
        focus=focus,
        message=message,
        values=values,
        evidence=places(claims),
    )


def places(claims: Iterable[BoundClaim]) -> tuple[Evidence, ...]:
    """The evidence of claims, each place of a source once: the values first, then the words around them."""
    groups = [bound.claim.evidence for bound in claims]
    found: dict[tuple[object, ...], Evidence] = {}
    for evidence in (*(group[0] for group in groups), *(one for group in groups for one in group[1:])):
        key = (evidence.document, evidence.start, evidence.end, evidence.sheet, evidence.line, evidence.column)
        found.setdefault(key, evidence)
    return tuple(found.values())
