"""A document as it was read, for people: each claim under its line, marked, with its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgraph.export.record import shown
from orgraph.model import Claim, Document
from orgraph.text import underline, visible


def generate_reading(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """Each claim: what it says, by which rule, and its quote underlined in its context."""
    yield f"{document.source}  ({document.language}, {document.encoding}, {len(claims)} claims)\n"
    for claim in claims:
        first = claim.evidence[0]
        repaired = "".join(f", read {r.raw!r} as {r.repaired!r}" for r in claim.repairs)
        inferred = ", inferred" if claim.modality == "inferred" else ""
        subject = visible(claim.subject.text)
        said = f"{subject} | {claim.predicate} | {visible(shown(claim))}"
        yield f"\n{first.line}:{first.column}  {said}  ({claim.rule}{inferred}{repaired})\n"
        yield underline(first.before, first.quote, first.after) + "\n"
