"""What people decide of an organization: records of a file of decisions, each with its place in it."""

from __future__ import annotations

from typing import Literal

from orgraph.evidence import Evidence
from orgraph.model import Source
from orgraph.record import Record

Verdict = Literal["same", "different", "value", "reject", "preferred"]


class Named(Record, frozen=True, kw_only=True):
    """A post or unit as a decision names it, where it stands there, and the source that it is limited to."""

    text: str
    start: int
    end: int
    source: str | None = None


class Decision(Record, frozen=True, kw_only=True):
    """What a person decided of one thing (`value`, `reject`, `preferred`) or of several (`same`, `different`)."""

    verdict: Verdict
    of: tuple[Named, ...]
    who: str
    why: str
    evidence: Evidence
    predicate: str | None = None
    value: Named | None = None


class Decisions(Record, frozen=True, kw_only=True):
    """The decisions of one file; the file is a source like any other: what rests on it quotes it."""

    source: Source
    all: tuple[Decision, ...]
