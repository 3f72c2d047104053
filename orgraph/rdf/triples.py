"""The graph as triples: plain W3C ORG first, then the claims that stand behind it.

The plain layer has a triple for each thing said by a claim that is not deprecated, so every tool
that knows W3C ORG can read it. The claim layer adds who says it, where, and in which words.
In a dataset the plain layer is the default graph, and the graph of each document holds what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import networkx as nx

from orgraph.rdf.claims import generate_claims, generate_unresolved
from orgraph.rdf.dataset import generate_dataset
from orgraph.rdf.names import Names, Node, names
from orgraph.rdf.organization import generate_documents, generate_entities, generate_replaced, generate_said
from orgraph.rdf.values import Block, generate_values


class Section(NamedTuple):
    """A part of the output: its heading, its blocks, and where it is left out."""

    heading: str
    generate: Callable[[nx.MultiDiGraph, Names, bool], Iterator[Block]]
    is_evidence: bool = False
    only_in_datasets: bool = False


SECTIONS: Final = (
    Section("This dataset", generate_dataset),
    Section("Source documents", generate_documents, is_evidence=True),
    Section("Positions and units", generate_entities),
    Section("Identifiers of earlier runs", generate_replaced),
    Section("Classifications and quantities", generate_values),
    Section("What each document says of them", generate_said, only_in_datasets=True),
    Section("Claims and the words they were read from", generate_claims, is_evidence=True),
    Section("Mentions that stayed unresolved", generate_unresolved, is_evidence=True),
)


def sections(evidence: bool, dataset: bool) -> list[Section]:
    """The parts that an output has: without `evidence` the plain layer, in a `dataset` what each document says."""
    return [part for part in SECTIONS if evidence >= part.is_evidence and dataset >= part.only_in_datasets]


def generate_blocks(
    graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True, dataset: bool = False
) -> Iterator[Block]:
    """Every block, always in the same order."""
    known = names(base or graph.graph["base"])
    for section in sections(evidence, dataset):
        yield from section.generate(graph, known, evidence)


def generate_triples(
    graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True
) -> Iterator[tuple[str, str, Node]]:
    """Every triple, always in the same order; without `evidence`, only the plain layer."""
    for subject, properties, _ in generate_blocks(graph, base=base, evidence=evidence):
        yield from ((subject, predicate, node) for predicate, node in properties)
