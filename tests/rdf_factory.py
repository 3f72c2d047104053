"""A small invented organization, and a strategy for rosters with hostile text, for the tests of linked data."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

import networkx as nx
from hypothesis import strategies as st
from msgspec.structs import replace

from orgraph.evidence import Excerpt
from orgraph.graph import build
from orgraph.model import (
    BoundClaim,
    Claim,
    Classification,
    Date,
    Entity,
    Mention,
    Quantity,
    Repair,
    Roster,
    Source,
    Text,
    Unresolved,
    Unstated,
    Value,
)
from orgraph.record import parsed
from orgraph.terms import TERMS

HARBOUR, TIDES, LOG, OLD = ("sha256:" + pair * 32 for pair in ("a1", "b2", "c3", "d4"))
SOURCES = {HARBOUR: "harbour.txt", TIDES: "tides.txt", LOG: "log.txt", OLD: "old.txt"}

LABELS = {
    "position/port/chief-pilot": "Chief Pilot",
    "position/port/harbour-master": "Harbour Master",
    "position/port/head-of-tides": "Head of Tides",
    "position/port/night-watch": "Night Watch",
    "unit/port/dredging-team": "Dredging Team",
    "unit/port/port-authority": "Port Authority",
    "unit/port/tides-division": "Tides Division",
}
PILOT, MASTER, TIDE_HEAD, WATCH, DREDGING, PORT, DIVISION = LABELS


def fte(low: str, high: str | None = None, **more: object) -> Quantity:
    return parsed(Quantity, {"measure": "fte", "low": low, "high": high or low, **more})


def claim(
    subject: str, predicate: str, value: Value | str, *, document: str = TIDES, line: int = 1, **more: object
) -> BoundClaim:
    """A claim about an entity; a string as value is the id of another entity."""
    object_ = value if isinstance(value, str) else None
    if isinstance(value, str):
        value = parsed(Mention, {"kind": value.partition("/")[0], "text": LABELS.get(value, value)})
    quote = str(more.pop("quote", getattr(value, "text", getattr(value, "code", predicate))))
    evidence = Excerpt(
        document=document,
        source=SOURCES[document],
        start=line * 80,
        end=line * 80 + len(quote),
        line=line,
        column=1,
        quote=quote,
        rule=predicate.replace("_", "-"),
    )
    key = f"{document} {subject} {predicate} {value!r} {line}"
    rank = more.pop("rank", "normal")
    made = parsed(
        Claim,
        {
            "id": sha256(key.encode()).hexdigest()[:16],
            "subject": parsed(Mention, {"kind": subject.partition("/")[0], "text": LABELS[subject]}),
            "predicate": predicate,
            "value": value,
            "evidence": (evidence,),
            **more,
        },
    )
    return parsed(BoundClaim, {"claim": made, "subject": subject, "object": object_, "rank": rank})


def harbour() -> Roster:
    """Four positions and three units: "6 + 2 planned = 8", a dispute over a supervisor, one repair."""
    budget = {"measure": "budget", "currency": "CAD", "category": "salary", "label": "Salary"}
    repair = Repair(start=240, end=245, raw="EX-OI", repaired="EX-01", rule="letter-for-digit")
    claims = (
        claim(MASTER, "title", Text(text="Harbour Master"), document=HARBOUR),
        claim(MASTER, "stated_reports", Quantity(measure="count", low=Decimal(3), high=Decimal(3)), document=HARBOUR),
        claim(MASTER, "heads_unit", PORT, document=HARBOUR, modality="inferred"),
        claim(TIDE_HEAD, "title", Text(text="Head of Tides")),
        claim(TIDE_HEAD, "alias", Text(text='Tide "Boss"'), line=2),
        claim(TIDE_HEAD, "reports_to", MASTER, line=3, quote="Harbour Master"),
        claim(TIDE_HEAD, "reports_to", MASTER, document=HARBOUR, line=9),
        claim(
            TIDE_HEAD,
            "classification",
            Classification(code="EX-01", group="EX", level=1, qualifier="P"),
            line=3,
            repairs=(repair,),
        ),
        claim(TIDE_HEAD, "position_number", Text(text="007"), line=4),
        claim(TIDE_HEAD, "effective_date", Unstated(reason="tbd", text="TBD"), line=5),
        claim(TIDE_HEAD, "in_unit", DIVISION, line=6),
        claim(TIDE_HEAD, "heads_unit", DIVISION, line=6, modality="inferred"),
        claim(TIDE_HEAD, "staff", fte("8", label="Tides Division FTEs"), line=7),
        claim(TIDE_HEAD, "money", parsed(Quantity, {**budget, "low": "1250000.50", "high": "1250000.50"}), line=8),
        claim(TIDE_HEAD, "lists_peer", PILOT, line=10),
        claim(PILOT, "reports_to", MASTER, document=HARBOUR, line=10),
        claim(PILOT, "reports_to", TIDE_HEAD, line=11, quote="Chief Pilot"),
        claim(PILOT, "classification", Classification(code="EX-01", group="EX", level=1), document=HARBOUR, line=10),
        claim(PILOT, "staff", fte("17", "56", low_place="N.L.", high_place="Ontario"), document=HARBOUR, line=11),
        claim(PILOT, "effective_date", Date(iso="2024-05-01"), document=HARBOUR, line=12),
        claim(WATCH, "reports_to", TIDE_HEAD, line=12, modality="inferred"),
        claim(WATCH, "staff", fte("2", status="planned"), line=12),
        claim(DREDGING, "reports_to", TIDE_HEAD, line=13),
        claim(DREDGING, "staff", fte("6"), line=13),
        claim(DREDGING, "staff", fte("60"), line=14, rank="deprecated"),
        claim(DREDGING, "part_of", DIVISION, line=13),
        claim(DIVISION, "part_of", PORT, line=15),
        claim(DIVISION, "unit_kind", Text(text="division"), line=15),
    )
    mention = Mention(kind="position", text="the Director", start=7, end=19)
    return Roster(
        sources=(
            Source(id=HARBOUR, source="harbour.txt", kind="text", language="en", encoding="utf-8", subject=MASTER),
            Source(id=TIDES, source="tides.txt", kind="text", language="en", encoding="utf-8", subject=TIDE_HEAD),
        ),
        entities=tuple(
            parsed(Entity, {"id": id_, "kind": id_.partition("/")[0], "label": label}) for id_, label in LABELS.items()
        ),
        claims=claims,
        unresolved=(Unresolved(document=TIDES, mention=mention, reason="two fit", candidates=(PILOT, MASTER)),),
    )


def troubled_harbour() -> Roster:
    """The same harbour with every trouble that a named query asks about."""
    total = {"measure": "budget", "currency": "CAD"}
    more = (
        claim(WATCH, "incumbent", Text(text="Ann Lee"), line=30),
        claim(PILOT, "post_status", Text(text="vacant"), line=31),
        claim(PILOT, "position_number", Text(text="007"), line=32),
        claim(PORT, "part_of", DREDGING, line=33),
        claim(PILOT, "lists_peer", WATCH, document=LOG, line=1),
        claim(TIDE_HEAD, "stated_peers", Quantity(measure="count", low=Decimal(2), high=Decimal(2)), line=34),
        claim(MASTER, "staff", fte("90"), document=HARBOUR, line=35),
        claim(
            TIDE_HEAD, "money", parsed(Quantity, {**total, "category": "operating", "low": "5", "high": "5"}), line=36
        ),
        claim(TIDE_HEAD, "money", parsed(Quantity, {**total, "category": "total", "low": "9", "high": "9"}), line=37),
        claim(WATCH, "functional_line_to", MASTER, line=38),
        claim(TIDE_HEAD, "staff", fte("1", scope="seat"), line=39),
    )
    again = (
        Source(id=LOG, source="log.txt", kind="text", language="en", encoding="utf-8", subject=PILOT),
        Source(id=OLD, source="old.txt", kind="text", language="en", encoding="utf-8", subject=MASTER),
    )
    roster = harbour()
    return replace(roster, sources=(*roster.sources, *again), claims=(*roster.claims, *more))


def harbour_graph() -> nx.MultiDiGraph:
    return build(harbour())


def assert_same(left: nx.MultiDiGraph, right: nx.MultiDiGraph) -> None:
    assert left.graph == right.graph
    assert dict(left.nodes(data=True)) == dict(right.nodes(data=True))
    assert sorted(left.edges(keys=True)) == sorted(right.edges(keys=True))
    for edge in left.edges(keys=True):
        assert left.edges[edge] == right.edges[edge]


# --- rosters of any shape, with text of any kind ------------------------------------------------------

HOSTILE = st.sampled_from(
    ['"', "\\", "\\u0041", "\n\r\t", "\x00\x1f\x7f\x85\u2028\u2029", "\u202e", "\ufeff\ufffe", "'''", '"""', "<&>",
     "\U0001f6a2", "@en", "^^", "=1+1", "</script>", "?x . }", "#", "%2F", "../..", "ogr:x"]
)  # fmt: skip
TEXT = st.text(max_size=12) | st.lists(HOSTILE, max_size=3).map("".join)
DECIMALS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.just(Decimal("1E+6"))
PLACES = st.integers(-1, 10**6)
_IDS = [f"{kind}/x/{tail}" for kind in ("position", "unit") for tail in ('a "b"', "<c>/..//d", "é\n", "#f?g")]
_DOCUMENTS = ['sha256:"1', "doc/../2"]
_WORDS = {
    "reason": ["tbd", "missing", "vague"],
    "iso": ["2011", "2011-05", "2011-05-26", 'no "date"', ""],
}


