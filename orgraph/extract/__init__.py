"""Extract claims: every rule of this package reads one document, and its evidence is made here, once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache

from orgraph.evidence import Excerpt
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._repairs import Repairs, in_source
from orgraph.model import Claim, Document, Mention, Quantity, Text, Value
from orgraph.rules import Rule, discover
from orgraph.terms import TERMS
from orgraph.text import Lines, Span

_CONTEXT = 60  # characters of text kept on each side of a quote
# What may stand where a predicate takes an entity; any other value may be left to be determined.
_OBJECTS = {"any": ("position", "unit"), "position": ("position",), "unit": ("unit",)}


def extract(document: Document, *, repair: bool = True) -> tuple[Claim, ...]:
    """Every claim of a document, sorted by place. `repair=False` refuses readings that need a repair."""
    reading = Reading(document, repair=repair)
    places, repairs = _Places(document), Repairs(reading)
    found: dict[tuple[object, ...], Claim] = {}
    for rule in rules():
        for statement in rule.function(reading):
            for said in filter(_is_legal, (*_names(statement), statement)):
                told = in_source(reading.mended, said)
                if (key := _key(told)) not in found:
                    found[key] = _claim(places, repairs, told, rule.name)
    return in_order(found.values())


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims of one document in the order of their places."""
    return tuple(sorted(claims, key=_place))


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


def _claim(places: _Places, repairs: Repairs, statement: Statement, rule: str) -> Claim:
    evidence = tuple(places.evidence(span, rule) for span in dict.fromkeys(statement.spans))
    return Claim(
        id=_identifier(evidence[0], statement),
        subject=statement.subject,
        predicate=statement.predicate,
        value=statement.value,
        modality="inferred" if statement.inferred else "stated",
        repairs=(*statement.repairs, *repairs.behind(statement)),
        evidence=evidence,
    )


def _is_legal(statement: Statement) -> bool:
    """Whether the predicate may join its subject and its value; what joins a unit like a position was misread."""
    term = TERMS[statement.predicate]
    legal = _OBJECTS.get(term.object, (term.object, "unstated"))
    return term.subject in ("any", _kind(statement.subject)) and _kind(statement.value) in legal


def _kind(value: Value) -> str:
    """What a predicate joins: position, unit, or the type of a value; the described position is a position."""
    if not isinstance(value, Mention):
        return value.type
    return "unit" if value.kind == "unit" else "position"


class _Places:
    """The evidence of one document: one record for a place and a rule, however many claims rest on it."""

    def __init__(self, document: Document) -> None:
        self._document, self._lines = document, Lines(document.text)
        self._known: dict[tuple[Span, str], Excerpt] = {}

    def evidence(self, span: Span, rule: str) -> Excerpt:
        """What a rule read at a place, with its context."""
        known = self._known.get((span, rule))
        if known is None:
            known = self._known[span, rule] = _evidence(self._document, self._lines, span, rule)
        return known


def _evidence(document: Document, lines: Lines, span: Span, rule: str) -> Excerpt:
    line, column = lines.place(span.start)
    return Excerpt(
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
        page=lines.page(span.start),
    )


def _identifier(evidence: Excerpt, statement: Statement) -> str:
    """A hash of document, place and content: equal input, equal identifier."""
    content = "\x1f".join(
        (
            evidence.document,
            statement.predicate,
            _mention(statement.subject),
            repr(statement.value),
            str(evidence.start),
            evidence.rule,
        )
    )
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _mention(mention: Mention) -> str:
    return f"{mention.kind}:{mention.start}:{mention.end}:{mention.text}"


def _key(statement: Statement) -> tuple[object, ...]:
    """Two rules that read the same value at the same place make one claim; 8 and 8.0 are read apart."""
    value = statement.value
    same = repr(value) if isinstance(value, Quantity) else value
    return statement.predicate, statement.subject, same, statement.spans[0].start


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.evidence[0].start, claim.evidence[0].end, claim.predicate, claim.id
