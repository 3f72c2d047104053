"""The record of one document: what its claims say, in the shape that `orgraph extract` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from msgspec.structs import asdict, replace

from orgraph.confidence import record_of
from orgraph.evidence import Evidence
from orgraph.model import Claim, Classification, Date, Document, Mention, Quantity, Source, Text, Unstated
from orgraph.titles import abbreviates, initials, scanned

Json = dict[str, Any]


def record(document: Document | Source, claims: Iterable[Claim]) -> Json:
    """One JSON object for a document: subject, lines up, peers, reports, figures, and every claim."""
    found = tuple(claims if document.language == "fr" else _spelled_out(claims))
    own = [claim for claim in found if claim.subject.kind == "self"]
    return {
        "document": {
            "source": document.source,
            "id": document.id,
            "language": document.language,
            "kind": document.kind,
        },
        "subject": _subject(own, found),
        "reports_to": _superiors(own, found),
        "peers": {
            "stated": _stated(own, "stated_peers"),
            "listed": [_entry(m, found) for m in _objects(own, "lists_peer")],
        },
        "reports": {"stated": _stated(own, "stated_reports"), "listed": _reports(found)},
        "figures": [_figure(value) for value in sorted(_figures(own), key=_own_staff_first)],
        "claims": [_claim(claim) for claim in found],
    }


def _spelled_out(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with titles as the document itself spells their acronyms out: "DG, Finance" after "(DG)".

    Not in French, where it would give the post a gender that the text leaves open.
    """
    found = list(claims)
    ranks = {c.value.text: _rank_of(c, found) for c in found if c.predicate == "acronym" and isinstance(c.value, Text)}
    ranks = {acronym: spelled for acronym, spelled in ranks.items() if spelled}
    if not ranks:
        return found
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ranks))})\b(?!\))")

    def spelled(mention: Mention) -> Mention:
        return (
            replace(mention, text=pattern.sub(lambda m: ranks[m[0]], mention.text))
            if mention.kind == "position"
            else mention
        )

    return [
        replace(c, subject=spelled(c.subject), value=spelled(c.value) if isinstance(c.value, Mention) else c.value)
        for c in found
    ]


def _rank_of(claim: Claim, found: list[Claim]) -> str:
    """The words of a title that an acronym stands for, none where it stands for all of another thing."""
    texts = (
        [claim.subject.text]
        if claim.subject.kind == "position"
        else _texts([c for c in found if c.subject.kind == "self"], "title")
    )
    acronym = claim.value.text if isinstance(claim.value, Text) else ""
    heads = [re.split(r",|\(|\sof\s", text)[0].strip() for text in texts]
    return next((head for head in heads if initials(head) == acronym), "")


def _subject(own: list[Claim], found: tuple[Claim, ...]) -> Json:
    codes = [c.value for c in own if c.predicate == "classification" and isinstance(c.value, Classification)]
    dates = [c.value.iso for c in own if c.predicate == "effective_date" and isinstance(c.value, Date)]
    units = list(_units(found)) if own else []
    return {
        "title": _text(own, "title"),
        "aliases": _texts(own, "alias"),
        "acronyms": _texts(own, "acronym"),
        "position_number": _text(own, "position_number"),
        "job_code": _text(own, "job_code"),
        "occupation": _text(own, "occupation"),
        "classification": _code(codes[0]) if codes else None,
        "units": [unit for unit in units if unit["kind"] != "department"],
        "department": next((unit["name"] for unit in units if unit["kind"] == "department"), None),
        "location": _text(own, "location"),
        "effective_date": dates[0] if dates else None,
    }


def _units(found: tuple[Claim, ...]) -> Iterable[Json]:
    """Header units, the innermost first: that of the position, and what contains it."""
    kinds = {c.subject: c.value.text for c in found if c.predicate == "unit_kind" and isinstance(c.value, Text)}
    outer = {c.subject: c.value for c in found if c.predicate == "part_of"}
    unit = next((c.value for c in found if c.predicate == "in_unit" and c.subject.kind == "self"), None)
    seen: list[Mention] = []
    while isinstance(unit, Mention) and unit not in seen:
        seen.append(unit)
        yield {"name": unit.text, "kind": kinds.get(unit)}
        unit = outer.get(unit)


def _superiors(own: list[Claim], found: tuple[Claim, ...]) -> list[Json]:
    """Each superior once: one that is another's title shortened is the same one, the fuller is kept."""
    kept: dict[tuple[str, str], Json] = {}
    for line, predicate in (("solid", "reports_to"), ("functional", "functional_line_to")):
        for mention in sorted(_objects(own, predicate), key=lambda m: (-len(m.text), m.start)):
            same = (text for known, text in kept if known == line)
            if not any(abbreviates(mention.text, text) or scanned(mention.text) == scanned(text) for text in same):
                kept[line, mention.text] = {"title": mention.text, **_identity(mention, found), "line": line}
    return list(kept.values())


