"""Write the graph in any format of RDF, in pieces: memory stays what it was, and equal graphs give equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import networkx as nx

from orgraph.errors import UnknownName
from orgraph.rdf.jsonld import generate_jsonld
from orgraph.rdf.lines import generate_nquads, generate_ntriples
from orgraph.rdf.trig import generate_trig
from orgraph.rdf.turtle import generate_turtle
from orgraph.rdf.xml import generate_rdfxml

WRITERS: Final[dict[str, Callable[..., Iterator[str]]]] = {
    "ttl": generate_turtle,
    "nt": generate_ntriples,
    "nq": generate_nquads,
    "trig": generate_trig,
    "jsonld": generate_jsonld,
    "rdf": generate_rdfxml,
}


def generate_rdf(
    graph: nx.MultiDiGraph, format: str = "ttl", *, base: str = "", evidence: bool = True
) -> Iterator[str]:
    """The graph in a format of `orgraph.rdf.formats`; without `evidence`, only the plain W3C ORG layer.

    An unknown format is an UnknownName that lists the known ones.
    """
    if format not in WRITERS:
        raise UnknownName("format", format, list(WRITERS))
    return WRITERS[format](graph, base=base, evidence=evidence)
