"""The records of the walk: frozen, ordered by their keys, without behaviour.

They are msgspec structs: a table of a million rows makes millions of them, and each costs a tenth of
what a validating model does. What people write by hand (decisions, settings) is validated where it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, Literal, TypeVar

from msgspec import Struct, ValidationError, convert

from orgraph.text import clip, squeeze

_HEADING = 60  # characters of a heading that a place shows

Kind = Literal["position", "unit", "self"]
Measure = Literal["fte", "headcount", "person_years", "budget", "count"]
Status = Literal["unspecified", "planned", "actual", "vacant", "eliminated"]
Scope = Literal["own", "part", "context", "seat"]  # seat: of the post itself, not of what it leads
Rank = Literal["preferred", "normal", "deprecated"]
Outcome = Literal["pass", "fail", "not_verifiable", "not_applicable"]
Severity = Literal["error", "warning", "info"]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all records: immutable, and a misspelled field is an error.

    A record can hold no circle, so the collector of circles need not walk millions of them.
    """


Made = TypeVar("Made", bound=Record)


def parsed(kind: type[Made], fields: Mapping[str, object]) -> Made:
    """A record from fields as a file holds them, numbers as text; ValueError says which one is not legal.

    >>> parsed(Quantity, {"measure": "fte", "low": "8.5"}).low
    Decimal('8.5')
    """
    try:
        return convert(fields, kind, strict=False)
    except ValidationError as problem:
        raise ValueError(f"{kind.__name__}: {problem}") from problem


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


class Evidence(Record, frozen=True, kw_only=True, gc=False):
    """Document, place, quote and rule: enough to show a claim and to check it again, alone.

    A cell has no offsets (-1): `line` and `column` are its row and column, counted from 1 as a spreadsheet
    does, `header` is the heading of its column and `sheet` the name of its sheet, if it has one. `page` is
    the page of a printed text, from 1.
    """

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
    header: str | None = None
    sheet: str | None = None
    page: int | None = None

    @property
    def place(self) -> str:
        """`source:line:column` as editors take it, and the page of a print; `source:sheet!row:column (heading)`."""
        if self.header is None:
            page = "" if self.page is None else f" (page {self.page})"
            return f"{self.source}:{self.line}:{self.column}{page}"
        sheet = "" if self.sheet is None else f"{self.sheet}!"
        heading = f" ({_heading(self.header)})" if self.header else ""
        return f"{self.source}:{sheet}{self.line}:{self.column}{heading}"


@lru_cache(maxsize=4096)
def _heading(header: str) -> str:
    """A heading as a place shows it: on one line, and no longer than a line has room for."""
    return clip(squeeze(header), _HEADING)


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
    replaced: dict[str, str] = {}  # identifiers of earlier runs, each with the entity that took its place


# --- what the checks say ------------------------------------------------------------------------------


class Finding(Record, frozen=True, kw_only=True, gc=False):
    """What one check says of one thing, with the claims it rests on."""

    rule: str
    code: str
    outcome: Outcome
    severity: Severity
    focus: str
    message: str
    values: dict[str, str | int | float | list[str] | None] = {}
    evidence: tuple[Evidence, ...] = ()
