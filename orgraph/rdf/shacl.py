"""Have the graph checked by somebody else: pyshacl runs ontology/shapes.ttl over its RDF; results become findings.

A shape of a fault has the code of our own check of the same fault, so the two can be held side by side. What has
no code is a shape of the file itself, and broken only where the file says what orgraph would never write.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import networkx as nx

from orgraph.errors import OrgraphError
from orgraph.evidence import Evidence
from orgraph.model import Finding, Severity
from orgraph.rdf.foreign import as_rdflib
from orgraph.rdf.named import ontology
from orgraph.rdf.names import names
from orgraph.terms import TERMS
from orgraph.text import squeeze

CODE: Final = "SHACL"  # of what has no code of ours
_SH: Final = "http://www.w3.org/ns/shacl#"
_SEVERITIES: Final[dict[str, Severity]] = {_SH + "Violation": "error", _SH + "Warning": "warning", _SH + "Info": "info"}


def validate(graph: nx.MultiDiGraph) -> tuple[Finding, ...]:
    """What the shapes find in the graph, by code and focus; each finding quotes what the claims say there.

    Raises OrgraphError where pyshacl is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise OrgraphError("SHACL needs pyshacl: pip install 'orgraph[shacl]'") from error
    import rdflib

    shapes = rdflib.Graph().parse(data=(ontology() / "shapes.ttl").read_bytes(), format="turtle")
    _, report, text = pyshacl.validate(as_rdflib(graph), shacl_graph=shapes)
    if not isinstance(report, rdflib.Graph):
        raise OrgraphError(f"SHACL: {text}")
    known = names(graph.graph["base"])
    boxes = {known.entity(node): node for node in graph}
    return tuple(sorted(_findings(graph, report, shapes, boxes), key=lambda f: (f.code, f.focus, f.message)))


def _findings(graph: nx.MultiDiGraph, report: Any, shapes: Any, boxes: dict[str, str]) -> Iterator[Finding]:
    from rdflib.namespace import RDF, RDFS, SH, SKOS

    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, path = str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultPath) or "")
        shape = report.value(result, SH.sourceShape)
        code, rule = shapes.value(shape, SKOS.notation), shapes.value(shape, RDFS.label)
        box = boxes.get(focus)
        name = graph.nodes[box]["label"] if box else focus
        said = report.value(result, SH.resultMessage) or report.value(result, SH.sourceConstraintComponent)
        yield Finding(
            rule=str(rule) if code else "shacl",
            code=str(code) if code else CODE,
            outcome="fail",
            severity=_SEVERITIES.get(str(report.value(result, SH.resultSeverity)), "error"),
            focus=box or focus,
            message=squeeze(f"{name} {said}" if code else f"<{focus}> <{path}>: {said}"),
            evidence=_evidence(graph, box, path) if box else (),
        )


def _evidence(graph: nx.MultiDiGraph, box: str, path: str) -> tuple[Evidence, ...]:
    """The first quote of each claim about the box that speaks of the property, each place once."""
    claims = (bound.claim for bound in graph.nodes[box]["claims"] if bound.rank != "deprecated")
    return tuple(dict.fromkeys(claim.evidence[0] for claim in claims if TERMS[claim.predicate].iri == path))
