"""What a chart holds before its boxes have places: who hangs under whom, what each box says, and its colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from orgraph.chart.facts import Facts, facts
from orgraph.chart.forest import Forest, plant
from orgraph.chart.ghosts import haunt
from orgraph.chart.marks import Mark, Pointer, pointers
from orgraph.chart.shared import share
from orgraph.chart.tints import tints
from orgraph.chart.totals import below
from orgraph.chart.view import View, checked

if TYPE_CHECKING:
    import networkx as nx


class Content(NamedTuple):
    """The tuples run parallel to the names of the forest; `legend` names the tints."""

    graph: nx.MultiDiGraph
    forest: Forest
    facts: tuple[Facts, ...]
    marks: tuple[tuple[Mark, ...], ...]
    pointers: tuple[tuple[Pointer, ...], ...]
    tints: tuple[int, ...]
    legend: tuple[str, ...]
    show: tuple[str, ...]
    focus: str | None = None
    signed: bool = False
    seat_of: Mapping[str, str] = MappingProxyType({})  # of posts that share a box, the one that it is named by

    def part(self, places: Iterable[int], more: Mapping[int, Sequence[Mark]]) -> Content:
        """Some of the boxes, with further marks."""
        kept = sorted(places)
        return self._replace(
            forest=self.forest.part(kept),
            facts=tuple(self.facts[place] for place in kept),
            marks=tuple((*self.marks[place], *more.get(place, ())) for place in kept),
            pointers=tuple(self.pointers[place] for place in kept),
            tints=tuple(self.tints[place] for place in kept),
        )


def gather(
    graph: nx.MultiDiGraph, view: View | None = None, marks: Mapping[str, Sequence[Mark]] | None = None
) -> Content:
    """Everything that can be drawn of a graph; `marks` are what others say of its nodes (findings, changes).

    Linear in nodes and lines. A colour or a fact that is not known raises UnknownName.
    """
    view = checked(view or View())
    graph, ghosts = haunt(graph)
    graph, seats = share(graph)
    forest = plant(graph)
    said = [facts(graph, name, ghost=name in ghosts, sharers=len(seats.get(name, ()))) for name in forest.names]
    if "below" in view.show:
        said = [fact._replace(below=text) for fact, text in zip(said, below(graph, forest), strict=True)]
    own = tuple(_own_marks(marks or {}, seats.get(name, (name,))) for name in forest.names)
    colours, legend = tints(view.color, forest, said, own)
    return Content(
        graph, forest, tuple(said), own, tuple(map(tuple, pointers(forest, said))), colours, legend, view.show,
        signed=view.signed, seat_of={post: seat for seat, posts in seats.items() for post in posts},
    )  # fmt: skip


def _own_marks(marks: Mapping[str, Sequence[Mark]], posts: Sequence[str]) -> tuple[Mark, ...]:
    """What is said of the posts of a box, each thing once."""
    return tuple(dict.fromkeys(mark for post in posts for mark in marks.get(post, ())))
