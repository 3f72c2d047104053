"""One plural rank before several fields ("the Directors of A, B and C"): posts that no text names one by one."""

from __future__ import annotations

import re

from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._reading import Reading
from orgraph.extract._titles import HEAD_NOUN

_FIELDS = re.compile(r"\b(?:of|for|de|des)\b.*(?:,|\band\b|\bet\b)")


def is_distributed(found: Item) -> bool:
    """Whether one rank in the plural stands before several fields, and no number says how many posts they are."""
    return found.plural and found.seats is None and bool(_FIELDS.search(found.mention.text))


def undistributed(reading: Reading, match: re.Match[str]) -> list[Item]:
    """The posts named beside the position; none where a plural rank leads and what follows are only its fields."""
    found = list(in_sentence(reading, *match.span("who")))
    shared = bool(found) and found[0].plural and found[0].seats is None
    return [] if shared and not all(HEAD_NOUN.search(one.mention.text) for one in found) else found
