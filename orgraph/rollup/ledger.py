"""The ledger of a graph: its boxes, the figures in them and the ways up, each found once for all who add up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import networkx as nx

from orgraph.interval import total
from orgraph.rollup.amounts import Amounts, Book, Kind, books
from orgraph.rollup.boxes import Boxes
from orgraph.rollup.containment import Containment
from orgraph.rollup.figures import led, widest
from orgraph.rollup.reach import reached


class Ledger:
    """What a graph has to be added up; what nobody asks for is not computed; the graph must not change meanwhile."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph

    @cached_property
    def boxes(self) -> Boxes:
        """The boxes that figures stand in, and the lines between them."""
        return Boxes(self.graph)

    @cached_property
    def books(self) -> dict[Kind, Book]:
        """The figures of every kind that the sources hold, sorted by kind."""
        return books(self.boxes)

    @cached_property
    def units(self) -> Containment:
        """The way up along units."""
        return Containment(self.boxes)

    @cached_property
    def counted(self) -> dict[Kind, dict[str, Amounts]]:
        """Of every kind the figures that make the sum: areas, and the seats that no area covers."""
        return {kind: self._counted(kind, book) for kind, book in self.books.items()}

    def _counted(self, kind: Kind, book: Book) -> dict[str, Amounts]:
        areas = {node: book.areas[node] for node in self._leading(kind, book.areas)} if book.areas else {}
        covered = reached(self.boxes.below, areas)
        return {**{node: seat for node, seat in book.seats.items() if node not in covered}, **areas}

    def _leading(self, kind: Kind, areas: Mapping[str, Amounts]) -> list[str]:
        """The boxes whose areas are in the sum, and not those above or below them."""
        if kind.measure == "money":
            return widest(self.boxes.below, {node: total(found.values()).low for node, found in areas.items()})
        vague = {node for node, found in areas.items() if not all(part.exact for part in found.values())}
        return led(self.boxes.below, areas, vague)
