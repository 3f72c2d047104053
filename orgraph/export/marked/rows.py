"""Rows: the lines of a text, long ones cut, with the edges of the marks in them properly nested."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orgraph.export.marked.marks import Mark
from orgraph.text import Lines, Span

_DEEPEST = 8  # marks inside one another; a deeper one is a point at its start, so that time stays linear


class Edge(NamedTuple):
    """Where a mark, or a piece of one, opens or closes."""

    opens: bool
    mark: Mark


class Row(NamedTuple):
    """A line or a piece of one: its place, its text with the edges in it, and the marks that end in it."""

    line: int
    column: int
    parts: tuple[str | Edge, ...]
    ended: tuple[Mark, ...]


def rows(text: str, marks: Sequence[Mark], width: int, stops: tuple[str, ...] = (" ",)) -> Iterator[Row]:
    """The text in rows of at most so many characters, cut after a stop where there is one.

    The strings of all rows are the text without its line ends. A mark that goes on over a row's end, or that
    crosses another, is closed there and opened again: in every row the edges nest.
    """
    sweep, whole = _Sweep(text, marks), _kept_whole(text, marks, width // 2)
    for line, (start, end, after) in enumerate(_lines(text), 1):
        for left, right in _pieces(whole, start, end, width, stops):
            parts, ended = sweep.row(left, right, after if right == end else right)
            yield Row(line, left - start + 1, tuple(parts), tuple(sorted(ended, key=lambda mark: mark.number)))


def _kept_whole(text: str, marks: Iterable[Mark], most: int) -> str:
    """The text as the cutting sees it: without spaces in short marks, so that no row ends in one."""
    parts, done = [], 0
    for mark in marks:
        if done < mark.end <= mark.start + most:
            start = max(done, mark.start)
            parts += [text[done:start], text[start : mark.end].replace(" ", "_")]
            done = mark.end
    return "".join([*parts, text[done:]])


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and the start of the next line; no empty line after a last line end."""
    spans = list(Lines(text).spans())
    if len(spans) > 1 and spans[-1].start == len(text):
        spans.pop()
    starts = [*(span.start for span in spans[1:]), len(text) + 1]
    return ((start, end, after) for (start, end), after in zip(spans, starts, strict=True))


def _pieces(text: str, start: int, end: int, width: int, stops: tuple[str, ...]) -> Iterator[Span]:
    """A line in pieces: the first stop that the second half of a piece holds ends it, else its width."""
    while end - start > width:
        found = (text.rfind(stop, start + width // 2, start + width) + len(stop) for stop in stops)
        cut = next((place for place in found if place > start + width // 2), start + width)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


class _Sweep:
    """One pass over text and marks: what is open, and what is still to come."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._coming = deque(marks)
        self._open: list[Mark] = []
        self._parts: list[str | Edge] = []
        self._ended: list[Mark] = []

    def row(self, start: int, end: int, after: int) -> tuple[list[str | Edge], list[Mark]]:
        """What stands from start to end; what ends before `after`, in the line end, ends with the row."""
        self._parts, self._ended = [], []
        if start < end:
            self._edges(True, self._open)
        while start < end:
            self._close(start)
            self._begin(start)
            stop = self._next(end)
            self._parts.append(self._text[start:stop])
            start = stop
        if self._parts:
            self._edges(False, reversed(self._open))
        self._leave(after)
        return self._parts, self._ended

    def _edges(self, opens: bool, marks: Iterable[Mark]) -> None:
        self._parts.extend(Edge(opens, mark) for mark in marks)

    def _next(self, end: int) -> int:
        ends = min((mark.end for mark in self._open), default=end)
        return min(end, ends, self._coming[0].start if self._coming else end)

    def _close(self, place: int) -> None:
        """Close what ends here; what lies above it in the stack is closed, too, and opened again."""
        lowest = next((depth for depth, mark in enumerate(self._open) if mark.end <= place), None)
        if lowest is not None:
            above = self._open[lowest:]
            kept = [mark for mark in above if mark.end > place]
            self._edges(False, reversed(above))
            self._edges(True, kept)
            self._ended += [mark for mark in above if mark.end <= place]
            self._open[lowest:] = kept

    def _begin(self, place: int) -> None:
        while self._coming and self._coming[0].start <= place:
            mark = self._coming.popleft()
            if mark.end <= place or len(self._open) == _DEEPEST:
                self._point(mark)
            else:
                self._edges(True, [mark])
                self._open.append(mark)

    def _leave(self, after: int) -> None:
        self._ended += [mark for mark in self._open if mark.end <= after]
        self._open = [mark for mark in self._open if mark.end > after]
        while self._coming and self._coming[0].start < after and self._coming[0].end <= after:
            self._point(self._coming.popleft())

    def _point(self, mark: Mark) -> None:
        self._parts += [Edge(True, mark), Edge(False, mark)]
        self._ended.append(mark)
