"""Write the graph as Turtle, block by block, byte for byte the same for equal graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import networkx as nx

from orgraph.rdf.claims import generate_claims
from orgraph.rdf.names import Names, names
from orgraph.rdf.organization import Spelled, generate_entities, properties
from orgraph.rdf.spelling import Spelling
from orgraph.rdf.stencils import claims_text
from orgraph.rdf.triples import sections
from orgraph.rdf.turtle_text import block_text, iri_text, prologue, quote, turtle_block


def generate_turtle(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as Turtle, in pieces; without `evidence`, only the plain W3C ORG layer.

    Without a `base` the identifiers keep the one that the graph was read with.
    """
    known = names(base or graph.graph["base"])
    relative = known.base if "://" in known.base else None  # a urn: has no folders
    yield from prologue(relative)
    for section in sections(evidence, dataset=False):
        yield f"\n# {section.heading}\n"
        if section.generate in _SPELLED:
            yield from _SPELLED[section.generate](graph, known, relative)
        else:
            yield from (turtle_block(block, relative) for block in section.generate(graph, known, evidence))


def entities_text(graph: nx.MultiDiGraph, names: Names, base: str | None) -> Iterator[str]:
    """The plain layer of each position and unit, spelled straight from what is said of it."""
    spelling = Spelling(names, base)
    spelled = Spelled[str](partial(iri_text, base=base), quote, spelling.object)
    for node in sorted(graph):
        yield block_text(spelling.entity(node), properties(graph, node, names, spelled))


# The parts that a large table fills are spelled without nodes in between.
_SPELLED: Final[dict[Callable[..., Iterator[object]], Callable[..., Iterator[str]]]] = {
    generate_entities: entities_text,
    generate_claims: claims_text,
}
