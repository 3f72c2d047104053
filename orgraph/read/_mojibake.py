"""Find text that was decoded twice (`Serviceâ€™s`) and say what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from orgraph.model import Repair

# A lead byte of UTF-8 as cp1252 shows it, then its continuation bytes; no language writes these runs.
_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)


def mojibake(text: str) -> Iterator[Repair]:
    """A repair for each run that decodes to one character; the text itself stays as it is.

    >>> [(r.raw, r.repaired) for r in mojibake("Serviceâ€™s Ã‰tudes; Zürich")]
    [('â€™', '’'), ('Ã‰', 'É')]
    """
    for match in _TWICE.finditer(text):
        repaired = _repaired(match[0])
        if repaired != match[0] and len(repaired) == 1:
            yield Repair(start=match.start(), end=match.end(), raw=match[0], repaired=repaired, rule="mojibake")


@lru_cache(maxsize=4096)
def _repaired(raw: str) -> str:
    """What a run stands for; a text that was decoded twice repeats a few runs again and again."""
    import ftfy  # most texts need none of it

    return ftfy.fix_encoding(raw)
