r"""Write the graph as Turtle, block by block, byte for byte the same for equal graphs.

A string holds no raw control, line-breaking or text-direction character: each is written as \\uXXXX,
so a source can neither break the file nor make it look other than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import networkx as nx

from orgraph.rdf.names import PREFIXES, TYPE, XSD, Iri, Node, clean, names
from orgraph.rdf.triples import SECTIONS
from orgraph.rdf.values import Block

_HIDDEN = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_ESCAPES: Final = {
    **{code: f"\\u{code:04X}" for code in _HIDDEN},
    **str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}),
}
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_BARE: Final = {
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?[0-9]+(\.[0-9]*)?[eE][+-]?[0-9]+"),
}


def generate_turtle(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as Turtle, in pieces; without `evidence`, only the plain W3C ORG layer.

    Without a `base` the identifiers keep the one that the graph was read with.
    """
    known = names(base or graph.graph["base"])
    relative = known.base if "://" in known.base else None  # a urn: has no folders
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    if relative:
        yield f"@base <{relative}> .\n"
    for section in SECTIONS:
        if evidence or not section.is_evidence:
            yield f"\n# {section.heading}\n"
            for block in section.generate(graph, known, evidence):
                yield turtle_block(block, relative)


def turtle_block(block: Block, base: str | None = None) -> str:
    r"""One subject in Turtle, a predicate a line.

    >>> from orgraph.rdf.names import LABEL, Literal
    >>> print(turtle_block(Block("https://e.org/a", [(LABEL, Literal("x")), (LABEL, Literal("y"))])))
    <BLANKLINE>
    <https://e.org/a>
        rdfs:label "x", "y" .
    <BLANKLINE>
    """
    objects: dict[str, list[str]] = {}
    for predicate, node in block.properties:
        objects.setdefault(predicate, []).append(_node(node, base))
    lines = (f"    {_predicate(iri)} {', '.join(found)}" for iri, found in objects.items())
    return f"\n{_iri(block.subject, base)}\n" + " ;\n".join(lines) + " .\n"


def quote(text: str) -> str:
    r"""A text as a string of Turtle.

    >>> print(quote('a "b" \\ \n'))
    "a \"b\" \\ \n"
    """
    return f'"{clean(text).translate(_ESCAPES)}"'


@lru_cache(maxsize=1024)
def _predicate(iri: str) -> str:
    return "a" if iri == TYPE else _iri(iri, None)


def _iri(iri: str, base: str | None) -> str:
    if base and iri.startswith(base):
        return f"<{iri[len(base) :]}>"
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMESPACES.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix and iri[end:].isalnum() else f"<{iri}>"


def _node(node: Node, base: str | None) -> str:
    if isinstance(node, Iri):
        return _iri(node.value, base)
    if node.datatype == XSD + "string":
        return quote(node.value)
    bare = _BARE.get(node.datatype)
    if bare and bare.fullmatch(node.value):
        return node.value
    return f"{quote(node.value)}^^{_iri(node.datatype, base)}"
