"""A sentence that breaks off inside a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span, squeeze

_CUT = re.compile(r"\([^()]{1,300}?(?:\.{3}|…)[ \t]*(?=\n|\Z)")


def cut_text(reading: Reading) -> Iterator[Statement]:
    """A sentence that breaks off: a bracket that opens, dots, and the end of the paragraph.

    What it reads: "(the number of pilots varies ..." at the end of a line.
    Example: "(the number of pilots varies ...
    ".
    Must not read: dots inside a bracket that closes, and dots at the end of a whole sentence.
    Known misses: a text that is cut without dots.
    """
    if reading.subject.title is None:
        return
    for match in _CUT.finditer(reading.view):
        said = match[0].rstrip()
        span = Span(match.start(), match.start() + len(said))
        yield Statement(SELF, "text_flaw", Text(text=squeeze(said)), (span,))
