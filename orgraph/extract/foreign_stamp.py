"""An organization that stamps the numbers of a description and is not its department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._units import header_units
from orgraph.model import Text
from orgraph.text import Span
from orgraph.titles import initials

_STAMP = re.compile(r"(?P<stamp>[A-Z](?<![\w&/-][A-Z])[A-Z]{2,5}) (?:Job|Position) (?:[Cc]ode|[Nn]umber|[Nn]o)\b")
_HEAD: Final = 3_000  # characters in which a description is stamped


def foreign_stamp(reading: Reading) -> Iterator[Statement]:
    """An organization that stamps the numbers of a description and is not its department.

    What it reads: an acronym right before the label of a job code or a position number, in a header that names
    a department; the acronym neither stands for the department nor for a unit of the header.
    Example: "HPB Job code: 104400" over "Department: Lighthouse Board".
    Must not read: labels in capitals, the acronym of the department, a header without a department.
    Known misses: a stamp behind its number, or spelled out.
    """
    units = header_units(reading)
    department = next((unit.mention for unit in units if unit.kind == "department"), None)
    if department is None or reading.subject.title is None:
        return
    own = {mark for unit in units for mark in (initials(unit.mention.text), unit.mention.text.strip())}
    for match in _STAMP.finditer(reading.view, 0, _HEAD):
        named = f"({match['stamp']})" in reading.view  # whose it is, the text says itself
        if match["stamp"] not in own and not (named and _is_own(reading, match["stamp"], own)):
            places = (Span(*match.span()), Span(department.start, department.end))
            yield Statement(SELF, "text_flaw", Text(text=match[0]), places)
            return


def _is_own(reading: Reading, stamp: str, own: set[str]) -> bool:
    """Whether the words before the acronym in brackets are a unit of the header."""
    before = reading.view[: reading.view.find(f"({stamp})")].rstrip()
    return any(len(name) > len(stamp) and before.endswith(name) for name in own)
