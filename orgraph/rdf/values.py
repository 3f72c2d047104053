"""Values as nodes: what stands in the place of the object, and how quantities and codes are described and read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import networkx as nx
from msgspec import Struct

from orgraph.model import BoundClaim, Classification, Date, Quantity, Text, Unstated, Value
from orgraph.rdf import fields
from orgraph.rdf.names import IN_DOCUMENT, SCHEMA, TYPE, XSD, Iri, Literal, Names, Node, claim_key
from orgraph.rdf.parse import Descriptions
from orgraph.record import parsed
from orgraph.terms import OGR, SKOS

_DATES = (
    (re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"), XSD + "date"),
    (re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"), XSD + "gYearMonth"),
    (re.compile(r"[0-9]{4}"), XSD + "gYear"),
)
CLASSIFICATION: Final = OGR + "Classification"
QUANTITY: Final = OGR + "Quantity"
UNSTATED: Final = OGR + "Unstated"


class Block(NamedTuple):
    """A subject with all its properties, in the order in which a person would read them.

    `graph` is the document that says so, as the name of a graph in formats that have any; "" for the default graph.
    """

    subject: str
    properties: fields.Properties | tuple[tuple[str, Node], ...]  # a tuple: what many subjects have in common
    graph: str = ""


class Placed(Struct, frozen=True, gc=False):
    """A claim with its place among the claims about its subject, counted from 1; `twin` tells equal claims apart."""

    names: Names
    order: int
    bound: BoundClaim
    twin: int = 1

    @property
    def key(self) -> str:
        """The last part of its IRI, made when asked for: most values need none."""
        key = claim_key(self.bound)
        return key if self.twin == 1 else f"{key}-{self.twin}"

    @property
    def iri(self) -> str:
        """The IRI of the claim."""
        return f"{self.names.base}claim/{self.key}"


def claims_of(graph: nx.MultiDiGraph, node: str, names: Names) -> list[Placed]:
    """The claims about a node, but for lines to a box outside the graph; equal claims are told apart by a number."""
    inside = [bound for bound in graph.nodes[node]["claims"] if bound.object is None or bound.object in graph]
    if len({bound.claim.id for bound in inside}) == len(inside):
        return [Placed(names, order, bound) for order, bound in enumerate(inside, 1)]
    seen: Counter[str] = Counter()
    found = []
    for order, bound in enumerate(inside, 1):
        iri = names.claim(bound)
        seen[iri] += 1
        found.append(Placed(names, order, bound, seen[iri]))
    return found


def value_node(placed: Placed) -> Node | None:
    """The object of a claim: an entity, a literal, or a node of its own; None for a mention that stayed unbound."""
    value = placed.bound.claim.value
    if placed.bound.object is not None:
        return Iri(placed.names.entity(placed.bound.object))
    match value:
        case Text():
            return fields.literal(value.text)
        case Date():
            return date_node(value.iso)
        case Classification():
            return Iri(_code(placed.names, value))
        case Quantity() | Unstated():
            return Iri(f"{placed.iri}#value")
        case _:
            return None


def generate_values(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each classification and each quantity that the other blocks point to."""
    codes: set[str] = set()
    for node in sorted(graph):
        for placed in claims_of(graph, node, names):
            value, counts = placed.bound.claim.value, placed.bound.rank != "deprecated"
            if isinstance(value, Quantity) and (counts or evidence):
                document = names.document(placed.bound.claim.document)
                found = _quantity_in(value, document) if evidence else _quantity(value)
                yield Block(f"{placed.iri}#value", found, "" if counts else document)
            elif isinstance(value, Classification) and (counts or evidence):
                iri = _code(names, value)
                if iri not in codes:
                    codes.add(iri)
                    yield describe(iri, value)


@lru_cache(maxsize=4096)
def _code(names: Names, value: Classification) -> str:
    return names.classification(value)


def describe(iri: str, value: Value) -> Block:
    """The block of a value that has a node of its own."""
    match value:
        case Quantity():
            return Block(iri, [*_quantity(value)])
        case Classification():
            types: fields.Properties = [(TYPE, Iri(CLASSIFICATION)), (TYPE, Iri(SKOS + "Concept"))]
            return Block(iri, [*types, *fields.write(value, fields.CLASSIFICATION)])
        case Unstated():
            return Block(iri, [(TYPE, Iri(UNSTATED)), *fields.write(value, fields.UNSTATED)])
        case _:
            raise TypeError(f"a {value.type} has no node of its own")


def read_value(descriptions: Descriptions, iri: str) -> Value:
    """The value that a node describes; the inverse of `describe`."""
    description = descriptions.get(iri, {})
    types = {node.value for node in description.get(TYPE, ())}
    if QUANTITY in types:
        exactly = dict.fromkeys(("low", "high"), description.get(SCHEMA + "value", [None])[0])
        bounds = {name: node.value for name, node in exactly.items() if node}
        return parsed(Quantity, bounds | fields.read(description, fields.QUANTITY))
    if CLASSIFICATION in types:
        return parsed(Classification, fields.read(description, fields.CLASSIFICATION))
    if UNSTATED in types:
        return parsed(Unstated, fields.read(description, fields.UNSTATED))
    raise ValueError(f"<{iri}> is no quantity, no classification and no missing value")


@lru_cache(maxsize=4096)
def _quantity(value: Quantity) -> tuple[tuple[str, Node], ...]:
    return ((TYPE, Iri(QUANTITY)), *_exactly(value), *fields.write(value, fields.QUANTITY))


@lru_cache(maxsize=4096)
def _quantity_in(value: Quantity, document: str) -> tuple[tuple[str, Node], ...]:
    return (*_quantity(value), (IN_DOCUMENT, Iri(document)))


def _exactly(value: Quantity) -> fields.Properties:
    """The one number of a quantity that is not a range."""
    if value.low is None or value.low != value.high:
        return []
    return [(SCHEMA + "value", fields.literal(value.low))]


def date_node(iso: str) -> Literal:
    """An ISO date as a literal."""
    return Literal(fields.literal(iso).value, date_type(iso))


def date_type(iso: str) -> str:
    """The datatype of an ISO date, by how precise it is."""
    return next((datatype for pattern, datatype in _DATES if pattern.fullmatch(iso)), XSD + "string")
