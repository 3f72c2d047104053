"""The evidence of a box or a line, as a reader sees it: what is claimed, the words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from orgraph.chart.clean import clean
from orgraph.evidence import Evidence
from orgraph.model import BoundClaim
from orgraph.terms import TERMS
from orgraph.text import clip

_LONGEST = 240
_AROUND = 90  # letters before and after a quote


class Quote(NamedTuple):
    """The words that one claim rests on; what stands around them is as the source has it."""

    about: str
    text: str
    place: str
    modality: str
    evidence: Evidence

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after the words, as a reader sees it."""
        return clean(self.evidence.before)[-_AROUND:], clean(self.evidence.after)[:_AROUND]

    def __str__(self) -> str:
        note = "" if self.modality == "stated" else " (inferred)"
        return f"{self.about}{note}: “{self.text}” {self.place}"


def quotes(claims: Iterable[BoundClaim]) -> tuple[Quote, ...]:
    """Every quote of the claims once, in their order."""
    return tuple(dict.fromkeys([quote for bound in claims for quote in _of(bound)]))


def _of(bound: BoundClaim) -> list[Quote]:
    claim = bound.claim
    about = TERMS[claim.predicate].label if claim.predicate in TERMS else clean(claim.predicate)
    return [
        Quote(
            about,
            clip(clean(evidence.quote), _LONGEST),
            clean(evidence.place),
            claim.modality,
            evidence,
        )
        for evidence in claim.evidence
    ]
