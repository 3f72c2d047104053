"""Classification codes: an occupational group and a level, with the damage that scans do to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from orgraph.extract._numbers import LOOKALIKES
from orgraph.model import Classification, Repair
from orgraph.text import Span


class Code(NamedTuple):
    """A classification where it stands, and the repair that read it (if any)."""

    value: Classification
    span: Span
    repair: Repair | None


# Two to four capitals (a subgroup may follow, "SE-REM-01"),
# then one or two digits or look-alikes; a qualifier may follow in brackets.
_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<group>(?:[A-Z]{2}-(?=[A-Z]{3}-))?[A-Z][A-Za-z]{1,3}?)(?P<series>-\d{3,4}(?=-\d))?(?P<join>\s?-\s?|,?\s(?:level|niveau)\s|\s)?(?P<level>[O0-9Il]{1,2})s?(?![A-Za-z0-9]|-\d)"
    r"(?:\s?\((?P<qualifier>P|p|A|P\.|[Pp]ropos\w{1,2}|[Nn]ew)\))?(?P<equivalent>\s+(?:equivalent|[ée]quivalent))?"
)
_DOUBLED = re.compile(r"([A-Z]{2})[a-z]$")  # "EXx-O2": a scan that read the last capital twice
_ENDS = re.compile(r"\s*(?:[)\]},;:./]|\n|$)")
_HIGHEST_LEVEL = 20
_NOT_GROUPS = frozenset({"NO", "NOC", "FTE", "ETP", "FY", "VOL", "PAGE", "ROOM", "COVID"})


def codes(view: str, start: int, end: int, *, repair: bool = True) -> Iterator[Code]:
    """Every classification between two offsets.

    >>> [(c.value.code, c.value.qualifier, bool(c.repair)) for c in codes("EX-OI(P); CS-05; PEO6", 0, 21)]
    [('EX-01', 'P', True), ('CS-05', None, False), ('PE-06', None, True)]
    """
    for match in _CODE.finditer(view, start, end):
        code = _code(match)
        if code is not None and (repair or code.repair is None):
            yield code


def _code(match: re.Match[str]) -> Code | None:
    group, raw = _DOUBLED.sub(r"\1", match["group"]).upper(), match["level"]
    level = int(raw.translate(LOOKALIKES))
    joined = match["join"] or ""
    if not 0 < level <= _HIGHEST_LEVEL or group in _NOT_GROUPS:
        return None
    if joined.isspace() and not (_padded(raw) and len(match["group"]) == 2 and _ENDS.match(match.string, match.end())):
        return None  # "CO 2" is a word and a number, and "LE 01 AVRIL" a date; "(EX 01)" is a code
    if not joined and not _padded(raw):
        return None  # "EXI" is a word; "EX01" is a code
    damaged = match["group"] != group
    if damaged and not raw.translate(LOOKALIKES).startswith("0"):
        return None  # "Ex-02" is a damaged code, "Mid-1" is not
    code = f"{group}{match['series'] or ''}-{level:02d}"
    start, end = match.span("group")[0], match.end("level")
    as_printed = match.string[start:end]
    fixed = Repair(start=start, end=end, raw=as_printed, repaired=code, rule="code-lookalike")
    value = Classification(
        code=code,
        group=group,
        level=level,
        qualifier=_qualifier(match["qualifier"]),
        basis="equivalent" if match["equivalent"] else "substantive",
    )
    return Code(value, Span(match.start(), match.end()), fixed if damaged or raw.translate(LOOKALIKES) != raw else None)


def _padded(level: str) -> bool:
    return len(level) == 2 and level[0] in "0O"


def _qualifier(raw: str | None) -> str | None:
    """The qualifier as printed: what (P) means, the text must say."""
    return raw.rstrip(".") if raw else None
