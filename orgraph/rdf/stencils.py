"""Claims of cells as Turtle, from stencils: what a table says a million times is spelled out once.

A stencil is what the general writer makes of a claim with marks in the place of its words, so its bytes are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

import networkx as nx
from msgspec.structs import replace

from orgraph.model import BoundClaim, Classification, Date, Mention, Quantity, Source, Text, Unstated, Value
from orgraph.rdf.claims import claim_blocks
from orgraph.rdf.names import Iri, Literal, Names, Node
from orgraph.rdf.turtle_text import quote, turtle_block
from orgraph.rdf.values import Placed, claims_of, date_type, value_node

_MARK: Final = "Slot"  # a claim with this among its own words is written without a stencil
_SLOT: Final = re.compile(rf'"?{_MARK}([0-9]{{2}})"?')
_MOST: Final = 4096  # stencils kept at once

# Places among the words of a claim; a mention takes four of them.
_IRI, _SUBJECT, _NAMED, _OBJECT, _ID, _ORDER, _VALUE, _QUOTE, _BEFORE, _AFTER, _LINE = (
    0,
    1,
    2,
    6,
    7,
    8,
    9,
    13,
    14,
    15,
    16,
)
_NOTHING: Final = ("", "", "", "")

Words = tuple[str, ...]


class _Stencil(NamedTuple):
    """A text with a gap for each word, and what picks the words for the gaps."""

    text: str
    pick: Callable[[Words], Words]


def claims_text(graph: nx.MultiDiGraph, names: Names, base: str | None) -> Iterator[str]:
    """The claims of each box; what was read from no single cell goes the general way."""
    stencils = _Stencils(graph.graph["sources"], names, base)
    for node in sorted(graph):
        yield from map(stencils.text, claims_of(graph, node, names))


class _Stencils:
    """The stencils of one run; one is cut when a claim of a new shape comes."""

    def __init__(self, sources: dict[str, Source], names: Names, base: str | None) -> None:
        self._sources, self._names, self._base = sources, names, base
        self._outside, self._inside = len(names.base), len(names.entity(""))
        self._codes = lru_cache(_MOST)(names.classification)
        self._cut: dict[tuple[object, ...], _Stencil] = {}
        self._row: tuple[str, Mention, Words] | None = None

    def text(self, placed: Placed) -> str:
        """One claim, and what belongs to it."""
        bound = placed.bound
        claim = bound.claim
        if len(claim.evidence) != 1 or claim.repairs or claim.evidence[0].header is None:
            return self._general(placed)
        cell = claim.evidence[0]
        shape = (
            (claim.predicate, claim.modality, bound.rank, bound.object is None),
            (_shape_of(claim.subject), _shape(claim.value)),
            (cell.document, cell.source, cell.sheet, cell.column, cell.header, cell.rule),
            (cell.start, cell.end, cell.page, cell.before == "", cell.after == ""),
        )
        stencil = self._cut.get(shape)
        if stencil is None:
            general = self._general(placed)
            if _MARK in general:
                return general
            if len(self._cut) >= _MOST:
                self._cut.clear()
            stencil = self._cut[shape] = self._stencil(placed)
        words = (
            placed.iri[self._outside :],
            *self._subject(bound.subject, claim.subject),
            self._object(bound),
            quote(claim.id),
            str(placed.order),
            *_words(claim.value),
            quote(cell.quote),
            quote(cell.before),
            quote(cell.after),
            str(cell.line),
        )
        return stencil.text % stencil.pick(words)

    def _general(self, placed: Placed) -> str:
        return self._blocks(placed, placed.iri, value_node(placed))

    def _blocks(self, placed: Placed, iri: str, value: Node | None) -> str:
        return "".join(turtle_block(block, self._base) for block in claim_blocks(placed, iri, value, self._sources))

    def _subject(self, id_: str, mention: Mention) -> Words:
        """The words of a subject. The claims of a row have one, so they are kept until another one comes."""
        row = self._row
        if row is None or row[1] is not mention or row[0] != id_:
            own = self._names.entity(id_)[self._inside :]
            row = self._row = id_, mention, (own, *_words_of(mention))
        return row[2]

    def _object(self, bound: BoundClaim) -> str:
        value = bound.claim.value
        if bound.object is not None:
            return self._names.entity(bound.object)[self._outside :]
        if isinstance(value, Text):
            return quote(value.text)
        if isinstance(value, Classification):
            return self._codes(value)[self._outside :]
        return quote(value.iso) if isinstance(value, Date) else ""

    def _stencil(self, placed: Placed) -> _Stencil:
        iri, node = self._names.base + _mark(_IRI), value_node(placed)
        if isinstance(node, Literal):
            node = node._replace(value=_mark(_OBJECT))
        elif isinstance(placed.bound.claim.value, Quantity | Unstated):
            node = Iri(f"{iri}#value")
        elif node is not None:
            node = Iri(self._names.base + _mark(_OBJECT))
        marked: Any = placed._replace  # a mark may stand in the place of a number
        pieces = _SLOT.split(self._blocks(marked(bound=_marked(placed.bound), order=_mark(_ORDER)), iri, node))
        text = "%s".join(piece.replace("%", "%%") for piece in pieces[::2])
        return _Stencil(text, itemgetter(*map(int, pieces[1::2])))


def _shape(value: Value) -> tuple[object, ...]:
    """What of a value decides which properties are written."""
    if isinstance(value, Mention):
        return _shape_of(value)
    if isinstance(value, Unstated):
        return Unstated, value.reason
    return (Date, date_type(value.iso)) if isinstance(value, Date) else (type(value),)


def _shape_of(mention: Mention) -> tuple[object, ...]:
    return mention.kind, mention.start == -1, mention.end == -1, mention.reference is None


def _words(value: Value) -> Words:
    if isinstance(value, Mention):
        return _words_of(value)
    return (quote(value.text), "", "", "") if isinstance(value, Unstated) else _NOTHING


def _words_of(mention: Mention) -> Words:
    return quote(mention.text), str(mention.start), str(mention.end), quote(mention.reference or "")


def _mark(place: int) -> str:
    return f"{_MARK}{place:02}"


def _marked(bound: BoundClaim) -> BoundClaim:
    """A claim with marks in the place of its words, numbers too; what is not there stays away."""
    marked: Any = replace
    claim, [cell], value = bound.claim, bound.claim.evidence, bound.claim.value
    before, after = cell.before and _mark(_BEFORE), cell.after and _mark(_AFTER)
    if isinstance(value, Mention):
        value = _marked_mention(value, _VALUE)
    elif isinstance(value, Unstated):
        value = replace(value, text=_mark(_VALUE))
    claim = marked(
        claim,
        id=_mark(_ID),
        subject=_marked_mention(claim.subject, _NAMED),
        value=value,
        evidence=(marked(cell, quote=_mark(_QUOTE), before=before, after=after, line=_mark(_LINE)),),
    )
    return replace(bound, claim=claim, subject=_mark(_SUBJECT))


def _marked_mention(mention: Mention, place: int) -> Mention:
    marked: Any = replace
    start, end = (-1 if number == -1 else _mark(place + n) for n, number in ((1, mention.start), (2, mention.end)))
    reference = None if mention.reference is None else _mark(place + 3)
    found: Mention = marked(mention, text=_mark(place), start=start, end=end, reference=reference)
    return found
