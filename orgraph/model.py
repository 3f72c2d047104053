"""The records of the walk: frozen, ordered by their keys, without behaviour.

What they rest on is in `evidence`. What people write by hand (decisions, settings) is validated where it is read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from msgspec import field

from orgraph.evidence import Evidence
from orgraph.record import Record

Kind = Literal["position", "unit", "self"]
Measure = Literal["fte", "headcount", "person_years", "budget", "count"]
Status = Literal["unspecified", "planned", "actual", "vacant", "eliminated"]
Scope = Literal["own", "part", "context", "seat"]  # seat: of the post itself, not of what it leads
Rank = Literal["preferred", "normal", "deprecated"]
Outcome = Literal["pass", "fail", "not_verifiable", "not_applicable"]
Severity = Literal["error", "warning", "info"]


# --- what a source is -----------------------------------------------------------------------------


class Repair(Record, frozen=True, kw_only=True, gc=False):
    """A place where the raw text was read as something else, and by which rule."""

    start: int
    end: int
    raw: str
    repaired: str
    rule: str


class Sheet(Record, frozen=True, kw_only=True, gc=False):
    """A table as its cells stand in the source: every cell is text, and none is rewritten.

    `rows[0]` is row 1, as a spreadsheet numbers it; which row is the heading is for `tables` to find.
    """

    name: str | None
    rows: tuple[tuple[str, ...], ...]


class Document(Record, frozen=True, kw_only=True, gc=False):
    """One source: its text exactly as decoded, never rewritten, or its sheets.

    `view` has the same length as `text`; rules match on it, so their offsets are offsets in `text`.
    """

    id: str
    source: str
    kind: Literal["text", "markdown", "table"]
    language: Literal["en", "fr", "und"]
    encoding: str
    text: str = ""
    view: str = ""
    repairs: tuple[Repair, ...] = ()
    sheets: tuple[Sheet, ...] = ()


class Source(Record, frozen=True, kw_only=True, gc=False):
    """What the graph remembers of a document once its text is gone."""

    id: str
    source: str
    kind: str
    language: str
    encoding: str
    subject: str | None = None  # id of the position that the document describes


# --- what a source says -----------------------------------------------------------------------------


class Mention(Record, frozen=True, kw_only=True, gc=False, cache_hash=True, tag="mention"):
    """A position or unit as a source names it; `self` is the position that the document describes.

    Two mentions of one text are the same mention when their spans are equal. In a table `start` and `end`
    are the row, counted over all its sheets, and `reference` is the id by which other rows name the post.
    """

    type: ClassVar[str] = "mention"
    kind: Kind
    text: str
    start: int = -1
    end: int = -1
    reference: str | None = None


class Text(Record, frozen=True, kw_only=True, gc=False, tag="text"):
    """A title, an alias, an acronym, an identifier or a place, as one string."""

    type: ClassVar[str] = "text"
    text: str


class Classification(Record, frozen=True, kw_only=True, gc=False, tag="classification"):
    """An occupational group and level: `EX-OI(P)` is code EX-01, group EX, level 1, qualifier P."""

    type: ClassVar[str] = "classification"
    code: str
    group: str
    level: int | None = None
    qualifier: str | None = None
    basis: Literal["substantive", "equivalent"] = "substantive"


class Date(Record, frozen=True, kw_only=True, gc=False, tag="date"):
    """An ISO date, as precise as the text: 2011, 2011-05 or 2011-05-26."""

    type: ClassVar[str] = "date"
    iso: str


class Quantity(Record, frozen=True, kw_only=True, gc=False, tag="quantity"):
    """Staff, money or a count, exact; a range has two bounds, an open one has a bound of None.

    `step` is one unit of the last printed digit ($2.96M: 10,000); sums are compared within half of it.
    """

    type: ClassVar[str] = "quantity"
    measure: Measure
    low: Decimal | None = None
    high: Decimal | None = None
    status: Status = "unspecified"
    scope: Scope = "own"
    label: str | None = None
    category: Literal["salary", "operating", "combined", "total", "program", "other"] | None = None
    currency: str | None = None
    step: Decimal | None = None
    approximate: bool = False
    low_place: str | None = None
    high_place: str | None = None


class Unstated(Record, frozen=True, kw_only=True, gc=False, tag="unstated"):
    """The source has the place for a value and no value: TBD, a missing number, "several", N/D.

    `top` in the place of a superior: the source says that there is none. `unreadable`: something else stands there.
    """

    type: ClassVar[str] = "unstated"
    reason: Literal["tbd", "missing", "vague", "top", "not_disclosed", "unreadable"]
    text: str


Value = Mention | Text | Classification | Date | Quantity | Unstated


class Claim(Record, frozen=True, kw_only=True, gc=False):
    """One thing one source says. `id` is a hash of the content, so equal input gives equal ids."""

    id: str
    subject: Mention
    predicate: str
    value: Value
    modality: Literal["stated", "inferred"] = "stated"
    repairs: tuple[Repair, ...] = ()
    evidence: tuple[Evidence, ...]

    @property
    def repaired(self) -> bool:
        """Whether the value was read through a repair."""
        return bool(self.repairs)

    @property
    def rule(self) -> str:
        """The rule that read the claim."""
        return self.evidence[0].rule

    @property
    def document(self) -> str:
        """The id of the document that makes the claim."""
        return self.evidence[0].document


# --- what the sources mean --------------------------------------------------------------------------


class BoundClaim(Record, frozen=True, kw_only=True, gc=False):
    """A claim with its mentions settled: `subject` and `object` are ids of entities."""

    claim: Claim
    subject: str
    object: str | None = None
    rank: Rank = "normal"


class Entity(Record, frozen=True, kw_only=True, gc=False):
    """A position or a unit with every claim that is made about it."""

    id: str
    kind: Literal["position", "unit"]
    label: str


class Unresolved(Record, frozen=True, kw_only=True, gc=False):
    """A mention that no single entity fits, and why."""

    document: str
    mention: Mention
    reason: str
    candidates: tuple[str, ...] = ()


class Roster(Record, frozen=True, kw_only=True, gc=False):
    """All entities, all claims about them, and what stayed unresolved; every part sorted."""

    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    claims: tuple[BoundClaim, ...]
    unresolved: tuple[Unresolved, ...] = ()
    base: str = ""  # the IRI that a file's identifiers start with, "" for the usual one
    replaced: dict[str, str] = field(
        default_factory=dict
    )  # identifiers of earlier runs, each with the entity that took its place


# --- what the checks say ------------------------------------------------------------------------------


class Finding(Record, frozen=True, kw_only=True, gc=False):
    """What one check says of one thing, with the claims it rests on."""

    rule: str
    code: str
    outcome: Outcome
    severity: Severity
    focus: str
    message: str
    values: dict[str, str | int | float | list[str] | None] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
