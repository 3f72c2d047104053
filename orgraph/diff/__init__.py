"""What changed between two graphs: posts and units added, removed, moved, renamed, re-levelled, and their figures."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.diff._change import ORDER, Change, described, said, tally
from orgraph.diff._formats import FORMATS
from orgraph.diff._match import matched
from orgraph.diff._overlay import Noted, noted, overlay
from orgraph.model import BoundClaim

__all__ = ["FORMATS", "ORDER", "Change", "Noted", "diff", "matched", "noted", "overlay", "tally"]


def diff(old: nx.MultiDiGraph, new: nx.MultiDiGraph) -> tuple[Change, ...]:
    """Every change, in the order of its kinds, then of the nodes. Linear in nodes and claims.

    A node is found again by its identifier; else by its position number, its title, its own source, or
    what reports to it, where only one node of each graph fits.
    """
    pairs = matched(old, new)
    known = set(pairs.values())
    changes = [
        *(Change("removed", node, "", old.nodes[node]["label"], said(old, node, ""), {}) for node in _left(old, pairs)),
        *(Change("added", "", node, new.nodes[node]["label"], {}, said(new, node, "")) for node in _left(new, known)),
        *(change for one, other in pairs.items() for change in _between(old, new, one, other, pairs)),
    ]
    return tuple(sorted(changes, key=lambda change: (ORDER.index(change.kind), change.new or change.old, change.label)))


def _left(graph: nx.MultiDiGraph, known: dict[str, str] | set[str]) -> list[str]:
    return [node for node in sorted(graph) if node not in known]


def _between(
    old: nx.MultiDiGraph, new: nx.MultiDiGraph, one: str, other: str, pairs: dict[str, str]
) -> Iterator[Change]:
    """The changes of a node that both graphs have.

    Where only one side has a description of it, that is the change, and not all that only its description says.
    """
    label = new.nodes[other]["label"]
    was, now = described(old, one), described(new, other)
    if bool(was) != bool(now):
        yield Change("description", one, other, label, was, now)
    for kind in ORDER[3:]:
        before, after = said(old, one, kind, pairs), said(new, other, kind)
        if set(before) == set(after):
            continue
        gone = {key: value for key, value in before.items() if key not in after}
        come = {key: value for key, value in after.items() if key not in before}
        if bool(was) != bool(now) and not (gone and come):
            continue
        if kind == "staff" and _bare(gone) == _bare(come):
            kind = "status"  # the same figures, planned or actual now
        yield Change(kind, one, other, label, gone, come)


def _bare(values: dict[str, list[BoundClaim]]) -> set[tuple[object, ...]]:
    """Figures without their status."""
    figures = [bound.claim.value for claims in values.values() for bound in claims]
    return {
        (getattr(figure, "low", None), getattr(figure, "high", None), getattr(figure, "measure", None))
        for figure in figures
    }
