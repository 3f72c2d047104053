"""Who hangs under whom: every box once, loops opened at one line, and the lines that are left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from orgraph.chart.loops import Superiors, open_loops

if TYPE_CHECKING:
    import networkx as nx

SOLID, DOTTED = "reports_to", "functional_line_to"
Role = Literal["tree", "second", "functional", "loop"]


class Extra(NamedTuple):
    """A line that the tree does not show: boxes by their place in the reading order."""

    subordinate: int
    superior: int
    predicate: str
    role: Role


class Forest(NamedTuple):
    """Boxes in reading order, each after its superior and before its next sibling.

    The tuples run parallel to `names`. `parents` is -1 for a root; `ranks` has the place among the
    siblings (from 1) and their number; the `isolated` boxes, which no line touches, come last.
    """

    names: tuple[str, ...]
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    levels: tuple[int, ...]
    ranks: tuple[tuple[int, int], ...]
    extras: tuple[Extra, ...]
    isolated: int

    @property
    def roots(self) -> tuple[int, ...]:
        """Boxes without a superior that some line touches."""
        return tuple(place for place in range(len(self.names) - self.isolated) if self.parents[place] < 0)

    def ends(self) -> list[int]:
        """For each box, the place after its last descendant."""
        return _ends(self.parents)

    def part(self, places: Iterable[int]) -> Forest:
        """The forest of some boxes, in the same order; a box whose superior is left out becomes a root.

        Levels and ranks stay what they were in the whole.
        """
        kept = sorted(places)
        new = {place: index for index, place in enumerate(kept)}
        return Forest(
            names=tuple(self.names[place] for place in kept),
            parents=tuple(new.get(self.parents[place], -1) for place in kept),
            children=tuple(tuple(new[child] for child in self.children[place] if child in new) for place in kept),
            levels=tuple(self.levels[place] for place in kept),
            ranks=tuple(self.ranks[place] for place in kept),
            extras=tuple(
                extra._replace(subordinate=new[extra.subordinate], superior=new[extra.superior])
                for extra in self.extras
                if extra.subordinate in new and extra.superior in new
            ),
            isolated=sum(place >= len(self.names) - self.isolated for place in kept),
        )


def plant(graph: nx.MultiDiGraph) -> Forest:
    """The forest of the solid lines of a graph.

    A box hangs under its first superior, a stated one before an inferred one, then by id. A loop
    is opened at the line of a box that has another superior, else an inferred line, else the least id.
    """
    drawn = _drawn(graph)
    superiors = {node: _superiors(graph, node, SOLID) for node in drawn}
    parents = open_loops(drawn, superiors)
    touched = {end for edge in _edges(graph) for end in edge}
    below: dict[str | None, list[str]] = defaultdict(list)
    for node in sorted(drawn, key=lambda node: (node not in touched, node)):
        below[parents[node]].append(node)
    names, levels = _preorder(below)
    place: dict[str | None, int] = {None: -1} | {node: index for index, node in enumerate(names)}
    above = tuple(place[parents[node]] for node in names)
    return Forest(
        names=names,
        parents=above,
        children=tuple(tuple(place[child] for child in below.get(node, ())) for node in names),
        levels=levels,
        ranks=_ranks(names, below, place),
        extras=_extras(graph, names, place, above, superiors),
        isolated=sum(node not in touched for node in drawn),
    )


def _drawn(graph: nx.MultiDiGraph) -> list[str]:
    """Positions, and units that a line of reporting touches; sorted."""
    positions = {node for node, kind in graph.nodes(data="kind") if kind == "position"}
    return sorted(positions.union(end for edge in _edges(graph) for end in edge))


def _edges(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    return [
        (subordinate, superior)
        for subordinate, superior, predicate in graph.edges(data="predicate")
        if predicate in (SOLID, DOTTED)
    ]


def _superiors(graph: nx.MultiDiGraph, node: str, predicate: str) -> Superiors:
    """Whether the line is only inferred, and the superior; the first is the best."""
    return sorted(
        (line["modality"] != "stated", superior)
        for _, superior, line in graph.out_edges(node, data=True)
        if line["predicate"] == predicate
    )


def _preorder(below: dict[str | None, list[str]]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Names and levels in reading order."""
    names: list[str] = []
    levels: list[int] = []
    waiting = [(root, 1) for root in reversed(below.get(None, []))]
    while waiting:
        node, level = waiting.pop()
        names.append(node)
        levels.append(level)
        waiting.extend((child, level + 1) for child in reversed(below.get(node, [])))
    return tuple(names), tuple(levels)


def _ranks(
    names: tuple[str, ...], below: dict[str | None, list[str]], place: dict[str | None, int]
) -> tuple[tuple[int, int], ...]:
    ranks = [(0, 0)] * len(names)
    for siblings in below.values():
        for rank, node in enumerate(siblings, 1):
            ranks[place[node]] = (rank, len(siblings))
    return tuple(ranks)


def _extras(
    graph: nx.MultiDiGraph,
    names: tuple[str, ...],
    place: dict[str | None, int],
    parents: tuple[int, ...],
    superiors: dict[str, Superiors],
) -> tuple[Extra, ...]:
    """Solid lines to other superiors, and dotted lines; a loop is a line to oneself or to a box under oneself."""
    ends = _ends(parents)
    found: list[Extra] = []
    for here, node in enumerate(names):
        for there in (place[superior] for _, superior in superiors[node]):
            if there != parents[here]:
                found.append(Extra(here, there, SOLID, "loop" if here <= there < ends[here] else "second"))
        for _, superior in _superiors(graph, node, DOTTED):
            found.append(Extra(here, place[superior], DOTTED, "functional"))
    return tuple(found)


def _ends(parents: tuple[int, ...]) -> list[int]:
    """For each box, the place after its last descendant."""
    ends = list(range(1, len(parents) + 1))
    for here in range(len(parents) - 1, -1, -1):
        if parents[here] >= 0:
            ends[parents[here]] = max(ends[parents[here]], ends[here])
    return ends
