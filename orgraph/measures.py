"""Measures of a graph: span of control, layers, chain of command, and the rollup of its FTE.

All are linear in nodes and lines, and none recurses: a chain of any length, or a loop, is measured.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext
from typing import NamedTuple

import networkx as nx

from orgraph.graph import reporting_lines
from orgraph.model import BoundClaim, Quantity

_DIGITS = 60  # more than any figure of a text has; a sum is exact within them


class Lost(NamedTuple):
    """FTE that no top position reaches, and why: `self_report`, `loop` or `no_line`."""

    cause: str
    fte: Decimal


class Rollup(NamedTuple):
    """The FTE of the sources: `fte_in_sources` is `fte_reachable` and everything in `fte_lost`."""

    fte_in_sources: Decimal
    fte_reachable: Decimal
    fte_lost: tuple[Lost, ...]


def span_of_control(graph: nx.MultiDiGraph) -> dict[str, int]:
    """For each position, how many report to it directly; a box of four identical seats is four.

    A box whose number of seats is a range or not known counts as one; nobody reports to themselves.
    """
    lines = reporting_lines(graph)
    return {
        node: sum(_seats(graph, report) for report in lines.successors(node) if report != node)
        for node in sorted(lines)
        if graph.nodes[node]["kind"] == "position"
    }


def layers(graph: nx.MultiDiGraph) -> dict[str, int]:
    """The layer of each box by the shortest way down: a top position is 1, its reports are 2.

    What hangs in a loop has no layer. The number of layers is the largest value.
    """
    lines = reporting_lines(graph)
    found = dict.fromkeys((node for node in sorted(lines) if not lines.in_degree(node)), 1)
    queue = deque(found)
    while queue:
        superior = queue.popleft()
        for report in lines.successors(superior):
            if report not in found:
                found[report] = found[superior] + 1
                queue.append(report)
    return found


def chain_of_command(graph: nx.MultiDiGraph, node: str) -> tuple[str, ...]:
    """The boxes from one up to its top, itself first; a loop ends where it would close.

    Of several superiors a stated one goes before an inferred one, then the id decides. A node that is
    not in the graph raises networkx.NodeNotFound.
    """
    if node not in graph:
        raise nx.NodeNotFound(f"no such box: {node}")
    chain = {node: None}
    superior = _superior(graph, node)
    while superior is not None and superior not in chain:
        chain[superior] = None
        superior = _superior(graph, superior)
    return tuple(chain)


def rollup(graph: nx.MultiDiGraph) -> Rollup:
    """How many FTE the sources hold, how many of them a top position reaches, and why the rest is lost.

    The figure of a box counts once, however many documents state it: that of the first document, its
    planned staff included (a check reports documents that disagree). A total stated for a box is never
    added to the figures below it: where every part has a figure the parts count, else the total does.
    A unit and the position that heads it are one box; a unit without a line belongs below the unit that
    contains it. Ranges, eliminated staff and figures of a wider area are no figure of a part: no exact
    sum can hold them.
    """
    box = _folded(graph)
    below, selfish = _lines(graph, box)
    own = _own(graph, box)
    loops = [part for part in nx.strongly_connected_components(below) if len(part) > 1]
    counted = _counted(below, own)
    causes = _causes(graph, below, selfish, loops)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    with localcontext(prec=_DIGITS):
        for node, fte in counted.items():
            sums[causes[node]] += fte
        everything = sum(sums.values(), Decimal(0))
    lost = (Lost(cause, fte) for cause, fte in sorted(sums.items()) if cause and fte)
    return Rollup(everything, sums[""], tuple(lost))


def _seats(graph: nx.MultiDiGraph, node: str) -> int:
    seats: Quantity | None = graph.nodes[node]["seats"]
    exact = seats is not None and seats.low is not None and seats.low == seats.high
    return int(seats.low) if exact and seats and seats.low else 1


def _superior(graph: nx.MultiDiGraph, node: str) -> str | None:
    lines = (
        (data["modality"] != "stated", superior)
        for _, superior, data in graph.out_edges(node, data=True)
        if data["predicate"] == "reports_to" and superior != node
    )
    return min(lines, default=(False, None))[1]


def _lines(graph: nx.MultiDiGraph, box: dict[str, str]) -> tuple[nx.DiGraph, set[str]]:
    """Lines between boxes from superior to report, and the boxes that report to themselves."""
    below = nx.DiGraph()
    below.add_nodes_from(sorted(set(box.values())))
    selfish = set()
    for superior, report in reporting_lines(graph).edges:
        if superior == report:
            selfish.add(box[report])
        elif box[superior] != box[report]:
            below.add_edge(box[superior], box[report])
    for unit, whole, data in graph.edges(data=True):
        unplaced = box[unit] == unit and unit not in selfish and not below.in_degree(unit)
        if data["predicate"] == "part_of" and unplaced and box[whole] != unit:
            below.add_edge(box[whole], unit)
    return below, selfish


def _folded(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Each node and the box it belongs to: a unit with a single head is the box of its head."""
    heads: dict[str, list[str]] = defaultdict(list)
    for position, unit, data in graph.edges(data=True):
        if data["predicate"] == "heads_unit":
            heads[unit].append(position)
    return {node: heads[node][0] if len(heads[node]) == 1 else node for node in graph}


