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

from orgraph.evidence import BESIDE, Cell, Excerpt, written
from orgraph.model import BoundClaim, Classification, Date, Mention, Quantity, Source, Text, Unstated
from orgraph.rdf.claims import claim_blocks
from orgraph.rdf.names import Iri, Literal, Names, Node
from orgraph.rdf.spelling import Spelling
from orgraph.rdf.turtle_text import escaped, turtle_block
from orgraph.rdf.values import Placed, claims_of, date_type, value_node

_MARK: Final = "Slot"  # a claim with this among its own words is written without a stencil
_NUMBER: Final = f"{_MARK}N"  # a number is written as a text while it is a mark, so its quotes go with it
_SLOT: Final = re.compile(rf'"{_NUMBER}([0-9]{{2}})"|{_MARK}([0-9]{{2}})')
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
    """Pieces of text, every second a gap, and what picks the words for the gaps of all the words of a claim."""

    pieces: list[str]
    pick: Callable[[Words], Words]

    def filled(self, words: Words) -> str:
        """The text with its words; pieces are joined, for a template is searched for its gaps each time."""
        pieces = self.pieces.copy()
        pieces[1::2] = self.pick(words)
        return "".join(pieces)


class _Subject(NamedTuple):
    """Whose claims follow one another in a row: its shape and its words are found once."""

    id: str
    mention: Mention
    shape: tuple[object, ...]
    words: Words


def claims_text(graph: nx.MultiDiGraph, names: Names, base: str | None) -> Iterator[str]:
    """The claims of each box; what was read from no single cell goes the general way."""
    stencils = _Stencils(graph.graph["sources"], names, base)
    for node in sorted(graph):
        yield from map(stencils.text, claims_of(graph, node, names))


class _Stencils:
    """The stencils of one run; one is cut when a claim of a new shape comes."""

    def __init__(self, sources: dict[str, Source], names: Names, base: str | None) -> None:
        self._sources, self._names, self._base = sources, names, base
        self._spelling = Spelling(names, base)
        self._cut: dict[tuple[object, ...], _Stencil] = {}
        self._subject: _Subject | None = None
        self._row: tuple[tuple[str, ...], list[str]] = (), []

    def text(self, placed: Placed) -> str:
        """One claim, and what belongs to it."""
        bound = placed.bound
        claim = bound.claim
        cell = claim.evidence[0]
        if type(cell) is not Cell or len(claim.evidence) > 1 or claim.repairs:
            return self._general(placed)
        subject = self._subject
        if subject is None or subject.mention is not claim.subject or subject.id != bound.subject:
            subject = self._subject = self._of(bound.subject, claim.subject)
        kind, object_, said = self._value(bound)
        shape = (
            *(cell.at, len(cell.cells), claim.predicate, claim.modality, bound.rank, bound.object is None),
            *(subject.shape, kind),
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
            *(placed.key, *subject.words, object_, claim.id, str(placed.order)),
            *(*said, *self._cells(cell), str(cell.line)),
        )
        return stencil.filled(words)

    def _general(self, placed: Placed) -> str:
        return self._blocks(placed, placed.iri, value_node(placed))

    def _blocks(self, placed: Placed, iri: str, value: Node | None) -> str:
        return "".join(turtle_block(block, self._base) for block in claim_blocks(placed, iri, value, self._sources))

    def _of(self, id_: str, mention: Mention) -> _Subject:
        shape, words = _mentioned(mention)
        return _Subject(id_, mention, shape, (self._spelling.path(id_), *words))

    def _value(self, bound: BoundClaim) -> tuple[object, str, Words]:
        """What of a value decides which properties are written, its object, and the words of what has more of them."""
        value = bound.claim.value
        if isinstance(value, Text):
            return Text, escaped(value.text), _NOTHING
        if isinstance(value, Mention):
            shape, words = _mentioned(value)
            return shape, "" if bound.object is None else self._spelling.path(bound.object), words
        if isinstance(value, Classification):
            return Classification, self._spelling.code(value), _NOTHING
        if isinstance(value, Date):
            return (Date, date_type(value.iso)), escaped(value.iso), _NOTHING
        if isinstance(value, Unstated):
            return (Unstated, value.reason), "", (escaped(value.text), "", "", "")
        return Quantity, "", _NOTHING

    def _cells(self, cell: Cell) -> tuple[str, str, str]:
        """A cell and those beside it. The claims of a row follow one another, so its cells are spelled once."""
        cells, column = cell.cells, cell.at.column
        if self._row[0] is not cells:
            self._row = cells, list(map(escaped, cells))
        texts = self._row[1]
        if not 1 < column < len(cells):
            return escaped(cell.quote), escaped(cell.before[:-3]), escaped(cell.after[3:])
        before, after = cells[column - 2], cells[column]
        return (
            texts[column - 1],
            texts[column - 2] if len(before) <= BESIDE else escaped(before[-BESIDE:]),
            texts[column] if len(after) <= BESIDE else escaped(after[:BESIDE]),
        )

    def _stencil(self, placed: Placed) -> _Stencil:
        iri, node = f"{self._names.base}claim/{_mark(_IRI)}", value_node(placed)
        if isinstance(node, Literal):
            node = node._replace(value=_mark(_OBJECT))
        elif isinstance(placed.bound.claim.value, Quantity | Unstated):
            node = Iri(f"{iri}#value")
        elif placed.bound.object is not None:
            node = Iri(self._names.entity(_mark(_OBJECT)))
        elif node is not None:
            node = Iri(self._names.base + _mark(_OBJECT))
        marked: Any = replace  # a mark may stand in the place of a number
        whole = self._blocks(marked(placed, bound=_marked(placed.bound), order=_number(_ORDER)), iri, node)
        pieces = [part or "" for part in _SLOT.split(whole)]  # a text, then a number or a place, and so on
        places = (int(one or two) for one, two in zip(pieces[1::3], pieces[2::3], strict=True))
        pick: Callable[[Words], Words] = itemgetter(*places)
        del pieces[2::3]
        return _Stencil(pieces, pick)