def _identity(mention: Mention, found: tuple[Claim, ...]) -> Json:
    of = [c for c in found if c.subject == mention]
    codes = [c.value for c in of if isinstance(c.value, Classification)]
    return {"classification": _code(codes[0]) if codes else None, "position_number": _text(of, "position_number")}


def _reports(found: tuple[Claim, ...]) -> list[Json]:
    down = [c for c in found if isinstance(c.value, Mention) and c.value.kind == "self"]
    entries: dict[Mention, Json] = {}
    for claim in sorted(down, key=lambda c: c.subject.start):
        line = "solid" if claim.predicate == "reports_to" else "functional"
        entries.setdefault(claim.subject, {**_entry(claim.subject, found), "line": line})
    return list(entries.values())


def _entry(mention: Mention, found: tuple[Claim, ...]) -> Json:
    of = [c for c in found if c.subject == mention]
    codes = [c.value for c in of if isinstance(c.value, Classification)]
    seats = [c.value for c in of if c.predicate == "seats" and isinstance(c.value, Quantity)]
    figures = [c.value for c in of if c.predicate == "staff" and isinstance(c.value, Quantity)]
    entry: Json = {
        "title": mention.text,
        "kind": _kind(mention, of),
        "classification": _code(codes[0]) if codes else None,
        "count": _range(seats[0]) if seats else 1,
    }
    if figures:
        staff = figures[0]
        entry["staff"] = {
            "min": _number(staff.low),
            "max": _number(staff.high),
            "measure": staff.measure,
            "status": staff.status,
        }
    return entry


def _kind(mention: Mention, of: list[Claim]) -> str:
    if mention.kind == "position":
        return "position"
    return "team" if "team" in _texts(of, "unit_kind") else "unit"


def _figures(own: list[Claim]) -> list[Quantity]:
    return [c.value for c in own if c.predicate in ("staff", "money") and isinstance(c.value, Quantity)]


def _own_staff_first(value: Quantity) -> tuple[bool, bool]:
    return value.measure == "budget", value.scope != "own"


def _figure(value: Quantity) -> Json:
    figure: Json = {"measure": value.measure, "scope": value.scope, "label": value.label}
    figure |= {"min": _number(value.low), "max": _number(value.high)}
    return figure | ({"currency": value.currency} if value.measure == "budget" else {"status": value.status})


def _claim(claim: Claim) -> Json:
    return {
        "subject": claim.subject.text,
        "predicate": claim.predicate,
        "value": shown(claim),
        "modality": claim.modality,
        "repaired": claim.repaired,
        "repairs": [{"raw": r.raw, "repaired": r.repaired, "rule": r.rule} for r in claim.repairs],
        "rule": claim.rule,
        "confidence": float(judged.confidence) if (judged := record_of(claim.rule)) else None,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    """Where the words stand: offsets in a text, and its page in a print; row, heading and sheet in a table."""
    if evidence.header is None:
        page = {"page": evidence.page} if evidence.page is not None else {}
        return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote, **page}
    sheet = {"sheet": evidence.sheet} if evidence.sheet is not None else {}
    return {**sheet, "row": evidence.line, "column": evidence.header, "quote": evidence.quote}


def shown(claim: Claim) -> str:
    """A claim's value as a person reads it."""
    value = claim.value
    match value:
        case Mention() | Text():
            return value.text
        case Classification():
            return value.code
        case Date():
            return value.iso
        case Unstated():
            return f"({value.reason}) {value.text}"
    low, high = value.low, value.high
    span = str(_number(low)) if low == high else _between(low, high)
    unit = {"budget": value.currency or "", "count": ""}.get(value.measure, value.measure.replace("_", " "))
    return " ".join(filter(None, (span, unit, value.status if value.status != "unspecified" else "")))


def told(claim: Claim) -> str:
    """The same, with the qualifier of a classification: "EX-01 (P)"."""
    value = claim.value
    qualified = isinstance(value, Classification) and value.qualifier
    return f"{shown(claim)} ({qualified})" if qualified else shown(claim)


def _between(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return f"up to {_number(high)}"
    return f"{_number(low)} or more" if high is None else f"{_number(low)} to {_number(high)}"


def _objects(own: list[Claim], predicate: str) -> list[Mention]:
    return [c.value for c in own if c.predicate == predicate and isinstance(c.value, Mention)]


def _stated(own: list[Claim], predicate: str) -> int | float | Json | None:
    values = [c.value for c in own if c.predicate == predicate and isinstance(c.value, Quantity)]
    return _range(values[0]) if values else None


def _texts(of: list[Claim], predicate: str) -> list[str]:
    return [c.value.text for c in of if c.predicate == predicate and isinstance(c.value, Text)]


def _text(of: list[Claim], predicate: str) -> str | None:
    return next(iter(_texts(of, predicate)), None)


def _code(value: Classification) -> Json:
    return asdict(value)


def _range(value: Quantity) -> int | float | Json | None:
    return _number(value.low) if value.low == value.high else {"min": _number(value.low), "max": _number(value.high)}


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where the value is whole."""
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)
