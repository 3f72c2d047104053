"""The claim layer: every claim as a node, with the words it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import networkx as nx

from orgraph.confidence import record_of
from orgraph.evidence import Evidence
from orgraph.model import Mention, Source, Unstated
from orgraph.rdf import fields
from orgraph.rdf.names import IN_DOCUMENT, ORDER, RDF, TYPE, Iri, Literal, Names, Node
from orgraph.rdf.values import Block, Placed, claims_of, describe, value_node
from orgraph.terms import OGR, TERMS

_CLAIM: Final = Iri(OGR + "Claim")
_PREDICATES: Final = {name: Iri(term.iri) for name, term in TERMS.items()}


def generate_claims(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each claim, followed by those of its repairs and its evidence."""
    sources = graph.graph["sources"]
    for node in sorted(graph):
        for placed in claims_of(graph, node, names):
            yield from claim_blocks(placed, placed.iri, value_node(placed), sources)


def claim_blocks(placed: Placed, iri: str, value: Node | None, sources: Mapping[str, Source]) -> Iterator[Block]:
    """The blocks of one claim, whose IRI and object are given."""
    claim, names = placed.bound.claim, placed.names
    home = names.document(claim.document) if claim.evidence else ""
    yield Block(iri, _claim(placed, iri, value), home)
    if isinstance(claim.value, Unstated):
        yield describe(f"{iri}#value", claim.value)._replace(graph=home)
    for number, repair in enumerate(claim.repairs, 1):
        written = fields.write(repair, fields.REPAIR)
        yield _part(iri, "repair", number, [(TYPE, Iri(OGR + "Repair")), *written], home)
    for number, found in enumerate(claim.evidence, 1):
        yield _part(iri, "evidence", number, _evidence(found, sources, names), home)


def generate_unresolved(graph: nx.MultiDiGraph, names: Names, evidence: bool) -> Iterator[Block]:
    """A block for each mention that no single entity fits."""
    seen: Counter[str] = Counter()
    for order, value in enumerate(graph.graph["unresolved"], 1):
        iri = names.unresolved(value)
        seen[iri] += 1
        candidates = ((OGR + "candidate", Iri(names.entity(id_))) for id_ in value.candidates)
        properties: fields.Properties = [
            (TYPE, Iri(OGR + "Unresolved")),
            *fields.write(value.mention, fields.SUBJECT_MENTION),
            (IN_DOCUMENT, Iri(names.document(value.document))),
            *fields.write(value, fields.UNRESOLVED),
            *candidates,
            (ORDER, fields.literal(order)),
        ]
        home = names.document(value.document)
        yield Block(iri if seen[iri] == 1 else f"{iri}-{seen[iri]}", properties, home)


def _claim(placed: Placed, iri: str, value: Node | None) -> fields.Properties:
    bound, names = placed.bound, placed.names
    claim = bound.claim
    found: fields.Properties = [
        (TYPE, _CLAIM),
        (RDF + "subject", Iri(names.entity(bound.subject))),
        (RDF + "predicate", _PREDICATES[claim.predicate]),
    ]
    if value is not None:
        found.append((RDF + "object", value))
    if claim.evidence:
        found.append((IN_DOCUMENT, Iri(names.document(claim.document))))
    found += fields.write(claim, fields.CLAIM)
    found += _confidence(claim.rule) if claim.evidence else ()
    found += ((OGR + "rank", fields.literal(bound.rank)), (ORDER, fields.literal(placed.order)))
    found += fields.write(claim.subject, fields.SUBJECT_MENTION)
    if isinstance(claim.value, Mention):
        found += fields.write(claim.value, fields.OBJECT_MENTION)
    found += [(OGR + "repair", _part_iri(iri, "repair", n)) for n, _ in enumerate(claim.repairs, 1)]
    found += [(OGR + "evidence", _part_iri(iri, "evidence", n)) for n, _ in enumerate(claim.evidence, 1)]
    return found


@cache
def _confidence(rule: str) -> tuple[tuple[str, Literal], ...]:
    """How often the rule was right; of one that nothing can judge, nothing is said."""
    record = record_of(rule)
    return () if record is None else ((OGR + "confidence", fields.literal(record.confidence)),)


def _evidence(found: Evidence, sources: Mapping[str, Source], names: Names) -> fields.Properties:
    written = fields.write(found, fields.EVIDENCE)
    source = sources.get(found.document)
    if source is None or source.source != found.source:
        written.append((OGR + "sourceName", fields.literal(found.source)))
    return [(TYPE, Iri(OGR + "Evidence")), *written, (IN_DOCUMENT, Iri(names.document(found.document)))]


def _part(claim: str, kind: str, number: int, properties: fields.Properties, home: str) -> Block:
    if number > 1:
        properties.append((ORDER, fields.literal(number)))
    return Block(_part_iri(claim, kind, number).value, properties, home)


def _part_iri(claim: str, kind: str, number: int) -> Iri:
    return Iri(f"{claim}#{kind}{number}")