@lru_cache(maxsize=_MOST)  # rows name the same units and superiors
def _mentioned(mention: Mention) -> tuple[tuple[object, ...], Words]:
    """What of a mention decides which properties are written, and its words."""
    shape = mention.kind, mention.start == -1, mention.end == -1, mention.reference is None
    return shape, (escaped(mention.text), str(mention.start), str(mention.end), escaped(mention.reference or ""))


def _mark(place: int) -> str:
    return f"{_MARK}{place:02}"


def _number(place: int) -> str:
    return f"{_NUMBER}{place:02}"


def _marked(bound: BoundClaim) -> BoundClaim:
    """A claim with marks in the place of its words, numbers too; what is not there stays away."""
    marked: Any = replace
    claim, [cell], value = bound.claim, bound.claim.evidence, bound.claim.value
    before, after = cell.before and f"{_mark(_BEFORE)} | ", cell.after and f" | {_mark(_AFTER)}"
    beside = {"quote": _mark(_QUOTE), "before": before, "after": after, "line": _number(_LINE)}
    excerpt: Any = Excerpt
    if isinstance(value, Mention):
        value = _marked_mention(value, _VALUE)
    elif isinstance(value, Unstated):
        value = replace(value, text=_mark(_VALUE))
    claim = marked(
        claim,
        id=_mark(_ID),
        subject=_marked_mention(claim.subject, _NAMED),
        value=value,
        evidence=(excerpt(**{**written(cell), **beside}),),
    )
    return replace(bound, claim=claim, subject=_mark(_SUBJECT))


def _marked_mention(mention: Mention, place: int) -> Mention:
    marked: Any = replace
    start, end = (-1 if number == -1 else _number(place + n) for n, number in ((1, mention.start), (2, mention.end)))
    reference = None if mention.reference is None else _mark(place + 3)
    found: Mention = marked(mention, text=_mark(place), start=start, end=end, reference=reference)
    return found
