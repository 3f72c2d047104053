"""A position or unit with two different solid superiors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._claims import by_document, source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding, Outcome
from orgraph.rules import check
from orgraph.titles import canonical

_SHARED: Final = 4  # words that two titles of one position share: fewer are a rank alone


@check("ORG103", "warning")
def two_superiors(facts: Facts) -> Iterator[Finding]:
    """Somebody reports to two different superiors by solid lines.

    What it finds:
        A position or unit with more than one solid line. If one document states them all, the matrix
        is stated there; if it takes several documents, they are in conflict. Where one document gives
        two titles that share all words but one, they may be of one position: that cannot be verified.

    Why it matters:
        Staff is counted once in a rollup, but a chart can draw one line only, and a conflict means
        that one of the documents is out of date.

    Example:
        One description says that the Pastry Chef reports to the Head Baker, another to the Shop Manager.

    What to do:
        For a matrix, say in the source which line is functional (dotted). For a conflict, correct the
        older document, or leave it out.

    Known misses:
        Two titles for one superior that were not recognized as one position look like two superiors.

    Source:
        W3C ORG has one property for solid and dotted lines; a matrix is legal there and worth a look.
    """
    for node, lines in facts.above.items():
        if len(lines) > 1:
            first = [claims[0] for claims in lines.values()]
            names = [facts.label(superior) for superior in lines]
            message = f"{facts.label(node)} {_how(lines, names)}"
            kind = _kind(lines)
            doubt = kind == "matrix" and len(lines) == 2 and _may_be_one(*names)
            message += ", or two titles of one position" if doubt else ""
            outcome: Outcome = "not_verifiable" if doubt else "fail"
            yield finding(two_superiors, outcome, node, message, first, superiors=list(lines), kind=kind)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two titles are so alike that a reader would take them for one, written in two ways."""
    short, long = sorted((set(canonical(one).split()), set(canonical(other).split())), key=len)
    return len(short & long) >= _SHARED and len(short - long) <= 1


def _kind(lines: dict[str, list[BoundClaim]]) -> str:
    documents = by_document(bound for claims in lines.values() for bound in claims)
    most = max(len({bound.object for bound in claims}) for claims in documents.values())
    return "matrix" if most == len(lines) else "conflict"


def _how(lines: dict[str, list[BoundClaim]], names: list[str]) -> str:
    if _kind(lines) == "matrix":
        return f"reports to {listed(names, ' and to ')}: a matrix stated in one document"
    said = (f"{name} in {brief(source(claims[0]))}" for name, claims in zip(names, lines.values(), strict=True))
    return f"reports to {listed(said, ', but to ')}"
