"""Build the graph: a plain networkx.MultiDiGraph whose attribute names are the contract below.

Node ids are entity ids (`position/cds/director-engagement`, `unit/cds/outreach-team`).

Node attributes
    kind              "position" or "unit"
    label             the title or name that is shown
    names             every title, alias and name that the sources use, sorted
    acronyms          sorted
    classification    Classification or None; position_number, job_code, occupation, location, post_status,
                      effective_date, unit_kind: str or None (the value of the best-ranked claim; of equal ones
                      that of the post's own description)
    incumbents        who holds the position, in the order of the sources
    seats             Quantity or None: a box that stands for several identical positions
    staff, money      tuples of Quantity, one for each claim that is not deprecated
    stated_peers, stated_reports   Quantity or None
    described_in      ids of the documents whose subject this is, or that have a row for it; () if only mentioned
    claims            tuple of BoundClaim: every claim whose subject is this node, values and lines

Edges run as the sentence does: `reports_to` from subordinate to superior. The edge key is the
predicate. Edge attributes
    predicate         name of the term (the same as the key)
    modality          "stated" if any of its claims is, else "inferred"
    claims            tuple of BoundClaim that support the line

Graph attributes
    sources           {document id: Source}
    unresolved        tuple of Unresolved
    replaced          {identifier of an earlier run: the one that took its place}, as a lock keeps it
    unreadable        {source: reason}: what was given and could not be read
    copies            {document id: names}: other sources of the same bytes, which count once
    base              the IRI that identifiers in RDF start with; "" for the usual one
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import networkx as nx

from orgraph.errors import AmbiguousNode, UnknownName, UnreadableSource, UnspelledName
from orgraph.model import BoundClaim, Classification, Date, Quantity, Roster, Text, Value
from orgraph.terms import TERMS
from orgraph.titles import abbreviates, canonical

_RANKS = {"preferred": 0, "normal": 1, "deprecated": 2}
_NAMES = ("title", "unit_name", "alias")
_ONE_TEXT = ("position_number", "job_code", "occupation", "location", "unit_kind", "post_status")
_ONE_QUANTITY = ("seats", "stated_peers", "stated_reports")


def build(
    roster: Roster, unreadable: Iterable[UnreadableSource] = (), copies: Mapping[str, tuple[str, ...]] | None = None
) -> nx.MultiDiGraph:
    """The graph of a roster: a node for each entity, an edge for each line that a claim supports.

    Linear in entities and claims. Claims of rank "deprecated" stay on their node and make no edge.
    """
    graph = nx.MultiDiGraph()
    graph.graph["sources"] = {source.id: source for source in roster.sources}
    graph.graph["unresolved"] = roster.unresolved
    graph.graph["replaced"] = roster.replaced
    graph.graph["unreadable"] = {problem.source: problem.reason for problem in unreadable}
    graph.graph["copies"] = dict(copies or {})
    graph.graph["base"] = roster.base
    claims: dict[str, list[BoundClaim]] = defaultdict(list)
    for bound in roster.claims:
        claims[bound.subject].append(bound)
    described: dict[str, list[str]] = defaultdict(list)
    for source in roster.sources:
        if source.subject is not None:
            described[source.subject].append(source.id)
    for entity in roster.entities:
        said = claims[entity.id]
        known = described.get(entity.id, [])
        if entity.kind == "position":
            known = [*known, *(document for document in _rows_of(said) if document not in known)]
        graph.add_node(
            entity.id,
            kind=entity.kind,
            label=entity.label,
            described_in=tuple(known),
            claims=tuple(said),
            **_attributes(said),
        )
    for subject in sorted(claims):
        for (object_, predicate), supporting in sorted(_lines(claims[subject]).items()):
            stated = any(bound.claim.modality == "stated" for bound in supporting)
            graph.add_edge(
                subject,
                object_,
                key=predicate,
                predicate=predicate,
                modality="stated" if stated else "inferred",
                claims=tuple(supporting),
            )
    return graph


def _rows_of(claims: Iterable[BoundClaim]) -> dict[str, None]:
    """The tables in which a post has a row."""
    found: dict[str, None] = {}
    for bound in claims:
        first = bound.claim.evidence[0]
        if first.header:
            found[first.document] = None
    return found


def reporting_lines(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Solid lines turned top-down, superior to report: where NetworkX speaks of descendants.

    This is the one place where a line is turned.
    """
    lines = nx.DiGraph()
    lines.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if data["kind"] == "position")
    for subordinate, superior, data in graph.edges(data=True):
        if data["predicate"] == "reports_to":
            lines.add_node(subordinate, **graph.nodes[subordinate])
            lines.add_edge(superior, subordinate, **data)
    return lines