def _records(model: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.fixed_dictionaries(fields).map(lambda given: parsed(model, given))  # type: ignore[attr-defined]


def mentions(*kinds: str) -> st.SearchStrategy[object]:
    return _records(
        Mention, kind=st.sampled_from(kinds or ("position", "unit", "self")), text=TEXT, start=PLACES, end=PLACES
    )


QUANTITIES = _records(
    Quantity,
    measure=st.sampled_from(["fte", "headcount", "person_years", "budget", "count"]),
    low=DECIMALS,
    high=DECIMALS,
    status=st.sampled_from(["unspecified", "planned", "actual", "vacant", "eliminated"]),
    scope=st.sampled_from(["own", "part", "context", "seat"]),
    label=st.none() | TEXT,
    category=st.sampled_from([None, "salary", "other"]),
    currency=st.none() | TEXT,
    step=DECIMALS,
    approximate=st.booleans(),
    low_place=st.none() | TEXT,
    high_place=st.none() | TEXT,
)
CODES = _records(
    Classification,
    code=TEXT,
    group=TEXT,
    level=st.none() | st.integers(-5, 99),
    qualifier=st.none() | TEXT,
    basis=st.sampled_from(["substantive", "equivalent"]),
)
EVIDENCE = _records(
    Excerpt,
    document=st.sampled_from([*_DOCUMENTS, "unknown"]),
    source=TEXT,
    start=PLACES,
    end=PLACES,
    line=PLACES,
    column=PLACES,
    quote=TEXT,
    before=TEXT,
    after=TEXT,
    rule=TEXT,
)
REPAIRS = _records(Repair, start=PLACES, end=PLACES, raw=TEXT, repaired=TEXT, rule=TEXT)
_VALUES = {
    "text": _records(Text, text=TEXT),
    "date": _records(Date, iso=st.sampled_from(_WORDS["iso"])),
    "classification": CODES,
    "quantity": QUANTITIES,
    "any": mentions(),
    "position": mentions(),
    "unit": mentions(),
}


@st.composite
def bound_claims(draw: st.DrawFn) -> BoundClaim:
    term = draw(st.sampled_from(list(TERMS.values())))
    fits = [id_ for id_ in _IDS if term.subject in ("any", id_.partition("/")[0])]
    unstated = _records(Unstated, reason=st.sampled_from(_WORDS["reason"]), text=TEXT)
    value = draw(_VALUES[term.object] | unstated)
    line = isinstance(value, Mention) and draw(st.booleans())
    made = parsed(
        Claim,
        {
            "id": draw(TEXT),
            "subject": draw(mentions()),
            "predicate": term.name,
            "value": value,
            "modality": draw(st.sampled_from(["stated", "inferred"])),
            "repairs": tuple(draw(st.lists(REPAIRS, max_size=2))),
            "evidence": tuple(draw(st.lists(EVIDENCE, min_size=1, max_size=2))),
        },
    )
    objects = [id_ for id_ in _IDS if term.object in ("any", id_.partition("/")[0])]
    return parsed(
        BoundClaim,
        {
            "claim": made,
            "subject": draw(st.sampled_from(fits)),
            "object": draw(st.sampled_from(objects)) if line else None,
            "rank": draw(st.sampled_from(["preferred", "normal", "deprecated"])),
        },
    )


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Any legal roster: every value of every term, any text, unbound mentions, unknown documents."""
    entities = [{"id": id_, "kind": id_.partition("/")[0], "label": draw(TEXT)} for id_ in _IDS]
    sources = [
        {"id": id_, "source": draw(TEXT), "kind": "text", "language": draw(TEXT), "encoding": "utf-8",
         "subject": draw(st.none() | st.sampled_from(_IDS))}
        for id_ in draw(st.permutations(_DOCUMENTS))
    ]  # fmt: skip
    unresolved = _records(
        Unresolved,
        document=st.sampled_from(_DOCUMENTS),
        mention=mentions(),
        reason=TEXT,
        candidates=st.lists(st.sampled_from(_IDS), unique=True, max_size=2).map(tuple),
    )
    return parsed(
        Roster,
        {
            "sources": tuple(sources),
            "entities": tuple(entities),
            "claims": tuple(draw(st.lists(bound_claims(), max_size=6))),
            "unresolved": tuple(draw(st.lists(unresolved, max_size=2))),
        },
    )
