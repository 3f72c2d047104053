"""Node-link JSON: everything that the graph holds, every claim with its evidence, a node and a line a row.

`networkx.node_link_graph(data, edges="edges")` reads it. Numbers are JSON numbers, as long as every
reader gets them back exactly: one of more than 15 digits is a string.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import asdict

from orgraph.evidence import Cell, Excerpt, written
from orgraph.record import Record
from orgraph.text import HALF_A_PAIR

if TYPE_CHECKING:
    import networkx as nx

_DIGITS: Final = 15  # what a double holds, and so what every reader of JSON does


def generate_json(graph: nx.MultiDiGraph) -> Iterator[str]:
    """The graph as JSON, in pieces: `graph` (sources, unresolved mentions), `nodes` and `edges`."""
    yield f'{{"directed": true, "multigraph": true,\n"graph": {_dump(graph.graph)},\n"nodes": ['
    for number, node in enumerate(sorted(graph)):
        yield (",\n" if number else "\n") + _dump(_node(graph, node))
    yield '\n],\n"edges": ['
    for number, edge in enumerate(sorted(graph.edges(keys=True))):
        yield (",\n" if number else "\n") + _dump(_edge(graph, edge))
    yield "\n]}\n"


def _node(graph: nx.MultiDiGraph, node: str) -> dict[str, Any]:
    data = dict(graph.nodes[node])
    claims = data.pop("claims")
    return {"id": node, **data, "claims": claims}


def _edge(graph: nx.MultiDiGraph, edge: tuple[str, str, str]) -> dict[str, Any]:
    """A line with the ids of its claims: the claims themselves stand with the node that they are about."""
    source, target, key = edge
    data = graph.edges[edge]
    ends = {"source": source, "target": target, "key": key}
    return {**ends, **data, "claims": [bound.claim.id for bound in data["claims"]]}


def _dump(value: object) -> str:
    return HALF_A_PAIR.sub("\ufffd", json.dumps(value, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, Excerpt | Cell):
        return written(value)
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, Decimal):
        return _number(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _record(value: Record) -> dict[str, object]:
    """The fields of a record; that of a value which may be of several kinds begins with its kind."""
    tag = type(value).__struct_config__.tag
    return {**({"type": tag} if tag else {}), **asdict(value)}


def _number(value: Decimal) -> int | float | str:
    """The number, if every reader gets it back exactly.

    >>> _number(Decimal("2.50")), _number(Decimal("1E+6")), _number(Decimal("0.1234567890123456"))
    (2.5, 1000000, '0.1234567890123456')
    """
    if abs(value.adjusted()) >= _DIGITS or len(value.as_tuple().digits) > _DIGITS:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
