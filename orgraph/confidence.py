"""The confidence of a claim: how often its rule was right on the reference corpus, and nothing else.

The table `confidence.toml` is written by `benchmarks/precision.py`.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import NamedTuple


class Record(NamedTuple):
    """Facts that a rule stated on the corpus, and how many of them were right."""

    right: int
    stated: int

    @property
    def confidence(self) -> Decimal:
        """The share that was right, to three places."""
        return (Decimal(self.right) / Decimal(self.stated)).quantize(Decimal("0.001"))


def record_of(rule: str) -> Record | None:
    """The record of an extraction rule; None for a rule that the corpus cannot judge.

    >>> record = record_of("reports-listed")
    >>> record is not None and 0 < record.right <= record.stated
    True
    >>> record_of("units") is None
    True
    """
    return _table().get(rule)


@cache
def _table() -> dict[str, Record]:
    text = (resources.files("orgraph") / "confidence.toml").read_text("utf-8")
    return {rule: Record(**row) for rule, row in tomllib.loads(text).items()}
