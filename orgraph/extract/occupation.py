"""The code of the national occupational classification, from its header field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._identifiers import identifiers
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text
from orgraph.text import Span

_IN_PROSE = re.compile(r"\b(?:NOC|CNP)\s+(?:code\s+)?(?P<code>\d{4,5})\b")


def occupation(reading: Reading) -> Iterator[Statement]:
    """The code of the national occupational classification, from its header field.

    What it reads: "NOC", "National Occupation Code", "Code national des professions"; where no field gives it, a
    code that the prose names so ("belongs under NOC 0411").
    Example: "**NOC Code:** 0411".
    Must not read: a position number; and it never fills in a digit that is not printed.
    Known misses: a code in prose that a scan has damaged.
    """
    found = list(identifiers(reading, "occupation", ("job_code", "occupation")))
    for value, place, repairs in found:
        yield Statement(SELF, "occupation", value, (place,), repairs)
    for place in () if found else reading.near(("NOC", "CNP"), 0, 20):
        named = _IN_PROSE.search(reading.view, *place)
        if named is not None:
            yield Statement(SELF, "occupation", Text(text=named["code"]), (Span(*named.span("code")),))
            return
