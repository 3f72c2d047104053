"""A name in a text that fits no single position or unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim, Finding, Mention, Unresolved
from orgraph.rules import check

_SHOWN = 5  # candidates in a message; all of them are in its values

Covers = dict[tuple[str, int, int], BoundClaim]


@check("ORG306", "warning")
def unresolved_mention(facts: Facts) -> Iterator[Finding]:
    """A text names somebody, and no single position or unit fits.

    What it finds:
        Every mention that was left unresolved, with the reason and the candidates.

    Why it matters:
        It stays a box of its own: its lines and figures may belong to one of the candidates.

    Example:
        "the Manager" in a description that names a Shop Manager and a Bakery Manager.

    What to do:
        Use the full title, or the position number, in the source.

    Known misses:
        A mention that was resolved to the wrong position looks like any other. References of a table are
        ORG119 and ORG120.

    Source:
        An invented line is worse than a missed one: a mention is accepted only with a single candidate.
    """
    named = [left for left in facts.unresolved if left.mention.reference is None]
    covers = _covers(facts, named)
    for left in sorted(named, key=lambda left: (left.document, left.mention.start)):
        known = facts.sources.get(left.document)
        source = known.source if known else left.document
        claim = covers.get((left.document, left.mention.start, left.mention.end))
        yield finding(
            unresolved_mention,
            "fail",
            _focus(left, known.subject if known else None),
            _message(facts, left, source, claim is not None),
            [claim] if claim else [],
            source=source,
            start=left.mention.start,
            end=left.mention.end,
            reason=left.reason,
            candidates=list(left.candidates),
        )


def _covers(facts: Facts, named: Iterable[Unresolved]) -> Covers:
    """A claim for each of these mentions: its evidence shows where the mention stands."""
    wanted = {(left.document, left.mention.start, left.mention.end) for left in named}
    found: Covers = {}
    for node in facts.ids if wanted else ():
        for bound in facts.each("claims")[node]:
            for mention in (bound.claim.subject, bound.claim.value):
                key = _place(bound, mention)
                if key in wanted:
                    found.setdefault(key, bound)
    return found


def _place(bound: BoundClaim, mention: object) -> tuple[str, int, int]:
    start, end = (mention.start, mention.end) if isinstance(mention, Mention) else (-1, -1)
    return bound.claim.document, start, end


def _message(facts: Facts, left: Unresolved, source: str, shown: bool) -> str:
    place = "" if shown else f" in {brief(source)}, characters {left.mention.start} to {left.mention.end}"
    labels = [brief(facts.each("label")[node] if node in facts.nodes else node) for node in left.candidates]
    names = labels if len(set(labels)) == len(labels) else list(left.candidates)
    fitting = f"; it could be {listed(names, ' or ', _SHOWN)}" if names else ""
    return f"“{brief(left.mention.text)}”{place} is left open: {brief(left.reason)}{fitting}"


def _focus(left: Unresolved, subject: str | None) -> str:
    return subject or left.document
