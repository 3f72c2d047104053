"""What the rules ask of a graph, each answer found once a run: claims by predicate, lines, tops, the rollup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import networkx as nx

from orgraph.check._claims import by_document, start
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Mention, Quantity, Source, Unresolved, Unstated, Value
from orgraph.rollup import Rollup, rollup

Said = list[BoundClaim]
Reports = dict[str, dict[str, Said]]


class _Claims(NamedTuple):
    """All claims of a graph in one walk: by predicate and box, and those that rules ask for by what they are."""

    holders: dict[str, dict[str, Said]]
    repaired: Said
    pending: Said
    documents: set[str]


class Facts:
    """One graph being checked. Everything is in a fixed order, and what nobody asks for is not computed."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.sources: dict[str, Source] = graph.graph["sources"]
        self.unresolved: tuple[Unresolved, ...] = graph.graph["unresolved"]
        self.unreadable: dict[str, str] = graph.graph["unreadable"]

    # --- boxes and what is said of them ---------------------------------------------------------------

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all boxes, sorted."""
        return sorted(self.graph)

    @cached_property
    def positions(self) -> list[str]:
        """The ids of the positions, sorted."""
        kinds = self.graph.nodes(data="kind")
        return sorted(node for node, kind in kinds if kind == "position")

    def is_position(self, node: str) -> bool:
        """Whether a box is a position, and no unit."""
        return bool(self.nodes[node]["kind"] == "position")

    def known(self, node: str) -> bool:
        """Whether a box has a description of its own, or a row in a table; else it is only mentioned."""
        return bool(self.nodes[node]["described_in"])

    def described(self, node: str) -> tuple[str, ...]:
        """The texts that describe a box; a table that has a row for it does not."""
        documents = self.nodes[node]["described_in"]
        return tuple(document for document in documents if not self.is_table(document)) if documents else ()

    def is_table(self, document: str) -> bool:
        """Whether a document is a table, whose rows each tell their own superior."""
        known = self.sources.get(document)
        return known is not None and known.kind == "table"

    def label(self, node: str) -> str:
        """The name of a box on one line, cut when it is longer than any name would be; an unknown id as it is."""
        return brief(self.nodes[node]["label"] if node in self.graph else node)

    def source(self, document: str) -> str:
        """The name of a document, its id where the graph does not know it."""
        known = self.sources.get(document)
        return known.source if known else document

    def claims(self, node: str, predicate: str) -> Said:
        """What is said of a box with one predicate, in the order of the texts; rejected claims are left out."""
        return self.holders(predicate).get(node, [])

    def holders(self, predicate: str) -> Mapping[str, Said]:
        """The claims of one predicate by the box they are about, sorted by id."""
        return self._claims.holders.get(predicate, {})

    def positions_with(self, *predicates: str) -> Iterator[tuple[str, Said]]:
        """Each position of which something is said with these predicates, and those claims; sorted by id."""
        holders = [self.holders(predicate) for predicate in predicates]
        for node in holders[0] if len(holders) == 1 else sorted({node for found in holders for node in found}):
            if self.is_position(node):
                yield node, [bound for found in holders for bound in found.get(node, ())]

    @property
    def repaired(self) -> Said:
        """Every claim that was read through a repair, rejected ones, too."""
        return self._claims.repaired

    @property
    def pending(self) -> Said:
        """The claims that have the place for a value and no value."""
        return self._claims.pending

    @property
    def speaking(self) -> set[str]:
        """The documents that make a claim."""
        return self._claims.documents

    @cached_property
    def _claims(self) -> _Claims:
        return _sorted_out(self.nodes[node]["claims"] for node in self.ids)

    # --- lines ------------------------------------------------------------------------------------------

    def superiors(self, node: str) -> dict[str, Said]:
        """Whom a box reports to by a solid line, itself left out, with the claims; sorted by where they stand."""
        return self.above.get(node, {})

    def reports(self, superior: str) -> Reports:
        """For each document, who it says reports to a position, with the claims; the position itself left out.

        Documents come in the order of the sources, reports in the order of their document.
        """
        return self._reports.get(superior, {})

    @cached_property
    def above(self) -> dict[str, dict[str, Said]]:
        """The superiors of every box that has one, sorted by id."""
        return dict(sorted((node, dict(self._standing(lines))) for node, lines in self.edges("reports_to").items()))

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """The reports of every box that has some; boxes and reports sorted by id."""
        found: dict[str, list[str]] = defaultdict(list)
        for node, superiors in self.above.items():
            for superior in superiors:
                found[superior].append(node)
        return dict(sorted(found.items()))

    def edges(self, predicate: str) -> dict[str, dict[str, Said]]:
        """The lines of one predicate from each box to others, with their claims."""
        return self._edges.get(predicate, {})

    def own_edges(self, predicate: str) -> dict[str, Said]:
        """The boxes with a line of one predicate to themselves, and the claims that say so; sorted by id."""
        lines = self._edges.get(f"{predicate} itself", {})
        return {node: sorted(line[node], key=start) for node, line in sorted(lines.items())}

    @cached_property
    def _edges(self) -> dict[str, dict[str, dict[str, Said]]]:
        found: dict[str, dict[str, dict[str, Said]]] = defaultdict(dict)
        for node, other, predicate, data in self.graph.edges(keys=True, data=True):
            key = predicate if node != other else f"{predicate} itself"
            found[key].setdefault(node, {})[other] = data["claims"]
        return found

    @staticmethod
    def _standing(lines: dict[str, Said]) -> Iterator[tuple[str, Said]]:
        if len(lines) == 1:
            yield from ((other, sorted(said, key=start)) for other, said in lines.items())
            return
        ordered = {other: sorted(said, key=start) for other, said in lines.items()}
        yield from sorted(ordered.items(), key=lambda line: (start(line[1][0]), line[0]))

    @cached_property
    def _reports(self) -> dict[str, Reports]:
        lines: dict[str, Said] = defaultdict(list)
        for superiors in self.above.values():
            for superior, said in superiors.items():
                lines[superior] += said
        return {superior: _by_subject(said) for superior, said in sorted(lines.items())}

    # --- shapes -------------------------------------------------------------------------------------------

    @cached_property
    def knots(self) -> list[list[str]]:
        """The knots of lines in which everyone stands above everyone else; each, and all of them, sorted."""
        return knots(self.below)

    @property
    def tops(self) -> tuple[str, ...]:
        """The positions that report to nobody, and not because a cell is empty or a reference unknown."""
        return self.rollup.tops

    @cached_property
    def groups(self) -> set[str]:
        """The boxes that are a group of posts measured in FTE: nobody knows how many heads they are."""
        holders = self.holders("seats").items()
        return {node for node, said in holders if any(is_fte(bound.claim.value) for bound in said)}

    @cached_property
    def strangers(self) -> dict[str, Unresolved]:
        """The posts that rows name by a reference and no row carries, and what is known of the reference."""
        left = {(u.document, u.mention.reference): u for u in self.unresolved if u.mention.reference is not None}
        found: dict[str, Unresolved] = {}
        for superiors in self.above.values() if left else ():
            for superior, said in superiors.items():
                value = said[0].claim.value
                key = (said[0].claim.document, value.reference if isinstance(value, Mention) else None)
                if key in left and not self.known(superior):
                    found[superior] = left[key]
        return dict(sorted(found.items()))

    @cached_property
    def rollup(self) -> Rollup:
        """The headcount of the graph."""
        return rollup(self.graph)


def _sorted_out(groups: Iterable[Iterable[BoundClaim]]) -> _Claims:
    found = _Claims(defaultdict(dict), [], [], set())
    for bound in (bound for group in groups for bound in group):
        claim = bound.claim
        found.documents.add(claim.evidence[0].document)
        if claim.repairs:
            found.repaired.append(bound)
        if bound.rank != "deprecated":
            found.holders[claim.predicate].setdefault(bound.subject, []).append(bound)
            if type(claim.value) is Unstated:
                found.pending.append(bound)
    for said in (said for holders in found.holders.values() for said in holders.values() if len(said) > 1):
        said.sort(key=start)
    return found


def is_fte(value: Value) -> bool:
    """Whether a number of seats is none of heads; a table that has the place of one and no number in it, too."""
    return value.measure == "fte" if isinstance(value, Quantity) else isinstance(value, Unstated)


def _by_subject(lines: Said) -> Reports:
    found: Reports = {}
    for document, group in by_document(lines).items():
        subordinates = found.setdefault(document, {})
        for bound in group:
            subordinates.setdefault(bound.subject, []).append(bound)
    return found


def knots(below: Mapping[str, list[str]]) -> list[list[str]]:
    """The strongly connected parts of a relation with more than one member, each sorted.

    What hangs in no circle is peeled off first, from above: usually nothing is left to search.

    >>> knots({"a": ["b"], "b": ["c"], "c": ["b", "d"]})
    [['b', 'c']]
    """
    rest = _peeled(below)
    lines = nx.DiGraph((high, low) for high in sorted(rest) for low in below.get(high, ()) if low in rest)
    return sorted(sorted(knot) for knot in nx.strongly_connected_components(lines) if len(knot) > 1)


def _peeled(below: Mapping[str, list[str]]) -> set[str]:
    """The members that no walk from a free one can use up: those of circles, and what lies below them."""
    above: dict[str, int] = defaultdict(int)
    for lows in below.values():
        for low in lows:
            above[low] += 1
    free = [high for high in below if not above[high]]
    while free:
        for low in below.get(free.pop(), ()):
            above[low] -= 1
            if not above[low]:
                free.append(low)
    return {node for node, count in above.items() if count}
