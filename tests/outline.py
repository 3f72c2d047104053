"""Turn a drawing of an organization into a roster and a graph: indentation is the reporting line.

    --- one.txt                      the next document (without one: org.txt); one-fr.txt is French
    Managing Director
      * Head Baker [fte=15; EX-02]   a star marks the position that the document describes
        Bread Team [unit; fte=8]
        Cake Team [unit; fte=3 planned]

    ~ words                        a line that says nothing of the organization
    !!! two.txt: empty             a source that could not be read

The drawing is the text of its documents, so every quote stands where its evidence says. One name is
one position or unit in all documents. Attributes, apart by semicolons:

    unit                          a unit, not a position
    inferred                      its line is inferred
    fte=8  headcount=8  person_years=8     also `8 planned`, `8..10`, `8..`, `~30`, `3I→31` (a repair),
                                  `17@North..56@South` (a range by place)
    salary= operating= combined= total= program= other=     money; `2960000/10000` gives the step, `5 USD` a currency
    context fte=86  part fte=3    figures of another scope
    fte=15 “Bakery FTEs”          a figure with its label
    EX-02                         a classification
    number=40017  job=  alias=  date=      texts; TBD is the value to be determined
    spelled_out=FSA: Flour Safety Agency      an acronym and its words
    seats=4  peers=5  reports=3  teams=2 “teams”   counts; `missing` and `vague` are counts without a number
    lists=Shop Manager            a peer;  to=Shop Manager  a further superior;  dotted=Shop Manager  a functional one
    heads=Bakery  in=Bakery  part_of=Bakery     units
    kind=branch  noc=411  held=A. Baker  status=vacant
    titled=Master Baker           what the document calls it;  list-gap=3  a flaw of the text, by the name of its rule
    open=the Manager              a mention that stays unresolved
    --- staff.csv                 a table, its rows drawn alike; `uk*.csv` is one in the layout of UK organograms
    seat fte=1  group=8.5  grade=SCS2     a post's own FTE, a group of posts measured in FTE, a grade
    ref=206  ref=206~Shop Manager     a superior that no row carries; that differs from a row's in spelling only
    contact=0300 123              a cell for a contact that holds none
    top  blank  unitless          marks for: no superior, an empty superior, an empty unit
    id=7                          the id by which other rows name it, where it is no number of the post
    number=1!                     a rejected claim
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import networkx as nx
from msgspec.structs import replace

from orgraph.errors import UnreadableSource
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
from orgraph.text import Lines

_ROW = re.compile(r"^(?P<indent> *)(?P<star>\* )?(?P<name>[^\[\n]*?)\s*(?:\[(?P<attributes>.*)\])?\s*$")
_CODE = re.compile(r"(?P<group>[A-Z]{2})-(?P<level>\d+)(?:\((?P<qualifier>\w)\))?$")
_STAFF = ("fte", "headcount", "person_years")
_MONEY = ("salary", "operating", "combined", "total", "program", "other")
FLAWS = (
    "undefined-acronym",
    "acronym-twice",
    "list-gap",
    "cut-text",
    "broken-encoding",
    "foreign-stamp",
    "language-residue",
    "shortened-title",
    "earlier-rows",
    "unread-cells",
)
_IDS = ("number=", "id=")
_EMPTY = {"top": ("reports_to", "top"), "blank": ("reports_to", "missing"), "unitless": ("in_unit", "missing")}
_TEXTS = {
    "number": "position_number",
    "job": "job_code",
    "alias": "alias",
    "location": "location",
    "kind": "unit_kind",
    "noc": "occupation",
    "held": "incumbent",
    "status": "post_status",
    **dict.fromkeys(FLAWS, "text_flaw"),
    "acronym": "acronym",
    "spelled_out": "spelled_out",
    "contact": "text_flaw",
}
_COUNTS = {"seats": "seats", "peers": "stated_peers", "reports": "stated_reports", "teams": "stated_teams"}
_LINES = {
    "lists": "lists_peer",
    "to": "reports_to",
    "dotted": "functional_line_to",
    "heads": "heads_unit",
    "in": "in_unit",
    "part_of": "part_of",
}
_UNITS = ("heads", "in", "part_of")


class Row(NamedTuple):
    """One line of a drawing, with the row above it in the hierarchy."""

    document: Source
    text: str
    depth: int
    name: str
    start: int
    unit: bool
    described: bool
    attributes: tuple[tuple[str, int], ...]
    parent: str | None

    @property
    def id(self) -> str:
        return identity(self.name, self.unit)


def identity(name: str, unit: bool = False) -> str:
    """The id of the box with a name."""
    slug = re.sub(r"\W+", "-", name.casefold()).strip("-")
    return f"{'unit' if unit else 'position'}/org/{slug}"


def graph(drawing: str) -> nx.MultiDiGraph:
    """The graph of a drawing."""
    return build(roster(drawing), unreadable(drawing))


def unreadable(drawing: str) -> list[UnreadableSource]:
    """The sources of a drawing that could not be read."""
    lines = (line[4:].partition(": ") for line in drawing.splitlines() if line.startswith("!!! "))
    return [UnreadableSource(name, reason) for name, _, reason in lines]


def roster(drawing: str) -> Roster:
    """The roster of a drawing."""
    rows = list(_rows(drawing))
    subjects = {row.document.id: row.id for row in rows if row.described}
    sources = {
        source.id: replace(source, subject=subjects.get(source.id))
        for source in (_document(name, text) for name, text in documents(drawing) if text)
    }
    claims = [claim for row in rows for claim in _claims(row)]
    objects = [b for b in claims if b.object]
    names = {b.object: b.claim.value.text for b in objects} | {row.id: row.name for row in rows}
    kinds = {id_: id_.partition("/")[0] for id_ in names}
    return Roster(
        sources=tuple(sorted(sources.values(), key=lambda source: source.source)),
        entities=tuple(Entity(id=i, kind=kinds[i], label=names[i]) for i in sorted(names)),
        claims=tuple(claims),
        unresolved=tuple(left for row in rows for left in _unresolved(row)),
    )


def _rows(drawing: str) -> Iterator[Row]:
    for name, text in documents(drawing):
        source = _document(name, text)
        above: list[tuple[int, str]] = []
        offset = 0
        for line in text.splitlines(keepends=True):
            if line.strip() and not line.startswith("~ "):
                row = _row(source, text, line.rstrip("\n"), offset, above)
                above = [*(pair for pair in above if pair[0] < row.depth), (row.depth, row.id)]
                yield row
            offset += len(line)


def _document(name: str, text: str) -> Source:
    kind = "table" if name.endswith(".csv") else "text"
    language = "fr" if name.endswith("fr.txt") else "en"
    return Source(id=_digest(name + text), source=name, kind=kind, language=language, encoding="utf-8")


def documents(drawing: str) -> Iterator[tuple[str, str]]:
    name, lines = "org.txt", []
    for line in drawing.strip("\n").splitlines():
        if line.startswith("--- "):
            if lines:
                yield name, "\n".join(lines)
            name, lines = line[4:].strip(), []
        elif not line.startswith("!!! "):
            lines.append(line)
    yield name, "\n".join(lines)


def _row(source: Source, text: str, line: str, offset: int, above: list[tuple[int, str]]) -> Row:
    found = _ROW.match(line)
    assert found, f"not a row of a drawing: {line!r}"
    attributes, start = found["attributes"] or "", found.start("attributes")
    parts = []
    for match in re.finditer(r"[^;]+", attributes):
        word = match[0].strip()
        parts.append((word, offset + start + match.start() + match[0].index(word)))
    depth = len(found["indent"])
    return Row(
        document=source,
        text=text,
        depth=depth,
        name=found["name"],
        start=offset + found.start("name"),
        unit=any(word == "unit" for word, _ in parts),
        described=bool(found["star"]),
        attributes=tuple(parts),
        parent=next((id_ for level, id_ in reversed(above) if level < depth), None),
    )


def _claims(row: Row) -> Iterator[BoundClaim]:
    titled = next((word[7:] for word, _ in row.attributes if word.startswith("titled=")), row.name)
    yield _bound(row, "unit_name" if row.unit else "title", Text(text=titled), row.name, row.start)
    if row.parent:
        inferred = any(word == "inferred" for word, _ in row.attributes)
        superior = Mention(kind="position", text=row.parent.rpartition("/")[2])
        yield _bound(row, "reports_to", superior, row.name, row.start, row.parent, inferred=inferred)
    for word, start in row.attributes:
        if word not in ("unit", "inferred") and not word.startswith(("open=", "titled=", "id=")):
            yield _attribute(row, word, start)


def _attribute(row: Row, word: str, start: int) -> BoundClaim:
    rejected = word.endswith("!")
    key, _, said = word.rstrip("!").partition("=")
    scope, _, key = key.rpartition(" ")
    if key in _EMPTY:
        predicate, reason = _EMPTY[key]
        return _bound(row, predicate, Unstated(reason=reason, text=""), word, start)
    if key == "ref":
        reference = said.partition("~")[0]
        value = Mention(kind="position", text=reference, reference=reference)
        return _bound(row, "reports_to", value, word, start, identity(reference))
    if key in _LINES:
        unit = key in _UNITS
        mention = Mention(kind="unit" if unit else "position", text=said)
        return _bound(row, _LINES[key], mention, word, start, identity(said, unit), rejected=rejected)
    predicate, value, repairs = _value(key, said, scope or "own", start)
    return _bound(row, predicate, value, word, start, repairs=repairs, rejected=rejected)


def _value(key: str, said: str, scope: str, start: int) -> tuple[str, Value, tuple[Repair, ...]]:
    raw, arrow, read = said.partition("→")
    repair = Repair(start=start, end=start + len(raw), raw=raw, repaired=read, rule="look-alike") if arrow else None
    repairs = (repair,) if repair else ()
    said = read or said
    code = _CODE.match(key)
    if code:
        group, level, qualifier = code["group"], code["level"], code["qualifier"]
        value = Classification(code=f"{group}-{level}", group=group, level=int(level), qualifier=qualifier)
        return "classification", value, repairs
    if key == "grade":
        return "classification", Classification(code=said, group=said), repairs
    if said in ("TBD", "missing", "vague", "unreadable"):
        return _predicate(key), Unstated(reason=said.lower(), text=said), repairs
    if key == "date":
        return "effective_date", Date(iso=said), repairs
    if key in _TEXTS:
        return _TEXTS[key], Text(text=said), repairs
    return _predicate(key), _quantity(key, said, scope), repairs


def _predicate(key: str) -> str:
    known = {
        **_TEXTS,
        **_COUNTS,
        "group": "seats",
        "date": "effective_date",
        **dict.fromkeys(_STAFF, "staff"),
        **dict.fromkeys(_MONEY, "money"),
    }
    return known[key]


def _quantity(key: str, said: str, scope: str) -> Quantity:
    said, _, label = said.partition(" “")
    words = said.lstrip("~").split(" ")
    number, _, step = words[0].partition("/")
    low, dots, high = number.partition("..")
    (low, _, low_place), (high, _, high_place) = low.partition("@"), high.partition("@")
    bounds = [Decimal(low), Decimal(high) if high else None if dots else Decimal(low)]
    currency = words[1] if len(words) > 1 and words[1].isupper() else "CAD"
    money = {"category": key, "currency": currency, "step": Decimal(step) if step else None}
    if key == "group":
        return Quantity(measure="fte", low=bounds[0], high=bounds[1], scope="seat")
    return Quantity(
        measure=key if key in _STAFF else "budget" if key in _MONEY else "count",
        low=bounds[0],
        high=bounds[1],
        label=label.rstrip("”") or None,
        status=words[1] if len(words) > 1 and words[1].islower() else "unspecified",
        scope=scope,
        approximate=said.startswith("~"),
        low_place=low_place or None,
        high_place=high_place or None,
        **(money if key in _MONEY else {}),
    )


def _bound(
    row: Row,
    predicate: str,
    value: Value,
    quote: str,
    start: int,
    object_: str | None = None,
    *,
    repairs: tuple[Repair, ...] = (),
    rejected: bool = False,
    inferred: bool = False,
) -> BoundClaim:
    claim = Claim(
        id=_digest(f"{row.document.id} {row.id} {predicate} {start} {value!r}"),
        subject=Mention(
            kind="self" if row.described else "unit" if row.unit else "position",
            text=row.name,
            reference=next((word.partition("=")[2] for word, _ in row.attributes if word.startswith(_IDS)), None),
        ),
        predicate=predicate,
        value=value,
        modality="inferred" if inferred else "stated",
        repairs=repairs,
        evidence=(_evidence(row, quote, start),),
    )
    return BoundClaim(claim=claim, subject=row.id, object=object_, rank="deprecated" if rejected else "normal")


def _evidence(row: Row, quote: str, start: int) -> Excerpt:
    line, column = _lines(row.text).place(start)
    end, key = start + len(quote), quote.partition("=")[0]
    cell = row.document.kind == "table"
    layout = "uk-organogram" if row.document.source.startswith("uk") else "hr-table"
    return Excerpt(
        document=row.document.id,
        source=row.document.source,
        start=-1 if cell else start,
        end=-1 if cell else end,
        line=line,
        column=column,
        quote=row.text[start:end],
        before=row.text[start - column + 1 : start],
        after=row.text[end:].partition("\n")[0],
        rule=key if key in FLAWS else layout if cell else "outline",
        header=key if cell else None,
    )


@lru_cache(maxsize=4)
def _lines(text: str) -> Lines:
    return Lines(text)


def _unresolved(row: Row) -> Iterator[Unresolved]:
    for word, start in row.attributes:
        if word.startswith("open="):
            mention = Mention(kind="position", text=word[5:], start=start + 5, end=start + len(word))
            yield Unresolved(document=row.document.id, mention=mention, reason="two positions fit")
        elif word.startswith("ref="):
            reference, _, near = word[4:].partition("~")
            mention = Mention(kind="position", text=reference, reference=reference)
            candidates = (identity(near),) if near else ()
            yield Unresolved(document=row.document.id, mention=mention, reason="no row", candidates=candidates)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
