"""How a message names things: one line, nothing endless, counts with their nouns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from orgraph.text import squeeze

_LABEL: Final = 120
_LISTED: Final = 12


def brief(text: str) -> str:
    """A text of a source as a message can hold it: one line of at most 120 characters.

    >>> brief("Director,   Policy")
    'Director, Policy'
    """
    line = squeeze(text[: 4 * _LABEL])
    return line if len(line) <= _LABEL else line[: _LABEL - 1] + "…"


def listed(names: Iterable[str], joint: str = ", ", most: int = _LISTED) -> str:
    """Names in a row; a long row is cut in its middle and says how much is left out.

    >>> listed("abcdef", most=4)
    'a, b, c, … 2 more …, f'
    """
    row = list(names)
    if len(row) <= most:
        return joint.join(row)
    return joint.join([*row[: most - 1], f"… {len(row) - most} more …", row[-1]])


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "document"), plural(2, "document")
    ('1 document', '2 documents')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
