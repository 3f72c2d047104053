"""Write the graph as RDF/XML, the oldest format of RDF, for the tools that know no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

import networkx as nx

from orgraph.errors import OrgraphError
from orgraph.rdf.names import PREFIXES, STRING, Iri, Node, whole
from orgraph.rdf.triples import generate_blocks
from orgraph.rdf.values import Block

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LITERALLY: Final = {"\r": "&#13;", '"': "&quot;", "\x85": "&#133;", "\u2028": "&#8232;"}  # a parser would change these
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def generate_rdfxml(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as RDF/XML, in pieces of one subject each.

    Raises OrgraphError at a text with a character that XML cannot hold: it says which, and where.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f'\n    xmlns:{prefix}="{namespace}"' for prefix, namespace in PREFIXES.items())
    yield ">\n"
    yield from map(_description, generate_blocks(graph, base=base, evidence=evidence))
    yield "</rdf:RDF>\n"


def _description(block: Block) -> str:
    lines = (_property(block.subject, _name(predicate), node) for predicate, node in block.properties)
    return f'<rdf:Description rdf:about="{_escaped(block.subject)}">\n{"".join(lines)}</rdf:Description>\n'


def _property(subject: str, name: str, node: Node) -> str:
    if isinstance(node, Iri):
        return f'  <{name} rdf:resource="{_escaped(node.value)}"/>\n'
    if found := _NO_XML.search(node.value):
        raise OrgraphError(
            f"<{subject}>: {name} holds U+{ord(found[0]):04X}, which XML cannot hold; write Turtle or JSON-LD instead"
        )
    kind = "" if node.datatype == STRING else f' rdf:datatype="{node.datatype}"'
    return f"  <{name}{kind}>{_escaped(node.value)}</{name}>\n"


@lru_cache(maxsize=1024)
def _name(iri: str) -> str:
    """An IRI as the name of an element: every property that is written has a prefix of ours."""
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    return f"{_NAMESPACES[iri[:end]]}:{iri[end:]}"


def _escaped(text: str) -> str:
    return escape(whole(text), _LITERALLY)
