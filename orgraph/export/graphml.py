"""GraphML: boxes and lines with typed attributes, for Gephi, yEd, Cytoscape and NetworkX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from orgraph.export.box import MEASURES, digits, measured, own_fte

_NODE: Final = {
    "label": "string",
    "kind": "string",
    "unit_kind": "string",
    "names": "string",
    "position_number": "string",
    "job_code": "string",
    "classification": "string",
    "group": "string",
    "level": "int",
    "location": "string",
    "effective_date": "string",
    "fte_low": "double",
    "fte_high": "double",
    "fte_status": "string",
    **{name: "double" if name.endswith(("_low", "_high")) else "string" for name in MEASURES},
    "post_status": "string",
    "described": "boolean",
}
_EDGE: Final = {"predicate": "string", "modality": "string", "source": "string", "line": "int", "quote": "string"}

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", **{c: f"&#{ord(c)};" for c in "\t\n\r"}}
)

if TYPE_CHECKING:
    import networkx as nx


def generate_graphml(graph: nx.MultiDiGraph) -> Iterator[str]:
    """The graph as GraphML, in pieces; what is not known has no element."""
    yield _HEAD
    for for_, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in keys.items():
            yield f'  <key id="{for_}-{name}" for="{for_}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for node in sorted(graph):
        yield f'    <node id="{_escape(node)}">{_data("node", _node(graph, node))}</node>\n'
    for number, (start, end, key) in enumerate(sorted(graph.edges(keys=True)), 1):
        ends = f'source="{_escape(start)}" target="{_escape(end)}"'
        yield f'    <edge id="e{number}" {ends}>{_data("edge", _edge(graph.edges[start, end, key]))}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _node(graph: nx.MultiDiGraph, node: str) -> dict[str, Any]:
    data, code, fte = graph.nodes[node], graph.nodes[node]["classification"], own_fte(graph, node)
    return {
        **{name: data[name] for name in _NODE if name in data},
        "names": " | ".join(data["names"]),
        "classification": code and code.code,
        "group": code and code.group,
        "level": code and code.level,
        "fte_low": _digits(fte.low if fte else None),
        "fte_high": _digits(fte.high if fte else None),
        "fte_status": fte and fte.status,
        **{name: _cell(value) for name, value in zip(MEASURES, measured(graph, node), strict=True)},
        "described": "true" if data["described_in"] else "false",
    }


def _cell(value: str | Decimal | None) -> str | None:
    return value if isinstance(value, str) else _digits(value)


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else digits(value)


def _edge(data: Mapping[str, Any]) -> dict[str, Any]:
    values = {"predicate": data["predicate"], "modality": data["modality"]}
    found = next((evidence for bound in data["claims"] for evidence in bound.claim.evidence), None)
    return values | ({"source": found.source, "line": found.line, "quote": found.quote} if found else {})


def _data(for_: str, values: Mapping[str, Any]) -> str:
    known = ((name, str(value)) for name, value in values.items() if value is not None and value != "")
    return "".join(f'<data key="{for_}-{name}">{_escape(text)}</data>' for name, text in known)


def _escape(text: str) -> str:
    """The text for an element or an attribute; what XML cannot hold becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text).translate(_ESCAPES)
