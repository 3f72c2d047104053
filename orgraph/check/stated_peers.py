"""The stated number of peers, itself included, against the peers that the same document lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgraph.check._claims import ByDocument, by_document
from orgraph.check._count import Count, seats, stated, unresolved
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.interval import Interval, agree, exceeds, point, total, value, written
from orgraph.model import BoundClaim, Finding, Outcome
from orgraph.rules import check

_DENSE: Final = 0.55  # share of a list that its titles are at least; marks, levels and joints are the rest
Peers = dict[str, BoundClaim]


@check("ORG203", "warning")
def stated_peers(facts: Facts) -> Iterator[Finding]:
    """A document says "one of five" and does not list four others.

    What it finds:
        A stated number of positions under one superior that differs from the position itself plus the
        peers listed in the same document; and a list with no number where the sentence has a place
        for one. "One of several", or a number with no list, cannot be verified.

    Why it matters:
        The list of peers is often the only place where they are named: a missing one is a missing box.

    Example:
        "The Head Baker is one of four positions that report to the Managing Director. The others
        are the Shop Manager and the Driver."

    What to do:
        Look for the missing name beside the quoted list, or for the lost number in the original.

    Known misses:
        A list that repeats the position itself among the others is one too long. If a mention of the
        document stayed unresolved, or most words of the list are of no title that was read, a short list
        is not called wrong.

    Source:
        Count against list, inside one document; "one of five" counts the position itself.
    """
    blurred = unresolved(facts)
    for node, _ in facts.positions_with("stated_peers"):
        listed = by_document(facts.claims(node, "lists_peer"))
        for count in stated(facts, node, "stated_peers"):
            peers = _peers(node, listed, count.document)
            others = seats(facts, peers, count.document)
            gaps = bool(blurred[count.document]) or _is_thin(peers)
            outcome, text = _verdict(count, others, bool(peers), gaps)
            yield finding(
                stated_peers,
                outcome,
                node,
                f"{facts.label(node)}: {text}",
                [count.bound, *peers.values()],
                stated=value(count.number) if count.number else None,
                listed_with_itself=value(total([point(1), others])),
            )


def _peers(node: str, listed: ByDocument, document: str) -> Peers:
    first: Peers = {}
    for bound in listed.get(document, []):
        if bound.object is not None and bound.object != node:
            first.setdefault(bound.object, bound)
    return first


def _is_thin(peers: Peers) -> bool:
    """Whether titles that were read are so small a part of their list that others may stand between them."""
    places = [bound.claim.evidence[0] for bound in peers.values()]
    if len(places) < 2 or min(place.start for place in places) < 0:
        return False
    extent = max(place.end for place in places) - min(place.start for place in places)
    return sum(len(place.quote) for place in places) < _DENSE * extent


def _verdict(count: Count, others: Interval, any_listed: bool, blurred: bool) -> tuple[Outcome, str]:
    given = f"the list gives itself + {written(others)}" if any_listed else "no others are listed"
    if count.number is None and count.reason == "vague":
        return "not_verifiable", f"the number is vague; {given}"
    if count.number is None and not any_listed:
        return "not_verifiable", f"the number is missing; {given}"
    if count.number is None:
        return "fail", f"the number is missing; {given}"
    if not any_listed:
        return "not_verifiable", f"one of {written(count.number)} stated; {given}"
    return _compared(count.number, others, blurred)


def _compared(number: Interval, others: Interval, blurred: bool) -> tuple[Outcome, str]:
    made = total([point(1), others])
    text = f"one of {written(number)} stated, itself + {written(others)} listed"
    if not made.exact and not exceeds(made, number):
        return "not_verifiable", f"{text}: a plural without a number is in the list"
    if agree(number, made) == "yes":
        return "pass", f"{text} = {written(made)}"
    if blurred and exceeds(number, made):
        return "not_verifiable", f"{text}; not every name of the document was read as one"
    return "fail", f"{text} = {written(made)}"
