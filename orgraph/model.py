"""The records of the walk: frozen, ordered by their keys, without behaviour."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["position", "unit", "self"]
Measure = Literal["fte", "headcount", "person_years", "budget", "count"]
Status = Literal["unspecified", "planned", "actual", "vacant", "eliminated"]
Scope = Literal["own", "part", "context"]
Rank = Literal["preferred", "normal", "deprecated"]
Outcome = Literal["pass", "fail", "not_verifiable", "not_applicable"]
Severity = Literal["error", "warning", "info"]


class Record(BaseModel):
    """Base of all records: immutable, and a misspelled field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- what a source is -----------------------------------------------------------------------------


class Repair(Record):
    """A place where the raw text was read as something else, and by which rule."""

    start: int
    end: int
    raw: str
    repaired: str
    rule: str


class Document(Record):
    """One source: its text exactly as decoded, never rewritten.

    `view` has the same length as `text`; rules match on it, so their offsets are offsets in `text`.
    """

    id: str
    source: str
    kind: Literal["text", "markdown"]
    language: Literal["en", "fr", "und"]
    encoding: str
    text: str
    view: str
    repairs: tuple[Repair, ...] = ()


class Source(Record):
    """What the graph remembers of a document once its text is gone."""

    id: str
    source: str
    kind: str
    language: str
    encoding: str
    subject: str | None = None  # id of the position that the document describes


# --- what a source says -----------------------------------------------------------------------------


class Mention(Record):
    """A position or unit as a text names it; `self` is the position that the document describes.

    Two mentions of one document are the same mention when their spans are equal.
    """

    type: Literal["mention"] = "mention"
    kind: Kind
    text: str
    start: int = -1
    end: int = -1


class Text(Record):
    """A title, an alias, an acronym, an identifier or a place, as one string."""

    type: Literal["text"] = "text"
    text: str


class Classification(Record):
    """An occupational group and level: `EX-OI(P)` is code EX-01, group EX, level 1, qualifier P."""

    type: Literal["classification"] = "classification"
    code: str
    group: str
    level: int | None = None
    qualifier: str | None = None
    basis: Literal["substantive", "equivalent"] = "substantive"


class Date(Record):
    """An ISO date, as precise as the text: 2011, 2011-05 or 2011-05-26."""

    type: Literal["date"] = "date"
    iso: str


class Quantity(Record):
    """Staff, money or a count, exact; a range has two bounds, an open one has a bound of None.

    `step` is one unit of the last printed digit ($2.96M: 10,000); sums are compared within half of it.
    """

    type: Literal["quantity"] = "quantity"
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


class Unstated(Record):
    """The text has the place for a value and no value: TBD, a missing number, "several"."""

    type: Literal["unstated"] = "unstated"
    reason: Literal["tbd", "missing", "vague"]
    text: str


Value = Annotated[
    Mention | Text | Classification | Date | Quantity | Unstated,
    Field(discriminator="type"),
]


class Evidence(Record):
    """Document, place, quote and rule: enough to show a claim and to check it again, alone."""

    document: str
    source: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    before: str = ""
    after: str = ""
    rule: str


class Claim(Record):
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


class BoundClaim(Record):
    """A claim with its mentions settled: `subject` and `object` are ids of entities."""

    claim: Claim
    subject: str
    object: str | None = None
    rank: Rank = "normal"


class Entity(Record):
    """A position or a unit with every claim that is made about it."""

    id: str
    kind: Literal["position", "unit"]
    label: str


class Unresolved(Record):
    """A mention that no single entity fits, and why."""

    document: str
    mention: Mention
    reason: str
    candidates: tuple[str, ...] = ()


class Roster(Record):
    """All entities, all claims about them, and what stayed unresolved; every part sorted.

    `base` is the IRI that a file's identifiers start with, "" for the usual one.
    """

    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    claims: tuple[BoundClaim, ...]
    unresolved: tuple[Unresolved, ...] = ()
    base: str = ""


# --- what the checks say ------------------------------------------------------------------------------


class Finding(Record):
    """What one check says of one thing, with the claims it rests on."""

    rule: str
    code: str
    outcome: Outcome
    severity: Severity
    focus: str
    message: str
    values: dict[str, str | int | float | list[str] | None] = {}
    evidence: tuple[Evidence, ...] = ()
