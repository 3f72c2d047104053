"""The graph in the hands of another library: an rdflib.Graph, for those who go on with rdflib's own tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgraph.rdf.names import PREFIXES, XSD, Iri, Node
from orgraph.rdf.triples import generate_triples

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


def as_rdflib(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> rdflib.Graph:
    """The triples that the Turtle holds, with the same prefixes, in an rdflib.Graph in memory.

    rdflib's own tools (SHACL, other formats, federated queries) start from here. It is slower than the
    embedded store of `orgraph query`, and as large as the claims are many.
    """
    import rdflib

    found = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    for subject, predicate, node in generate_triples(graph, base=base, evidence=evidence):
        found.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _term(node)))
    return found


def _term(node: Node) -> rdflib.term.Node:
    import rdflib

    if isinstance(node, Iri):
        return rdflib.URIRef(node.value)
    datatype = None if node.datatype == XSD + "string" else rdflib.URIRef(node.datatype)
    return rdflib.Literal(node.value, lang=node.language or None, datatype=None if node.language else datatype)
