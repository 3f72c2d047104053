"""A numbered list that leaves out a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span

_MARKER = re.compile(r"(?P<number>[0-9]{1,2})[.)](?= \S)")
_CUES = tuple(f"{digit}{mark} " for digit in "0123456789" for mark in ".)")
_BEFORE = re.compile(r"(?:(?:\A|\n)[ \t*_]{0,8}|[.;:] )\Z")
_LEAST = 4  # markers that make a list: fewer could be numbers of something else


def list_gap(reading: Reading) -> Iterator[Statement]:
    """A numbered list that leaves out a number: its marker, or the item, was lost.

    What it reads: markers "1.", "2.", "4.", "5." at the start of lines or behind a full stop.
    Example: "1. Plans the harbour; 2. Leads the pilots; 4. Keeps the lamps; 5. Signs the licences."
    Must not read: two lists one behind the other, years, and numbers inside a sentence.
    Known misses: a list of fewer than four markers; a gap of two numbers; a marker that a scan made a letter.
    """
    if reading.subject.title is None:
        return
    run: list[re.Match[str]] = []
    for match in [*_markers(reading), None]:
        number = int(match["number"]) if match else -1
        if run and number - int(run[-1]["number"]) not in (1, 2):
            yield from _gaps(reading.view, run)
            run = []
        if match:
            run.append(match)


def _markers(reading: Reading) -> Iterator[re.Match[str]]:
    """Numbers that a full stop or a bracket follows, at the start of a line or of a sentence."""
    for match in reading.matches(_MARKER, _CUES, 1, 4):
        if _BEFORE.search(reading.view, max(0, match.start() - 9), match.start()):
            yield match


def _gaps(view: str, run: list[re.Match[str]]) -> Iterator[Statement]:
    numbers = [int(match["number"]) for match in run]
    gaps = [place for place in range(1, len(run)) if numbers[place] - numbers[place - 1] == 2]
    if len(run) >= _LEAST and len(gaps) == 1 and numbers[0] in (1, 2):
        place = gaps[0]
        lost = str(numbers[place] - 1)
        if not re.search(rf"\b{lost}[.)]\s", view[run[place - 1].end() : run[place].start()]):
            yield Statement(SELF, "text_flaw", Text(text=lost), (Span(run[place].start("number"), run[place].end()),))
