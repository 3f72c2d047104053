"""One thing that deserves a look."""

from __future__ import annotations

from typing import Literal, NamedTuple

from orgraph.evidence import Evidence

Kind = Literal["finding", "decision", "near"]


class Item(NamedTuple):
    """One thing to look at: how urgent (0 is worst), what it is, whom it concerns, and the words it rests on."""

    urgency: int
    kind: Kind
    nodes: tuple[str, ...]
    message: str
    evidence: tuple[Evidence, ...]
    decide: str = ""  # the verdict that would settle it, as `orgraph decide` takes it
