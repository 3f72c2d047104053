"""What a table says of a post beside its holder."""

from __future__ import annotations

from orgraph.model import BoundClaim, Text
from orgraph.text import squeeze


def said(bound: BoundClaim) -> str:
    """The text of a claim on one line; "" where it holds no text."""
    value = bound.claim.value
    return squeeze(value.text) if isinstance(value, Text) else ""
