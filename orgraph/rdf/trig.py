"""Write the graph as TriG: the plain layer as the default graph, and a graph for each document with what it says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import networkx as nx

from orgraph.rdf.names import names
from orgraph.rdf.triples import sections
from orgraph.rdf.turtle_text import iri_text, prologue, turtle_block


def generate_trig(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as TriG, in pieces. Blocks keep their order, so a document's graph is opened more than once."""
    known = names(base or graph.graph["base"])
    relative = known.base if "://" in known.base else None
    yield from prologue(relative)
    for section in sections(evidence, dataset=True):
        yield f"\n# {section.heading}\n"
        for home, blocks in groupby(section.generate(graph, known, evidence), key=lambda block: block.graph):
            if home:
                yield f"\n{iri_text(home, relative)} {{"
            for block in blocks:
                yield turtle_block(block, relative)
            if home:
                yield "}\n"
