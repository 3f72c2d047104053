"""What a table says of a post beside its holder."""

from __future__ import annotations

from typing import Final

from orgraph.model import BoundClaim, Text
from orgraph.text import squeeze

GONE: Final = ("eliminated", "former")  # posts that are no more, and people who have left


def said(bound: BoundClaim) -> str:
    """The text of a claim on one line; "" where it holds no text."""
    value = bound.claim.value
    return squeeze(value.text) if isinstance(value, Text) else ""
