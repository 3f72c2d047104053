"""A document with what several rules need, found once: sections, header fields, names of the subject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from orgraph.extract._cues import Cues, places
from orgraph.extract._fields import Field, fields
from orgraph.extract._mended import Mended
from orgraph.extract._misread import misread
from orgraph.extract._sections import Section, sections
from orgraph.extract._subject import Subject, subject
from orgraph.model import Document, Mention, Repair, Value
from orgraph.text import Span, small


class Statement(NamedTuple):
    """What a rule yields: a claim before its evidence is made. The first span holds the value."""

    subject: Mention
    predicate: str
    value: Value
    spans: tuple[Span, ...]
    repairs: tuple[Repair, ...] = ()
    inferred: bool = False


LONGEST_LIST = 20_000  # characters that a list of posts with their duties may take


class Reading:
    """One document being read. `repair=False` refuses every reading that needs a repair."""

    def __init__(self, document: Document, *, repair: bool = True) -> None:
        self.document = document
        self.mended = Mended(document.view, misread(document.view, document.language) if repair else ())
        self.view = self.mended.view
        self.repair = repair
        self._cues = Cues(self.view)
        self._near: dict[tuple[tuple[str, ...], int, int], list[Span]] = {}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the description, in order."""
        return tuple(sections(self.view, self._cues))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Header fields: label and value, in order."""
        return fields(self.view, self.sections)

    @cached_property
    def subject(self) -> Subject:
        """How the text names the position it describes."""
        return subject(self)

    def field(self, name: str) -> Field | None:
        """The first field of a name that has a value."""
        return next((field for field in self.fields if field.name == name and field.value), None)

    def accepts(self, *repairs: Repair | None) -> bool:
        """Whether a value that needed these repairs may be stated."""
        return self.repair or not any(repairs)

    @property
    def french(self) -> bool:
        """Whether the text is French: its titles may be in small letters."""
        return self.document.language == "fr"

    def body_start(self, position: int) -> int:
        """Where the body of the section that holds a position starts; 0 before the first section."""
        index = bisect_right(self._body_starts, position)
        return self._body_starts[index - 1] if index else 0

    def near(self, cues: tuple[str, ...], before: int, after: int) -> list[Span]:
        """The stretches around every place where a cue stands, each once: patterns need not search the rest."""
        asked = cues, before, after
        found = self._near.get(asked)
        if found is None:
            found = self._near[asked] = list(self._stretches(self._places(cues), before, after))
        return found

    def _stretches(self, places: list[int], before: int, after: int) -> Iterator[Span]:
        start = end = 0
        for place in places:
            if place - before > end:
                if end:
                    yield Span(start, end)
                start = max(end, place - before)
            end = min(len(self.view), place + after)
        if end:
            yield Span(start, end)

    def _places(self, cues: tuple[str, ...]) -> list[int]:
        """Where any of the cues stands, in order."""
        return sorted(chain.from_iterable(map(self._cues.places, cues)))

    def matches(
        self, pattern: re.Pattern[str], cues: tuple[str, ...], before: int, after: int
    ) -> Iterator[re.Match[str]]:
        """What a pattern matches, in order: every match holds a cue, and reaches no further before it or behind it."""
        for start, end in self.near(cues, before, after):
            yield from pattern.finditer(self.view, start, end)

    def opening(self, pattern: re.Pattern[str], cues: tuple[str, ...], before: int) -> Iterator[re.Match[str]]:
        """What a pattern matches that begins where a line does and soon holds a cue, in order."""
        lines, end = self._cues.line_starts, 0
        near = (lines[bisect_left(lines, cue - before) : bisect_right(lines, cue)] for cue in self._places(cues))
        for place in sorted({*chain.from_iterable(near)}):
            match = pattern.match(self.view, place) if place >= end else None
            if match is not None:
                end = match.end()
                yield match

    def spelled(self, text: str) -> Iterator[int]:
        """Every place where a text stands, capital letters apart."""
        return places(self._small, small(text), step=len(text))

    @cached_property
    def _small(self) -> str:
        return small(self.view)

    def section_end(self, position: int) -> int:
        """Where the section that holds a position ends, at most LONGEST_LIST characters on."""
        index = bisect_right(self._heading_starts, position)
        end = self._heading_starts[index] if index < len(self._heading_starts) else len(self.view)
        return min(end, position + LONGEST_LIST)

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [section.heading.start for section in self.sections]

    @cached_property
    def _body_starts(self) -> list[int]:
        bodies = (section.body for section in self.sections)
        return [end - len(self.view[start:end].lstrip(" \n:.*_")) for start, end in bodies]
