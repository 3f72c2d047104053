"""The view that rules match on, its misread words put right, and the way back to the places of the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from orgraph.model import Repair
from orgraph.text import Span


class Mended:
    """A view with its repairs made; they stand in order and never overlap.

    >>> mended = Mended("a Gen eral view", [Repair(start=2, end=10, raw="Gen eral", repaired="General", rule="")])
    >>> mended.view, mended.source(Span(2, 9)), mended.source(Span(10, 14))
    ('a General view', Span(start=2, end=10), Span(start=11, end=15))
    """

    def __init__(self, view: str, repairs: Sequence[Repair]) -> None:
        self.repairs = tuple(repairs)
        self._source = view
        self._starts: list[int] = []  # of each repaired word, in the mended view
        parts, done, length = [], 0, 0
        for repair in repairs:
            length += repair.start - done
            self._starts.append(length)
            parts += [view[done : repair.start], repair.repaired]
            length, done = length + len(repair.repaired), repair.end
        self.view = "".join([*parts, view[done:]]) if repairs else view

    def source(self, span: Span) -> Span:
        """The place in the source: a span that begins or ends inside a repaired word takes the whole of it."""
        return Span(self._start(span.start), self._end(span.end))

    def raw(self, span: Span) -> str:
        """What stands at a place in the source."""
        return self._source[slice(*span)]

    def _start(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        beyond = offset - self._starts[index] - len(self.repairs[index].repaired)
        return self.repairs[index].end + beyond if beyond >= 0 else self.repairs[index].start

    def _end(self, offset: int) -> int:
        index = bisect_left(self._starts, offset) - 1
        if index < 0:
            return offset
        beyond = offset - self._starts[index] - len(self.repairs[index].repaired)
        return self.repairs[index].end + max(0, beyond)
