"""Where the sentence around a place starts and ends, as far as a scan lets one tell."""

from __future__ import annotations

import re
from typing import Final

# A line that ends in one of these goes on in the next, whatever letter that starts with.
_OPEN = ("the", "and", "of", "to", "for", "du", "de", "des", "la", "le", "et")
_GOES_ON = "".join(rf"(?<!\b{word}\n)" for word in _OPEN)
_BOUNDARY = re.compile(
    r"[.;!?](?<!\b[A-Z].)(?<!\bSr.)(?<!\be\.g.)\s++(?=[\"'(]?[A-ZÀ-Þ0-9*])"
    rf"|\n(?:[ \t]*+\n|(?=[ \t]*+[*#-])|(?<!,\n){_GOES_ON}(?=[A-ZÀ-Þ*#]))"
)
_REACH: Final = 400  # characters looked back; a longer sentence is cut there
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ]{2,}:?\s+){1,8}(?=[A-ZÀ-Þ][a-zà-ÿ'])")
_MARKS = re.compile(r"[\s*_>#-]+")


def sentence_start(view: str, position: int) -> int:
    """The start of the sentence that `position` is in; a run-in heading of capitals is left out."""
    low = max(0, position - _REACH)
    start = low
    for boundary in _BOUNDARY.finditer(view, low, position + 1):  # a sentence may start right there
        if boundary.end() <= position:
            start = boundary.end()
    for skip in (_MARKS, _CAPITALS, _MARKS):
        match = skip.match(view, start, position)
        start = match.end() if match else start
    return start


_LONGEST_BRACKET = 60


def sentence_end(view: str, position: int, stop: int) -> int:
    """The end of the sentence that `position` is in, at most `stop`."""
    found = _BOUNDARY.finditer(view, position, stop)
    ends = (m.start() for m in found if m[0][0] != ";" or not _in_bracket(view, position, m.start()))
    return next(ends, stop)


def _in_bracket(view: str, start: int, position: int) -> bool:
    """Whether a mark stands in a bracket: "the Clerk (CR-04; 5 staff)"."""
    low = max(start, position - _LONGEST_BRACKET)
    return view.rfind("(", low, position) > view.rfind(")", low, position)
