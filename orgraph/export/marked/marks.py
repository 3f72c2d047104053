"""Marks: the places of a document that hold facts, numbered in reading order, each with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orgraph.export.marked.kinds import KIND_OF, KINDS, Kind
from orgraph.model import Claim, Mention
from orgraph.text import Span

_NAMES = ("title", "unit_name")


class Mark(NamedTuple):
    """A place, the claims that rest on it first, and their kinds in the order of the legend."""

    number: int
    start: int
    end: int
    kinds: tuple[Kind, ...]
    claims: tuple[Claim, ...]

    @property
    def kind(self) -> Kind:
        """The kind that colours the mark."""
        return self.kinds[-1]


def marks(claims: Iterable[Claim], length: int) -> list[Mark]:
    """The marks of a document of so many characters: by start, what holds others before what it holds."""
    places: dict[tuple[int, int], list[Claim]] = {}
    for claim in _telling(tuple(claims)):
        start = min(max(0, claim.evidence[0].start), length)
        end = min(max(start, claim.evidence[0].end), length)
        places.setdefault((start, -end), []).append(claim)
    return [_mark(number, start, -end, places[start, end]) for number, (start, end) in enumerate(sorted(places), 1)]


def facts(found: Iterable[Mark]) -> Counter[str]:
    """How many claims of each kind the marks hold."""
    return Counter(KIND_OF[claim.predicate].name for mark in found for claim in mark.claims)


def _mark(number: int, start: int, end: int, claims: Sequence[Claim]) -> Mark:
    held = {KIND_OF[claim.predicate] for claim in claims}
    return Mark(number, start, end, tuple(kind for kind in KINDS if kind in held), tuple(claims))


def _telling(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without those that merely name what another claim, marked at the same words, speaks of."""
    spoken = {span for claim in claims if not _only_names(claim) for span in _speaks_of(claim)}
    return (claim for claim in claims if not _only_names(claim) or _span(claim) not in spoken)


def _only_names(claim: Claim) -> bool:
    return claim.predicate in _NAMES and claim.subject.kind != "self" and claim.subject.start == _span(claim).start


def _speaks_of(claim: Claim) -> Iterator[Span]:
    """The quote, and the mentions that stand within it."""
    quote = _span(claim)
    yield quote
    for mention in (claim.subject, claim.value):
        if isinstance(mention, Mention) and quote.start <= mention.start and mention.end <= quote.end:
            yield Span(mention.start, mention.end)


def _span(claim: Claim) -> Span:
    return Span(claim.evidence[0].start, claim.evidence[0].end)
