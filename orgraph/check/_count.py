"""Counts that a text states against the list that it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from orgraph.check._claims import by_document, quantity, ranges
from orgraph.check._facts import Facts
from orgraph.interval import Interval, interval, point, total
from orgraph.model import BoundClaim, Unstated


class Count(NamedTuple):
    """A stated count of one document: a number, or the reason why there is none."""

    document: str
    bound: BoundClaim
    number: Interval | None
    reason: str | None = None


def stated(facts: Facts, node: str, predicate: str) -> list[Count]:
    """The counts that documents state of a position; each number of a document once.

    A document that gives a number in one place and none in another has given it.
    """
    found: list[Count] = []
    for document, group in by_document(facts.claims(node, predicate)).items():
        numbers = [Count(document, bound, interval(figure)) for bound, figure in ranges(group)]
        blanks = [bound for bound in group if quantity(bound) is None]
        found += numbers or [Count(document, bound, None, _reason(bound)) for bound in blanks[:1]]
    return found


def _reason(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.reason if isinstance(value, Unstated) else "missing"


def seats(facts: Facts, nodes: Iterable[str], document: str) -> Interval:
    """How many positions and units a list of boxes stands for, in the words of one document.

    A box of unknown size is one seat or more.
    """
    return total(_seats(facts, node, document) for node in nodes)


def _seats(facts: Facts, node: str, document: str) -> Interval:
    if not facts.claims(node, "seats"):
        return point(1)
    said = [bound for bound in facts.claims(node, "seats") if bound.claim.document == document]
    numbers = [figure for _, figure in ranges(said) if figure.measure == "count"]
    if numbers:
        return interval(numbers[0])
    return Interval(point(1).low, None) if said else point(1)


def plural_boxes(facts: Facts, nodes: Iterable[str], document: str) -> bool:
    """Whether a list holds a box that stands for more, or fewer, than one seat in the words of its document."""
    return any(_seats(facts, node, document) != point(1) for node in nodes)


def unresolved(facts: Facts) -> Counter[str]:
    """How many mentions of each document fit no single box: a short list may be short of these."""
    return Counter(mention.document for mention in facts.unresolved)
