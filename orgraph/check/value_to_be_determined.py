"""A value that the source says is still to be determined."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import source, start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Classification, Date, Finding, Text, Unstated
from orgraph.rules import check
from orgraph.terms import TERMS


@check("ORG304", "warning")
def value_to_be_determined(facts: Facts) -> Iterator[Finding]:
    """A field is filled with "to be determined".

    What it finds:
        A field whose value is TBD or words to that effect; each field of a document once. If another
        document gives the value, it is named: TBD is no value, and so no conflict.

    Why it matters:
        The document was not finished: whatever joins on this field finds nothing.

    Example:
        "Position number: TBD"

    What to do:
        Enter the value in the source once it is known.

    Known misses:
        A field that is empty or absent is not reported.

    Source:
        Register practice keeps a mark for "not disclosed" apart from "not known".
    """
    first: dict[tuple[str, str, str], BoundClaim] = {}
    for bound in sorted((bound for bound in facts.sorted.pending if _is_tbd(bound)), key=start):
        first.setdefault((bound.subject, bound.claim.document, bound.claim.predicate), bound)
    for (node, _, predicate), bound in first.items():
        message = f"{facts.label(node)}: {TERMS[predicate].label} is to be determined (“{_words(bound)}”)"
        known = _elsewhere(facts, bound)
        if known is not None:
            message += f"; {_value(known)} in {brief(source(known))}"
        yield finding(
            value_to_be_determined, "fail", node, message, [bound, known] if known else [bound], predicate=predicate
        )


def _elsewhere(facts: Facts, tbd: BoundClaim) -> BoundClaim | None:
    """The first claim of another document that gives the value."""
    claims = facts.claims(tbd.subject, tbd.claim.predicate)
    return next((b for b in claims if b.claim.document != tbd.claim.document and _value(b)), None)


def _value(bound: BoundClaim) -> str:
    value = bound.claim.value
    if isinstance(value, Text):
        return brief(value.text)
    return value.iso if isinstance(value, Date) else value.code if isinstance(value, Classification) else ""


def _is_tbd(bound: BoundClaim) -> bool:
    value = bound.claim.value
    return isinstance(value, Unstated) and value.reason == "tbd"


def _words(bound: BoundClaim) -> str:
    value = bound.claim.value
    return brief(value.text) if isinstance(value, Unstated) else ""
