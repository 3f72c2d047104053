"""The plain statement that nobody reports to the position: a stated count of zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._titles import title_at
from orgraph.model import Quantity
from orgraph.text import Span

_NONE = re.compile(
    r"\bthere\s+are\s+no\s+positions\s+reporting\s+to\b|\bno\s+positions?\s+reports?\s+(?:directly\s+)?to\b"
    r"|\bhas\s+no\s+(?:direct\s+reports|subordinates)\b"
    r"|\bdoes\s+not\s+(?:exercise\s+supervision|supervise|have\s+any\s+direct\s+reports)\b"
    r"|\baucun\s+poste\s+ne\s+rel[èe ]ve\b",
    re.I,
)


def no_reports(reading: Reading) -> Iterator[Statement]:
    """The plain statement that nobody reports to the position: a stated count of zero.

    What it reads: "there are no positions reporting to the X", "does not exercise supervision".
    Example: "Although there are no positions reporting to the Advisor, ...".
    Must not read: "is not a direct supervisor" of another post in a list of reports.
    Known misses: a description that simply does not mention reports says nothing.
    """
    for match in _NONE.finditer(reading.view):
        stop = min(len(reading.view), match.end() + 160)
        named = title_at(reading.view, match.end() + 1, stop, french=reading.french)
        if match[0].endswith("to") and named is not None and not reading.subject.is_self(reading.view[slice(*named)]):
            continue
        zero = Quantity(measure="count", low=Decimal(0), high=Decimal(0))
        yield Statement(SELF, "stated_reports", zero, (Span(*match.span()),))
        return
