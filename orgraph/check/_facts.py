"""What the rules ask of a graph, each answer found once a run: claims by predicate, lines, tops, the rollup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import networkx as nx

from orgraph.check._claims import by_document, start
from orgraph.check._sorted import Said, Sorted, sort_out
from orgraph.check._text import brief
from orgraph.knots import knots
from orgraph.model import BoundClaim, Mention, Quantity, Source, Unresolved, Unstated
from orgraph.rollup import Ledger, Reading, Rollup, readings, rollup
from orgraph.terms import TERMS

Reports = dict[str, dict[str, Said]]
Lines = dict[str, dict[str, Said]]


class Facts:
    """One graph being checked. Everything is in a fixed order, and what nobody asks for is not computed."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.sources: dict[str, Source] = graph.graph["sources"]
        self.unresolved: tuple[Unresolved, ...] = graph.graph["unresolved"]
        self.unreadable: dict[str, str] = graph.graph["unreadable"]
        self.copies: dict[str, tuple[str, ...]] = graph.graph["copies"]
        self._found: dict[str, dict[str, Any]] = {}
        self._lists: dict[str, Reports] = {}

    # --- boxes ------------------------------------------------------------------------------------------

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all boxes, sorted."""
        return sorted(self.graph)

    @cached_property
    def positions(self) -> list[str]:
        """The ids of the positions, sorted."""
        kinds = self.each("kind")
        return [node for node in self.ids if kinds[node] == "position"]

    def each(self, attribute: str) -> dict[str, Any]:
        """An attribute of every box, by id."""
        found = self._found.get(attribute)
        if found is None:
            found = self._found[attribute] = dict(self.graph.nodes(data=attribute))
        return found

    def is_position(self, node: str) -> bool:
        """Whether a box is a position, and no unit."""
        return bool(self.each("kind")[node] == "position")

    def known(self, node: str) -> bool:
        """Whether a box has a description of its own, or a row in a table; else it is only mentioned."""
        return bool(self.each("described_in")[node])

    def described(self, node: str) -> tuple[str, ...]:
        """The texts that describe a position; a table that has a row for it does not."""
        return self.descriptions.get(node, ())

    @cached_property
    def descriptions(self) -> dict[str, tuple[str, ...]]:
        """The positions that a text describes, sorted by id, and these texts."""
        if not self.texts:
            return {}
        documents = self.each("described_in")
        found = ((node, tuple(d for d in documents[node] if d in self.texts)) for node in self.positions)
        return {node: texts for node, texts in found if texts}

    @cached_property
    def texts(self) -> set[str]:
        """The documents that are no tables: a table's rows each tell their own superior, and list nobody."""
        return {document for document, source in self.sources.items() if source.kind not in ("table", "decisions")}

    @cached_property
    def layouts(self) -> set[str]:
        """The layouts in which tables were read."""
        tables, found = set(self.sources) - self.texts, set()
        for claims in self.each("claims").values() if tables else ():
            for first in (bound.claim.evidence[0] for bound in claims[:2] if bound.claim.predicate != "text_flaw"):
                if first.document in tables and first.header is not None:
                    tables.discard(first.document)
                    found.add(first.rule)
            if not tables:
                break
        return found

    def label(self, node: str) -> str:
        """The name of a box on one line, cut when it is longer than any name would be; an unknown id as it is."""
        return brief(self.each("label").get(node, node))

    def source(self, document: str) -> str:
        """The name of a document, its id where the graph does not know it."""
        known = self.sources.get(document)
        return known.source if known else document

    # --- what is said -----------------------------------------------------------------------------------

    @cached_property
    def sorted(self) -> Sorted:
        """All claims, sorted out in one walk."""
        claims = self.each("claims")
        return sort_out((node, claims[node]) for node in self.ids)

    def claims(self, node: str, predicate: str) -> Said:
        """What is said of a box with one predicate, in the order of the texts; rejected claims are left out."""
        return self.holders(predicate).get(node, [])

    def holders(self, predicate: str) -> Mapping[str, Said]:
        """The claims of one predicate by the box they are about, sorted by id."""
        return self.sorted.holders.get(predicate, {})

    def areas(self, predicate: str) -> Mapping[str, Said]:
        """The figures of what boxes lead or spend, those of a post's own seat left out; sorted by id."""
        return self.sorted.areas.get(predicate, {})

    def positions_with(self, predicate: str) -> Iterator[tuple[str, Said]]:
        """Each position of which something is said with a predicate, and those claims; sorted by id."""
        any_box = TERMS[predicate].subject != "position"
        for node, said in self.holders(predicate).items():
            if not any_box or self.is_position(node):
                yield node, said

    @cached_property
    def seats(self) -> dict[str, Said]:
        """The exact FTE of a post's own seat by post: one claim for each row, or text, that states it."""
        found: dict[str, Said] = defaultdict(list)
        for bound in self.sorted.seats:
            if bound.claim.predicate == "staff" and _is_exact_fte(bound):
                found[bound.subject].append(bound)
        return found

    @cached_property
    def groups(self) -> set[str]:
        """The boxes that are a group of posts measured in FTE: nobody knows how many heads they are."""
        return {node for node, said in self.holders("seats").items() if any(not _is_of_heads(bound) for bound in said)}

    # --- lines ------------------------------------------------------------------------------------------

    @cached_property
    def above(self) -> Lines:
        """The superiors of every box that has one, with the claims in the order of the texts; sorted by id."""
        lines = self.edges("reports_to")
        return {node: _in_order(lines[node]) for node in sorted(lines)}

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """The reports of every box that has some; boxes and reports sorted by id."""
        found: dict[str, list[str]] = defaultdict(list)
        for node, superiors in self.above.items():
            for superior in superiors:
                found[superior].append(node)
        return dict(sorted(found.items()))

    def superiors(self, node: str) -> dict[str, Said]:
        """Whom a box reports to by a solid line, itself left out, with the claims; sorted by where they stand."""
        return self.above.get(node, {})

    def reports(self, superior: str) -> Reports:
        """For each document, who it says reports to a position, with the claims; the position itself left out.

        Documents come in the order of the sources, reports in the order of their document.
        """
        found = self._lists.get(superior)
        if found is None:
            lines = [bound for node in self.below.get(superior, ()) for bound in self.above[node][superior]]
            found = self._lists[superior] = _by_subject(lines)
        return found

    def edges(self, predicate: str) -> Mapping[str, Mapping[str, tuple[BoundClaim, ...]]]:
        """The lines of one predicate from each box to others, with their claims."""
        return self._edges.get(predicate, {})

    def own_edges(self, predicate: str) -> dict[str, Said]:
        """The boxes with a line of one predicate to themselves, and the claims that say so; sorted by id."""
        lines = self._edges.get(f"{predicate} itself", {})
        return {node: sorted(line[node], key=start) for node, line in sorted(lines.items())}

    @cached_property
    def _edges(self) -> dict[str, dict[str, dict[str, tuple[BoundClaim, ...]]]]:
        found: dict[str, dict[str, dict[str, tuple[BoundClaim, ...]]]] = defaultdict(dict)
        for node, other, predicate, data in self.graph.edges(keys=True, data=True):
            key = predicate if node != other else f"{predicate} itself"
            found[key].setdefault(node, {})[other] = data["claims"]
        return found

    # --- shapes -----------------------------------------------------------------------------------------

    @cached_property
    def knots(self) -> list[list[str]]:
        """The knots of lines in which everyone stands above everyone else; each, and all of them, sorted."""
        return knots(self.below)

    @property
    def tops(self) -> tuple[str, ...]:
        """The positions that report to nobody, and not because a cell is empty or a reference unknown."""
        return self.rollup.tops

    @cached_property
    def strangers(self) -> dict[str, Unresolved]:
        """The posts that rows name by a reference and no row carries, and what is known of the reference."""
        left = {(u.document, u.mention.reference): u for u in self.unresolved if u.mention.reference is not None}
        found: dict[str, Unresolved] = {}
        for superior, reports in self.below.items() if left else ():
            first = self.above[reports[0]][superior][0].claim
            key = (first.document, first.value.reference if isinstance(first.value, Mention) else None)
            if key in left and not self.known(superior):
                found[superior] = left[key]
        return found

    @cached_property
    def ledger(self) -> Ledger:
        """What the graph has to be added up."""
        return Ledger(self.graph)

    @cached_property
    def rollup(self) -> Rollup:
        """The headcount of the graph."""
        return rollup(self.ledger)

    @cached_property
    def readings(self) -> dict[str, tuple[Reading, ...]]:
        """For the first row of a doubled reference, what the rollup comes to by the line of each row."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in readings(self.ledger):
            found[reading.first].append(reading)
        return {first: tuple(read) for first, read in found.items()}


def _in_order(lines: Mapping[str, tuple[BoundClaim, ...]]) -> dict[str, Said]:
    ordered = {other: list(said) if len(said) == 1 else sorted(said, key=start) for other, said in lines.items()}
    if len(ordered) == 1:
        return ordered
    return dict(sorted(ordered.items(), key=lambda line: (start(line[1][0]), line[0])))


def _by_subject(lines: Said) -> Reports:
    found: Reports = {}
    for document, group in by_document(lines).items():
        subordinates = found.setdefault(document, {})
        for bound in group:
            subordinates.setdefault(bound.subject, []).append(bound)
    return found


def _is_exact_fte(bound: BoundClaim) -> bool:
    figure = bound.claim.value
    if not isinstance(figure, Quantity) or figure.measure != "fte" or figure.status == "eliminated":
        return False
    return figure.low is not None and figure.low == figure.high


def _is_of_heads(bound: BoundClaim) -> bool:
    """Whether a number of seats is one of heads; a table that has the place of one and no number in it, too."""
    figure = bound.claim.value
    if isinstance(figure, Quantity):
        return figure.measure == "count"
    return isinstance(figure, Unstated) and bound.claim.evidence[0].header is None
