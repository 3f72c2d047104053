"""Write the graph as Turtle, block by block, byte for byte the same for equal graphs."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.rdf.claims import generate_claims
from orgraph.rdf.names import names
from orgraph.rdf.stencils import claims_text
from orgraph.rdf.triples import sections
from orgraph.rdf.turtle_text import prologue, turtle_block


def generate_turtle(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as Turtle, in pieces; without `evidence`, only the plain W3C ORG layer.

    Without a `base` the identifiers keep the one that the graph was read with.
    """
    known = names(base or graph.graph["base"])
    relative = known.base if "://" in known.base else None  # a urn: has no folders
    yield from prologue(relative)
    for section in sections(evidence, dataset=False):
        yield f"\n# {section.heading}\n"
        if section.generate is generate_claims:
            yield from claims_text(graph, known, relative)
        else:
            yield from (turtle_block(block, relative) for block in section.generate(graph, known, evidence))
