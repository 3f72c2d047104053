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
    what reports to it, where only one node of each graph fits. Of what is left, a node whose claims all stand at
    one node of the other graph is merged into it, or split from it.
    """
    pairs = matched(old, new)
    gone, come = _left(old, pairs), _left(new, set(pairs.values()))
    heirs, origins = _holders(old, gone, new), _holders(new, come, old)
    changes = [
        *(_gone(old, node, new, heirs.get(node, "")) for node in gone),
        *(_come(new, node, old, origins.get(node, "")) for node in come),
        *(change for one, other in pairs.items() for change in _between(old, new, one, other, pairs)),
    ]
    return tuple(sorted(changes, key=lambda change: (ORDER.index(change.kind), change.new or change.old, change.label)))


def _gone(old: nx.MultiDiGraph, node: str, new: nx.MultiDiGraph, heir: str) -> Change:
    kind, after = ("merged", said(new, heir, "")) if heir else ("removed", {})
    return Change(kind, node, heir, old.nodes[node]["label"], said(old, node, ""), after)


def _come(new: nx.MultiDiGraph, node: str, old: nx.MultiDiGraph, origin: str) -> Change:
    kind, before = ("split", said(old, origin, "")) if origin else ("added", {})
    return Change(kind, origin, node, new.nodes[node]["label"], before, said(new, node, ""))


def _holders(graph: nx.MultiDiGraph, nodes: list[str], other: nx.MultiDiGraph) -> dict[str, str]:
    """Of each node the one node of the other graph that all of its claims stand at, if there is one."""
    claims = {
        node: {bound.claim.id for bound in graph.nodes[node]["claims"] if bound.claim.predicate != "decided"}
        for node in nodes
    }
    wanted = set().union(*claims.values())
    at = {
        bound.claim.id: node
        for node, said_there in (other.nodes(data="claims") if wanted else ())
        for bound in said_there
        if bound.claim.id in wanted
    }
    holders = {node: {at.get(id_) for id_ in ids} for node, ids in claims.items()}
    return {node: found.pop() or "" for node, found in holders.items() if len(found) == 1}


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
    for kind in ORDER[ORDER.index("moved") :]:
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
