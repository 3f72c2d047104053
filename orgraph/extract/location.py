"""Where the position is, from its header field."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span, squeeze


def location(reading: Reading) -> Iterator[Statement]:
    """Where the position is, from its header field.

    What it reads: "Location", "Geographic Location", "Emplacement", "Lieu".
    Example: "**Geographic Location:** Gatineau".
    Must not read: a place in the prose; the row of a flattened table that holds units too.
    Known misses: several locations stay one text.
    """
    for field in reading.fields:
        if field.name == "location" and field.value and len(field.row) <= 1 and len(field.value) <= 200:
            line = field.value.split("\n")[0].rstrip()
            yield Statement(
                SELF, "location", Text(text=squeeze(line)), (Span(field.span.start, field.span.start + len(line)),)
            )
            return
