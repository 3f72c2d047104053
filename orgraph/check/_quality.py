"""The quality index: how much of an organization is covered, stated, proved and free of faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, NamedTuple

from orgraph.check._causes import CAUSE
from orgraph.check._facts import Facts
from orgraph.model import Finding

COMPUTED: Final = (
    "The mean of the shares that there are, of 100. Faults are errors, and three tenths of warnings, for each "
    "position; what merely follows from another finding is not counted again."
)
_TOTALS: Final = ("ORG201", "ORG204")  # the proofs of staff and of money
_PROVABLE: Final = ("pass", "fail", "not_verifiable")
_WEIGHTS: Final = {"error": Decimal(1), "warning": Decimal("0.3"), "info": Decimal(0)}


class Share(NamedTuple):
    """One part of the index: what is counted, how many, of how many."""

    name: str
    number: Decimal
    of: Decimal

    @property
    def value(self) -> Decimal:
        """The share, from 0 to 1."""
        return self.number / self.of


def written(number: Decimal) -> str:
    """A count or a sum as a person writes it.

    >>> written(Decimal("780.420"))
    '780.42'
    """
    return f"{number.normalize():,f}"


class Quality(NamedTuple):
    """The index: a score of 100, None where there is nothing to measure; its shares; the findings by severity."""

    score: int | None
    shares: tuple[Share, ...]
    findings: dict[str, int]
    computed: str = COMPUTED


def quality(facts: Facts, findings: Sequence[Finding]) -> Quality:
    """The quality index of a graph and the findings on it; a share of nothing is left out."""
    posts = len(facts.positions)
    lines = [said for superiors in facts.above.values() for said in superiors.values()]
    stated = sum(any(bound.claim.modality == "stated" for bound in said) for said in lines)
    proofs = [f.outcome for f in findings if f.code in _TOTALS and f.outcome in _PROVABLE]
    faults = Counter(f.severity for f in findings if f.outcome == "fail" and CAUSE not in f.values)
    weight = sum((_WEIGHTS[severity] * count for severity, count in faults.items()), Decimal(0))
    total = facts.rollup
    found = (
        Share("posts described", Decimal(sum(map(facts.known, facts.positions))), Decimal(posts)),
        Share("lines stated", Decimal(stated), Decimal(len(lines))),
        Share("totals proved", Decimal(proofs.count("pass")), Decimal(len(proofs))),
        Share("FTE under a top position", total.fte_reachable, total.fte_in_sources),
        Share("posts without fault", max(Decimal(0), posts - weight), Decimal(posts)),
    )
    shares = tuple(share for share in found if share.of)
    mean = sum((share.value for share in shares), Decimal(0)) / len(shares) if shares else None
    index = None if mean is None else int((mean * 100).quantize(Decimal(1), ROUND_HALF_EVEN))
    return Quality(index, shares, {severity: faults[severity] for severity in ("error", "warning", "info")})
