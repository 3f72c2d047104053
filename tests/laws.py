"""What holds of any document and of its claims, whatever the text: the tests and the fuzzer judge by the same laws."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from orgraph.model import Claim, Document, Mention, Quantity, Unstated
from orgraph.terms import TERMS


def assert_document_holds(document: Document) -> None:
    """View and text have one length; each repair quotes the text it repairs."""
    assert len(document.view) == len(document.text)
    for repair in document.repairs:
        assert 0 <= repair.start < repair.end <= len(document.text)
        assert document.text[repair.start : repair.end] == repair.raw


def assert_claims_hold(document: Document, claims: Sequence[Claim]) -> None:
    """Every quote stands where its evidence says, every claim is legal, and each is made once, in order."""
    text = document.text
    for claim in claims:
        assert_legal(claim)
        assert claim.evidence
        for evidence in claim.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text), claim
            assert text[evidence.start : evidence.end] == evidence.quote
            assert text[: evidence.start].endswith(evidence.before)
            assert text[evidence.end :].startswith(evidence.after)
            assert (evidence.line, evidence.column) == _place(text, evidence.start)
            assert (evidence.document, evidence.source) == (document.id, document.source)
        for repair in claim.repairs:
            assert 0 <= repair.start < repair.end <= len(text), claim
            assert repair.raw in (text[repair.start : repair.end], document.view[repair.start : repair.end]), claim
            assert repair.raw != repair.repaired
    assert len({claim.id for claim in claims}) == len(claims)
    places = [(claim.evidence[0].start, claim.evidence[0].end) for claim in claims]
    assert places == sorted(places)


def _place(text: str, offset: int) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def assert_legal(claim: Claim) -> None:
    """The predicate is known, and joins what the table of terms lets it join."""
    term = TERMS[claim.predicate]
    assert term.subject in ("any", _kind(claim.subject)), claim
    if isinstance(claim.value, Mention):
        assert term.object in ("any", _kind(claim.value)), claim
        assert claim.value != claim.subject, claim
    elif isinstance(claim.value, Unstated):
        in_cell = claim.evidence[0].start < 0  # a cell has a place for a superior, whether it holds one or not
        assert in_cell or not term.is_edge, claim
    else:
        assert claim.value.type == term.object, claim
    if isinstance(claim.value, Quantity):
        bounds = [bound for bound in (claim.value.low, claim.value.high) if bound is not None]
        assert bounds
        assert all(isinstance(bound, Decimal) and bound.is_finite() and bound >= 0 for bound in bounds), claim
        assert bounds == sorted(bounds), claim


def _kind(mention: Mention) -> str:
    return "unit" if mention.kind == "unit" else "position"


# --- time ---------------------------------------------------------------------------------------------

LIMIT = 8.0  # linear is 4, quadratic 16
LEAST = 0.01  # seconds; below it the clock decides


def assert_linear(short: Callable[[int], float], long: Callable[[int], float]) -> None:
    """The ratio stays below the limit; a first measurement above it is made again, with more turns.

    The garbage collector waits meanwhile: what it walks is everything that other tests have left behind.
    """
    gc.collect()
    gc.disable()
    try:
        ratio = long(1) / max(short(1), LEAST)
        if ratio >= LIMIT:
            ratio = long(3) / max(short(3), LEAST)
    finally:
        gc.enable()
    assert ratio < LIMIT, f"four times the text takes {ratio:.1f} times as long"
