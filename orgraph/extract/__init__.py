"""Extract claims: every rule of this package reads one document, and its evidence is made here, once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

from orgraph.extract._reading import Reading, Statement
from orgraph.model import Claim, Document, Evidence, Mention, Repair, Text, Value
from orgraph.rules import Rule, discover
from orgraph.terms import TERMS
from orgraph.text import Lines, Span

_CONTEXT = 60  # characters of text kept on each side of a quote
# What may stand where a predicate takes an entity; any other value may be left to be determined.
_OBJECTS = {"any": ("position", "unit"), "position": ("position",), "unit": ("unit",)}


def extract(document: Document, *, repair: bool = True) -> tuple[Claim, ...]:
    """Every claim of a document, sorted by place. `repair=False` refuses readings that need a repair."""
    reading = Reading(document, repair=repair)
    lines = Lines(document.text)
    found: dict[tuple[object, ...], Claim] = {}
    for rule in rules():
        for statement in rule.function(reading):
            for said in (*_names(statement), statement):
                claim = _claim(document, lines, said, rule.name)
                found.setdefault(_key(claim), claim)
    return tuple(sorted(found.values(), key=_place))


def _names(statement: Statement) -> Iterator[Statement]:
    """A mention is itself a claim: that the text calls a position or a unit so."""
    for mention in (statement.subject, statement.value):
        if isinstance(mention, Mention) and mention.kind != "self":
            predicate = "unit_name" if mention.kind == "unit" else "title"
            yield Statement(mention, predicate, Text(text=mention.text), (Span(mention.start, mention.end),))


@cache
def rules() -> tuple[Rule, ...]:
    """The extraction rules, by name."""
    return tuple(discover("orgraph.extract"))


def _claim(document: Document, lines: Lines, statement: Statement, rule: str) -> Claim:
    _must_be_legal(statement, rule)
    evidence = tuple(_evidence(document, lines, span, rule) for span in dict.fromkeys(statement.spans))
    claim = Claim(
        id="",
        subject=statement.subject,
        predicate=statement.predicate,
        value=statement.value,
        modality="inferred" if statement.inferred else "stated",
        repairs=(*statement.repairs, *_text_repairs(document, evidence[0])),
        evidence=evidence,
    )
    return claim.model_copy(update={"id": _identifier(claim)})


def _must_be_legal(statement: Statement, rule: str) -> None:
    """A rule that joins what its predicate may not join is a bug of the rule."""
    term = TERMS.get(statement.predicate)
    if term is None:
        raise ValueError(f"rule {rule} yields the unknown predicate {statement.predicate!r}")
    subject, object_ = _kind(statement.subject), _kind(statement.value)
    if term.subject not in ("any", subject) or object_ not in _OBJECTS.get(term.object, (term.object, "unstated")):
        raise ValueError(f"rule {rule} yields: {subject} {term.name} {object_}")


def _kind(value: Value) -> str:
    """What a predicate joins: position, unit, or the type of a value; the described position is a position."""
    if not isinstance(value, Mention):
        return value.type
    return "unit" if value.kind == "unit" else "position"


def _text_repairs(document: Document, evidence: Evidence) -> tuple[Repair, ...]:
    """Repairs of the text itself that the value was read through."""
    return tuple(r for r in document.repairs if evidence.start <= r.start and r.end <= evidence.end)


def _evidence(document: Document, lines: Lines, span: Span, rule: str) -> Evidence:
    line, column = lines.place(span.start)
    return Evidence(
        document=document.id,
        source=document.source,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        quote=document.text[span.start : span.end],
        before=document.text[max(0, span.start - _CONTEXT) : span.start],
        after=document.text[span.end : span.end + _CONTEXT],
        rule=rule,
    )


def _identifier(claim: Claim) -> str:
    """A hash of document, place and content: equal input, equal identifier."""
    content = "\x1f".join(
        (
            claim.document,
            claim.predicate,
            _mention(claim.subject),
            claim.value.model_dump_json(),
            str(claim.evidence[0].start),
            claim.rule,
        )
    )
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _mention(mention: Mention) -> str:
    return f"{mention.kind}:{mention.start}:{mention.end}:{mention.text}"


def _key(claim: Claim) -> tuple[object, ...]:
    """Two rules that read the same value at the same place make one claim."""
    return claim.predicate, _mention(claim.subject), _comparable(claim.value), claim.evidence[0].start


def _comparable(value: Value) -> str:
    return _mention(value) if isinstance(value, Mention) else value.model_dump_json()


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.evidence[0].start, claim.evidence[0].end, claim.predicate, claim.id
