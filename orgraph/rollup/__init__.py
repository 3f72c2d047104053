"""The rollup: how many FTE the sources hold, how many a top position reaches, and why the rest is lost.

The figure of a box counts once, however many documents state it: that of the first document, its planned
staff included (a check reports documents that disagree). The staff that a text states for what a position
leads is never added to the figures below it: where every part has a figure the parts count, else the total
does. The seats of a table are a post's own; they count where no such figure covers them. A unit and the
position that heads it are one box; a unit without a line belongs below the unit that contains it. Ranges,
eliminated posts and figures of a wider area are no figure of a part: no exact sum can hold them.

Linear in nodes and lines, and nothing recurses: a chain of any length, or a loop, is measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

import networkx as nx

from orgraph.rollup.accounts import Account, accounts
from orgraph.rollup.amounts import STATES, Figure, Kind, figures
from orgraph.rollup.boxes import Boxes
from orgraph.rollup.doubles import duplicates
from orgraph.rollup.figures import ByStatus, add, counted
from orgraph.rollup.ledger import Ledger
from orgraph.rollup.totals import Scope, Total, totals

__all__ = [
    "CAUSES",
    "STATES",
    "Account",
    "Figure",
    "Kind",
    "Ledger",
    "Lost",
    "Reading",
    "Rollup",
    "Scope",
    "Total",
    "accounts",
    "duplicates",
    "figures",
    "readings",
    "rollup",
    "totals",
]

MOST_READINGS: Final = 20  # rows of doubled references that are tried, each a rollup of its own
_DIGITS: Final = 60  # more than any figure of a source has; a sum is exact within them

# Why FTE may be lost, in the words of a report.
CAUSES: Final = {
    "self_report": "below a position that reports to itself",
    "loop": "in a reporting loop",
    "duplicate_reference": "in a loop through a reference that several rows carry",
    "unknown_superior": "below a reference that no row carries",
    "differs_by_case": "below a reference that differs from a row's by letter case only",
    "differs_by_spaces": "below a reference that differs from a row's by spaces only",
    "differs_by_zeros": "below a reference that differs from a row's by leading zeros only",
    "eliminated_superior": "below an eliminated position",
    "blank_superior": "with an empty cell in the place of the superior",
    "no_line": "without a reporting line",
    "no_unit": "in no unit",
    "unit_loop": "in units that contain one another",
}


class Lost(NamedTuple):
    """FTE that no top position reaches, why (one of CAUSES), and the boxes where the way up ends."""

    cause: str
    fte: Decimal
    boxes: tuple[str, ...] = ()


class Rollup(NamedTuple):
    """The FTE of the sources: `fte_in_sources` is `fte_reachable` and everything in `fte_lost`.

    `by_status` splits what is in the sources: vacant and planned apart from the rest.
    """

    fte_in_sources: Decimal
    fte_reachable: Decimal
    fte_lost: tuple[Lost, ...]
    by_status: Mapping[str, Decimal] = MappingProxyType({})
    tops: tuple[str, ...] = ()


def rollup(ledger: Ledger) -> Rollup:
    """The rollup of a graph, exact."""
    return _rolled(ledger.boxes)


def _rolled(boxes: Boxes) -> Rollup:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    apart: ByStatus = {}
    figured = counted(boxes.below, *boxes.figures())
    causes, ends = boxes.lost(figured)
    with localcontext(prec=_DIGITS):
        for node, figures in figured.items():
            sums[causes[node]] += sum(figures.values(), Decimal(0))
            add(apart, figures)
        everything = sum(sums.values(), Decimal(0))
    lost = (Lost(cause, fte, tuple(ends.get(cause, ()))) for cause, fte in sorted(sums.items()) if cause and fte)
    return Rollup(everything, sums[""], tuple(lost), dict(sorted(apart.items())), tuple(boxes.tops))


class Reading(NamedTuple):
    """What a rollup comes to if one of the rows that carry a reference is the one that is right."""

    first: str
    row: str
    fte_reachable: Decimal
    fte_lost: Decimal


def readings(ledger: Ledger) -> Iterator[Reading]:
    """For each reference on rows with different superiors, the rollup by each row's line; at most MOST_READINGS."""
    graph, groups = ledger.graph, defaultdict[str, list[str]](list)
    for node, first in ledger.boxes.doubled.items():
        groups[first].append(node)
    apart = {first: others for first, others in sorted(groups.items()) if _differ(graph, [first, *others])}
    rows = ((first, row) for first, others in apart.items() for row in (first, *sorted(others)))
    for first, row in islice(rows, MOST_READINGS):
        found = _rolled(Boxes(graph, [row]) if row != first else ledger.boxes)
        yield Reading(first, row, found.fte_reachable, found.fte_in_sources - found.fte_reachable)


def _differ(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> bool:
    above = {
        tuple(sorted(high for _, high, key in graph.out_edges(node, keys=True) if key == "reports_to"))
        for node in nodes
    }
    return len(above) > 1
