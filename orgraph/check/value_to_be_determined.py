"""A value that the source says is still to be determined."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding, Unstated
from orgraph.rules import check
from orgraph.terms import TERMS


@check("ORG304", "warning")
def value_to_be_determined(facts: Facts) -> Iterator[Finding]:
    """A field is filled with "to be determined".

    What it finds:
        A field whose value is TBD or words to that effect; each field of a document once.

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
        yield finding(value_to_be_determined, "fail", node, message, [bound], predicate=predicate)


def _is_tbd(bound: BoundClaim) -> bool:
    value = bound.claim.value
    return isinstance(value, Unstated) and value.reason == "tbd"


def _words(bound: BoundClaim) -> str:
    value = bound.claim.value
    return brief(value.text) if isinstance(value, Unstated) else ""
