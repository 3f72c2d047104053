"""The graph as triples: plain W3C ORG first, then the claims that stand behind it.

The plain layer has a triple for each thing said by a claim that is not deprecated, so every tool
that knows W3C ORG can read it. The claim layer adds who says it, where, and in which words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import networkx as nx

from orgraph.rdf.claims import generate_claims, generate_unresolved
from orgraph.rdf.names import Names, Node, names
from orgraph.rdf.organization import generate_documents, generate_entities
from orgraph.rdf.values import Block, generate_values


class Section(NamedTuple):
    """A part of the output: its heading, its blocks, and whether it belongs to the claim layer."""

    heading: str
    generate: Callable[[nx.MultiDiGraph, Names, bool], Iterator[Block]]
    is_evidence: bool


SECTIONS: Final = (
    Section("Source documents", generate_documents, True),
    Section("Positions and units", generate_entities, False),
    Section("Classifications and quantities", generate_values, False),
    Section("Claims and the words they were read from", generate_claims, True),
    Section("Mentions that stayed unresolved", generate_unresolved, True),
)


def generate_triples(
    graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True
) -> Iterator[tuple[str, str, Node]]:
    """Every triple, always in the same order; without `evidence`, only the plain layer."""
    known = names(base or graph.graph["base"])
    for section in SECTIONS:
        if evidence or not section.is_evidence:
            for subject, properties in section.generate(graph, known, evidence):
                yield from ((subject, predicate, node) for predicate, node in properties)
