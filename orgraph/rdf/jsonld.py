"""Write the graph as JSON-LD: a thing a line, with the keys of ontology/context.jsonld, which each file carries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import networkx as nx

from orgraph.rdf.named import ontology
from orgraph.rdf.names import PREFIXES, STRING, TYPE, XSD, Iri, Literal, Node, names, whole
from orgraph.rdf.triples import generate_blocks
from orgraph.rdf.values import Block

_EXACT: Final = 2**53  # beyond it a reader of JSON may round


class _Keys(NamedTuple):
    """The context and what it says: the key of an IRI, and which keys hold IRIs."""

    context: dict[str, Any]
    of: dict[str, str]
    links: frozenset[str]


def generate_jsonld(graph: nx.MultiDiGraph, *, base: str = "", evidence: bool = True) -> Iterator[str]:
    """The graph as JSON-LD, in pieces of one subject each; nothing outside the file is needed to read it."""
    root = names(base or graph.graph["base"]).base
    relative = {"@base": root} if "://" in root else {}
    keys = _keys()
    yield f'{{"@context": {json.dumps(keys.context | relative)},\n"@graph": ['
    start = "\n"
    for block in generate_blocks(graph, base=base, evidence=evidence):
        yield start + json.dumps(_node(block, keys, root if relative else ""), ensure_ascii=False)
        start = ",\n"
    yield "\n]}\n"


@lru_cache(maxsize=1024)
def short(iri: str) -> str:
    """An IRI with one of the prefixes, which the context has all, or in full.

    >>> short("http://www.w3.org/ns/org#Post"), short("https://e.org/x")
    ('org:Post', 'https://e.org/x')
    """
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = next((prefix for prefix, namespace in PREFIXES.items() if namespace == iri[:end]), None)
    return f"{prefix}:{iri[end:]}" if prefix else iri


@cache
def _keys() -> _Keys:
    context = json.loads((ontology() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    terms = {key: entry["@id"] if isinstance(entry, dict) else entry for key, entry in context.items()}
    iris: dict[str, str] = {}
    for key, short in terms.items():
        prefix, _, local = str(short).partition(":")
        if prefix in context and local:
            iris.setdefault(context[prefix] + local, key)
    return _Keys(context, iris, frozenset(key for key, entry in context.items() if isinstance(entry, dict)))


def _node(block: Block, keys: _Keys, base: str) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for predicate, node in block.properties:
        if predicate == TYPE:
            found.setdefault("type", []).append(keys.of.get(node.value) or short(node.value))
        else:
            key = keys.of.get(predicate) or short(predicate)
            found.setdefault(key, []).append(_value(node, key in keys.links, base))
    return {"id": block.subject.removeprefix(base)} | {
        key: values[0] if len(values) == 1 else values for key, values in found.items()
    }


def _value(node: Node, is_link: bool, base: str) -> object:
    if isinstance(node, Iri):
        return node.value.removeprefix(base) if is_link else {"@id": node.value.removeprefix(base)}
    native = None if is_link else _native(node)
    if native is not None:
        return native
    return {"@value": whole(node.value)} | ({} if node.datatype == STRING else {"@type": node.datatype})


def _native(node: Literal) -> str | int | bool | None:
    """What JSON itself can say without losing the type or a digit."""
    if node.datatype == STRING:
        return whole(node.value)
    if node.datatype == XSD + "boolean" and node.value in ("true", "false"):
        return node.value == "true"
    if node.datatype == XSD + "integer" and str(int(node.value)) == node.value and abs(int(node.value)) < _EXACT:
        return int(node.value)
    return None