def _lines(claims: Iterable[BoundClaim]) -> dict[tuple[str, str], list[BoundClaim]]:
    """The lines from one box: what each leads to, its predicate, and the claims that support it."""
    found: dict[tuple[str, str], list[BoundClaim]] = {}
    for bound in claims:
        if bound.object is not None and bound.rank != "deprecated":
            found.setdefault((bound.object, bound.claim.predicate), []).append(bound)
    return found


def _attributes(claims: list[BoundClaim]) -> dict[str, Any]:
    """Node attributes from its claims: the best rank first, then its own description, then the order of the roster."""
    values: dict[str, list[Value]] = {}
    for bound in _best_first(claims):
        if bound.object is None and (bound.rank != "deprecated" or not TERMS[bound.claim.predicate].single):
            values.setdefault(bound.claim.predicate, []).append(bound.claim.value)
    found = dict(_NOTHING)
    names: set[str] = set()
    for predicate, said in values.items():
        if predicate in _NAMES:
            names.update(_texts(said))
        elif predicate in _READ:
            attribute, read = _READ[predicate]
            found[attribute] = read(said)
    found["names"] = tuple(sorted(names))
    return found


def _best_first(claims: list[BoundClaim]) -> list[BoundClaim]:
    """What another text says of a box comes behind its own description."""
    orders = {(_RANKS[bound.rank], bound.claim.subject.kind != "self") for bound in claims}
    if len(orders) < 2:
        return claims
    return sorted(claims, key=lambda bound: (_RANKS[bound.rank], bound.claim.subject.kind != "self"))


def _texts(values: list[Value]) -> list[str]:
    return [v.text for v in values if isinstance(v, Text)]


def _text(values: list[Value]) -> str | None:
    for v in values:
        if isinstance(v, Text):
            return v.text
    return None


def _quantities(values: list[Value]) -> tuple[Quantity, ...]:
    return tuple([v for v in values if isinstance(v, Quantity)])


def _quantity(values: list[Value]) -> Quantity | None:
    return found[0] if (found := _quantities(values)) else None


def _code(values: list[Value]) -> Classification | None:
    return next((v for v in values if isinstance(v, Classification)), None)


def _day(values: list[Value]) -> str | None:
    return next((v.iso for v in values if isinstance(v, Date)), None)


# Of each predicate that a node has an attribute for, the name of the attribute and what it holds.
_READ: Final[dict[str, tuple[str, Callable[[list[Value]], Any]]]] = {
    "acronym": ("acronyms", lambda values: tuple(sorted(set(_texts(values))))),
    "incumbent": ("incumbents", lambda values: tuple(dict.fromkeys(_texts(values)))),
    "classification": ("classification", _code),
    "effective_date": ("effective_date", _day),
    "staff": ("staff", _quantities),
    "money": ("money", _quantities),
    **{name: (name, _text) for name in _ONE_TEXT},
    **{name: (name, _quantity) for name in _ONE_QUANTITY},
}
_NOTHING: Final = {"names": (), **{attribute: read([]) for attribute, read in _READ.values()}}


def find(graph: nx.MultiDiGraph, name: str) -> str:
    """The node that a person means by an identifier, a title, a unit's name or an acronym.

    Raises AmbiguousNode where several fit, UnknownName where none does; both list what would.
    """
    if (known := graph.graph["replaced"].get(name, name)) in graph:
        return str(known)
    labels = {node: (data["label"], *data["names"]) for node, data in graph.nodes(data=True)}
    wanted = canonical(name)
    readings = (
        [node for node, names in labels.items() if wanted in map(canonical, names)],
        [node for node, data in graph.nodes(data=True) if name.upper() in map(str.upper, data["acronyms"])],
        [node for node, names in labels.items() if any(abbreviates(name, known) for known in names)],
    )
    fits = next((found for found in readings if found), [])
    if len(fits) == 1:
        return str(fits[0])
    if fits:
        listed = ", ".join(f"{graph.nodes[node]['label']} ({node})" for node in sorted(fits)[:8])
        raise AmbiguousNode(f"{name!r} fits {len(fits)} boxes: {listed}")
    used = [
        b.claim.evidence[0].place
        for b in _flaws(graph)
        if isinstance(b.claim.value, Text) and b.claim.value.text == name
    ]
    if used:
        raise UnspelledName(
            f"no box is called {name!r}: a text uses it and never spells it out, in {', '.join(used[:8])}"
        )
    raise UnknownName("box", name, sorted({known for names in labels.values() for known in names}))


def _flaws(graph: nx.MultiDiGraph) -> Iterator[BoundClaim]:
    """The acronyms that texts use and never spell out."""
    for _, claims in graph.nodes(data="claims"):
        yield from (bound for bound in claims if bound.claim.rule == "undefined-acronym")
