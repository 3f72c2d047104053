r"""Write the graph as N-Triples or N-Quads: a statement a line, nothing abbreviated, so any tool can sort or split it.

Texts hide nothing here either: what a terminal or an editor would obey is written as \\uXXXX.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.rdf.names import STRING, Iri, Literal
from orgraph.rdf.triples import generate_blocks
from orgraph.rdf.turtle_text import quote
from orgraph.rdf.values import Block


def generate_ntriples(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as N-Triples, in pieces of one subject each."""
    return map(_lines, generate_blocks(graph, base=base, evidence=evidence))


def generate_nquads(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as N-Quads: the plain layer in the default graph, what each document says in a graph of its own."""
    for block in generate_blocks(graph, base=base, evidence=evidence, dataset=True):
        yield _lines(block, f" <{block.graph}>" if block.graph else "")


def _lines(block: Block, home: str = "") -> str:
    subject = term(Iri(block.subject))
    return "".join([f"{subject} <{predicate}> {term(node)}{home} .\n" for predicate, node in block.properties])


def term(node: Iri | Literal) -> str:
    """A term as N-Triples has it.

    >>> term(Iri("https://e.org/a")), term(Literal("chef", language="fr"))
    ('<https://e.org/a>', '"chef"@fr')
    """
    if isinstance(node, Iri):
        return node.value if node.value.startswith("_:") else f"<{node.value}>"
    if node.language:
        return f"{quote(node.value)}@{node.language}"
    return quote(node.value) if node.datatype == STRING else f"{quote(node.value)}^^<{node.datatype}>"
