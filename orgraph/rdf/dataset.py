"""What the data is, for catalogues: one block in DCAT, VoID and schema.org, and the number of things of each class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import networkx as nx

from orgraph.measures import organization
from orgraph.rdf import fields
from orgraph.rdf.names import DCAT, DCTERMS, OA, SCHEMA, TYPE, VOID, Iri, Names
from orgraph.rdf.values import Block
from orgraph.terms import OGR, ORG, SKOS

_TYPES: Final = (DCAT + "Dataset", VOID + "Dataset", SCHEMA + "Dataset")
_CLASSES: Final = {"position": ("positions", ORG + "Post"), "unit": ("units", ORG + "OrganizationalUnit")}


def generate_dataset(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for the dataset, then one for each class of things in it; nothing in them depends on the day."""
    counts = {kind: sum(data == kind for _, data in graph.nodes(data="kind")) for kind in _CLASSES}
    title = organization(graph) or "Organization"
    said = (
        f"{counts['position']} positions and {counts['unit']} units, read from {len(graph.graph['sources'])} documents."
    )
    vocabularies = (ORG, SKOS, OGR, *((OA,) if evidence else ()))
    properties: fields.Properties = [
        *((TYPE, Iri(type_)) for type_ in _TYPES),
        (DCTERMS + "title", fields.literal(title)),
        (DCTERMS + "description", fields.literal(said)),
        *((DCTERMS + "source", Iri(names.document(id_))) for id_ in graph.graph["sources"] if evidence),
        (SCHEMA + "name", fields.literal(title)),
        (SCHEMA + "description", fields.literal(said)),
        (VOID + "uriSpace", fields.literal(names.base)),
        *((VOID + "vocabulary", Iri(iri)) for iri in vocabularies),
        (VOID + "entities", fields.literal(len(graph))),
        *((VOID + "classPartition", Iri(names.dataset(part))) for part, _ in _CLASSES.values()),
    ]
    yield Block(names.dataset(), properties)
    for kind, (part, class_) in _CLASSES.items():
        entities = fields.literal(counts[kind])
        yield Block(names.dataset(part), [(VOID + "class", Iri(class_)), (VOID + "entities", entities)])
