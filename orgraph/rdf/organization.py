"""Documents, and the plain layer: positions and units in W3C ORG and SKOS, one triple for each thing said."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.model import Unstated
from orgraph.rdf import fields
from orgraph.rdf.names import (
    ALT_LABEL,
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

_TYPES = {"position": (ORG + "Post", OGR + "Position"), "unit": (ORG + "OrganizationalUnit",)}
_PLACES = {name: place for place, name in enumerate(TERMS)}


def generate_documents(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each source document."""
    for order, source in enumerate(graph.graph["sources"].values(), 1):
        properties: fields.Properties = [(TYPE, Iri(OGR + "SourceDocument")), *fields.write(source, fields.SOURCE)]
        if source.subject in graph:
            properties.append((FOAF + "primaryTopic", Iri(names.entity(source.subject))))
        properties.append((ORDER, fields.literal(order)))
        yield Block(names.document(source.id), properties, names.document(source.id))


def generate_entities(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each position and unit."""
    for node in sorted(graph):
        yield Block(names.entity(node), [*_name(graph, node), *_sayings(graph, node, names)])


def _name(graph: nx.MultiDiGraph, node: str) -> Iterator[tuple[str, Node]]:
    label = fields.literal(graph.nodes[node]["label"])
    yield from ((TYPE, Iri(type_)) for type_ in _TYPES[graph.nodes[node]["kind"]])
    yield from ((LABEL, label), (PREF_LABEL, label), (IDENTIFIER, fields.literal(node)))


def _sayings(graph: nx.MultiDiGraph, node: str, names: Names) -> Iterator[tuple[str, Node]]:
    label = fields.literal(graph.nodes[node]["label"])
    said = dict.fromkeys((property_, value) for _, property_, value in _triples(graph, node, names))
    # SKOS allows one preferred label: further titles are alternatives, and none repeats the preferred one.
    return (pair for pair in said if pair != (ALT_LABEL, label))


def generate_said(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each document and each thing that it speaks of: the triples of the plain layer that it supports."""
    for node in sorted(graph):
        preferred = (ALT_LABEL, fields.literal(graph.nodes[node]["label"]))
        said: dict[str, dict[tuple[str, Node], None]] = {}
        for home, property_, value in _triples(graph, node, names):
            pair = (PREF_LABEL, value) if (property_, value) == preferred else (property_, value)
            said.setdefault(home, {})[pair] = None
        for home, pairs in said.items():
            yield Block(names.entity(node), list(pairs), home)


def _triples(graph: nx.MultiDiGraph, node: str, names: Names) -> Iterator[tuple[str, str, Node]]:
    """Document, property and value of each claim about a node that counts, in the order of the terms."""
    for placed in sorted(claims_of(graph, node, names), key=lambda placed: _PLACES[placed.bound.claim.predicate]):
        value = None if _is_silent(placed) else value_node(placed, names)
        if value is not None:
            yield names.document(placed.bound.claim.document), _property(placed), value


def _is_silent(placed: Placed) -> bool:
    return placed.bound.rank == "deprecated" or isinstance(placed.bound.claim.value, Unstated)


def _property(placed: Placed) -> str:
    iri = TERMS[placed.bound.claim.predicate].iri
    return ALT_LABEL if iri == PREF_LABEL else iri