def _own(graph: nx.MultiDiGraph, box: dict[str, str]) -> dict[str, Decimal]:
    """The FTE that is stated for each box; a head's own figure goes before that of its unit."""
    found: dict[str, Decimal] = {}
    for node in sorted(graph, key=lambda node: (box[node] != node, node)):
        fte = _fte(graph.nodes[node]["claims"])
        if fte is not None:
            found.setdefault(box[node], fte)
    return found


def _fte(claims: Iterable[BoundClaim]) -> Decimal | None:
    """What the first document with exact FTE states: its first figure, and its first planned one."""
    first: str | None = None
    slots: dict[bool, Decimal] = {}
    for bound in claims:
        figure = bound.claim.value
        if bound.rank == "deprecated" or not isinstance(figure, Quantity) or not _counts(bound, figure):
            continue
        first = first or bound.claim.document
        if bound.claim.document == first and figure.low is not None:
            slots.setdefault(figure.status == "planned", figure.low)
    return sum(slots.values(), Decimal(0)) if slots else None


def _counts(bound: BoundClaim, figure: Quantity) -> bool:
    exact = figure.low is not None and figure.low == figure.high
    ours = bound.claim.predicate == "staff" and figure.measure == "fte" and figure.scope == "own"
    return ours and exact and figure.status != "eliminated"


def _counted(below: nx.DiGraph, own: dict[str, Decimal]) -> dict[str, Decimal]:
    """The figures that make the sum: of a box and what lies below it, never both.

    The boxes of a loop are taken together: inside it nobody is below anybody.
    """
    knots = nx.condensation(below)
    members = knots.nodes(data="members")
    whole, known = set(), set()
    for knot in reversed(list(nx.topological_sort(knots))):
        parts = list(knots.successors(knot))
        if parts and all(part in known for part in parts):
            whole.add(knot)
        if knot in whole or any(node in own for node in members[knot]):
            known.add(knot)
    totals = [knot for knot in known - whole if knots.out_degree(knot)]
    dropped = whole | _reached(knots.successors, (part for knot in totals for part in knots.successors(knot)))
    return {node: own[node] for knot in known - dropped for node in members[knot] if node in own}


def _causes(graph: nx.MultiDiGraph, below: nx.DiGraph, selfish: set[str], loops: list[set[str]]) -> dict[str, str]:
    """For each box why no top reaches it; "" if one does."""
    positions = (node for node in below if graph.nodes[node]["kind"] == "position")
    tops = [node for node in positions if not below.in_degree(node) and node not in selfish]
    alone = {node for node in tops if not below.out_degree(node) and not graph.nodes[node]["described_in"]}
    causes = dict.fromkeys(below, "no_line")
    unreached = {node for node in selfish if not below.in_degree(node)}
    knotted = {node for part in loops for node in part}
    for seeds, cause in ((unreached, "self_report"), (knotted, "loop"), (set(tops) - alone, "")):
        causes.update(dict.fromkeys(_reached(below.successors, seeds), cause))
    return causes


def _reached(beyond: Callable[[str], Iterable[str]], seeds: Iterable[str]) -> set[str]:
    """The seeds and everything that lies beyond them."""
    found = set(seeds)
    stack = list(found)
    while stack:
        fresh = set(beyond(stack.pop())) - found
        found |= fresh
        stack.extend(fresh)
    return found


def organization(graph: nx.MultiDiGraph) -> str | None:
    """The name of the innermost unit that holds every described position; None where none does."""
    described = [node for node, data in graph.nodes(data=True) if data["kind"] == "position" and data["described_in"]]
    chains = [_containers(graph, node) for node in described]
    shared = set.intersection(*map(set, chains)) if chains else set()
    inner = next((unit for unit in chains[0] if unit in shared), None) if chains else None
    return None if inner is None else str(graph.nodes[inner]["label"])


def _containers(graph: nx.MultiDiGraph, node: str) -> list[str]:
    """The units that hold a position, the innermost first; each once, whatever circles they make."""
    found: dict[str, None] = {}
    waiting = [unit for _, unit, predicate in graph.out_edges(node, keys=True) if predicate == "in_unit"]
    for unit in waiting:
        if unit not in found:
            found[unit] = None
            waiting += [outer for _, outer, predicate in graph.out_edges(unit, keys=True) if predicate == "part_of"]
    return list(found)
