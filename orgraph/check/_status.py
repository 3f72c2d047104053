"""What a table says of a post: filled, vacant, planned or eliminated; and whether a name is a person's."""

from __future__ import annotations

from typing import Final

from orgraph.model import BoundClaim, Text
from orgraph.text import squeeze

_STATUS: Final = {
    "eliminated": ("eliminated", "abolished", "closed", "deleted", "obsolete", "supprimé", "aboli"),
    "vacant": ("vacant", "vacancy", "open", "unoccupied", "unfilled", "vacante"),
    "filled": ("filled", "occupied", "active", "current", "in post", "occupé", "comblé"),
    "planned": ("planned", "proposed", "future", "prévu"),
}
_KNOWN: Final = {word: status for status, words in _STATUS.items() for word in words}
_MARKS: Final = "n/d", "n/a", "na", "nd", "none", "nobody", "tbd", "tbc", "tba", "-", "unknown", "not in post"
_NOBODY: Final = frozenset(_MARKS)


def said(bound: BoundClaim) -> str:
    """The text of a claim on one line, quotes around it taken off; "" where it holds no text."""
    value = bound.claim.value
    return squeeze(value.text).strip("'\"‘’“” ") if isinstance(value, Text) else ""


def status(bound: BoundClaim) -> str | None:
    """What a claim says of a post, in one of four words; None where it says something else."""
    return _KNOWN.get(said(bound).casefold())


def is_person(bound: BoundClaim) -> bool:
    """Whether the text of a claim can be the name of somebody, and no mark for nobody."""
    word = said(bound).casefold()
    return bool(word) and word not in _NOBODY and word not in _KNOWN
