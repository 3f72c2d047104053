"""Documents, and the plain layer: positions and units in W3C ORG and SKOS, one triple for each thing said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

import networkx as nx

from orgraph.model import Unstated
from orgraph.rdf import fields
from orgraph.rdf.names import (
    ALT_LABEL,
    DCTERMS,
    FOAF,
    IDENTIFIER,
    LABEL,
    ORDER,
    PREF_LABEL,
    TYPE,
    Iri,
    Names,
    Node,
)
from orgraph.rdf.values import Block, Placed, claims_of, value_node
from orgraph.terms import OGR, ORG, TERMS
from orgraph.versions import replaced_by

T = TypeVar("T")

_TYPES: Final = {"position": (ORG + "Post", OGR + "Position"), "unit": (ORG + "OrganizationalUnit",)}
_PLACES: Final = {name: place for place, name in enumerate(TERMS)}
_PROPERTIES: Final = {name: ALT_LABEL if term.iri == PREF_LABEL else term.iri for name, term in TERMS.items()}


def generate_documents(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each source document, with the later description that replaces it, if the texts date both."""
    replaced = replaced_by(graph)
    for order, source in enumerate(graph.graph["sources"].values(), 1):
        properties: fields.Properties = [(TYPE, Iri(OGR + "SourceDocument")), *fields.write(source, fields.SOURCE)]
        if source.subject in graph:
            properties.append((FOAF + "primaryTopic", Iri(names.entity(source.subject))))
        if (later := replaced.get(source.id)) is not None:
            properties.append((DCTERMS + "isReplacedBy", Iri(names.document(later))))
        properties.append((ORDER, fields.literal(order)))
        yield Block(names.document(source.id), properties, names.document(source.id))


def generate_replaced(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each identifier of an earlier run that another one replaces."""
    for old, new in sorted(graph.graph["replaced"].items()):
        heir = Iri(names.entity(new))
        yield Block(names.entity(old), [(IDENTIFIER, fields.literal(old)), (DCTERMS + "isReplacedBy", heir)])


class Spelled(NamedTuple, Generic[T]):
    """How an output has an IRI, a text and the object of a claim: as nodes, or as what it writes for them."""

    iri: Callable[[str], T]
    text: Callable[[str], T]
    object: Callable[[Placed], T | None]


_NODES: Final = Spelled[Node](Iri, fields.literal, value_node)


def generate_entities(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each position and unit."""
    for node in sorted(graph):
        yield Block(names.entity(node), properties(graph, node, names, _NODES))


def properties(graph: nx.MultiDiGraph, node: str, names: Names, spelled: Spelled[T]) -> list[tuple[str, T]]:
    """What the plain layer says of a position or a unit, each thing once."""
    data = graph.nodes[node]
    label = spelled.text(data["label"])
    said = dict.fromkeys([(property_, value) for _, property_, value in _triples(graph, node, names, spelled)])
    # SKOS allows one preferred label: further titles are alternatives, and none repeats the preferred one.
    said.pop((ALT_LABEL, label), None)
    types = [(TYPE, spelled.iri(type_)) for type_ in _TYPES[data["kind"]]]
    return [*types, (LABEL, label), (PREF_LABEL, label), (IDENTIFIER, spelled.text(node)), *said]


def generate_said(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each document and each thing that it speaks of: the triples of the plain layer that it supports."""
    for node in sorted(graph):
        preferred = (ALT_LABEL, fields.literal(graph.nodes[node]["label"]))
        said: dict[str, dict[tuple[str, Node], None]] = {}
        for placed, property_, value in _triples(graph, node, names, _NODES):
            home = names.document(placed.bound.claim.document)
            pair = (PREF_LABEL, value) if (property_, value) == preferred else (property_, value)
            said.setdefault(home, {})[pair] = None
        for home, pairs in said.items():
            yield Block(names.entity(node), list(pairs), home)


def _triples(graph: nx.MultiDiGraph, node: str, names: Names, spelled: Spelled[T]) -> Iterator[tuple[Placed, str, T]]:
    """Each claim about a node that counts, with its property and its value, in the order of the terms."""
    for placed in sorted(claims_of(graph, node, names), key=_place):
        claim = placed.bound.claim
        if placed.bound.rank != "deprecated" and type(claim.value) is not Unstated:
            value = spelled.object(placed)
            if value is not None:
                yield placed, _PROPERTIES[claim.predicate], value


def _place(placed: Placed) -> int:
    return _PLACES[placed.bound.claim.predicate]
