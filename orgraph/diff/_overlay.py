"""Two states in one graph: the new one, and in their old places the nodes that are no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import networkx as nx

from orgraph.diff._change import Change
from orgraph.diff._match import matched
from orgraph.export.record import told
from orgraph.model import BoundClaim
from orgraph.text import clip, squeeze

_LONGEST = 80


class Noted(NamedTuple):
    """What an overlay says of a node: added, removed, moved or changed, and in words how."""

    node: str
    kind: str
    text: str


def overlay(old: nx.MultiDiGraph, new: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The new graph with what only the old one has; its lines lead to where their ends are now. Neither is changed."""
    both, pairs = new.copy(), matched(old, new)
    gone = {node: _free(node, new) for node in sorted(old) if node not in pairs}
    for node, name in gone.items():
        both.add_node(name, **old.nodes[node])
    where = {**pairs, **gone}
    for low, high, key, data in old.edges(keys=True, data=True):
        if low in gone and high in where:
            both.add_edge(where[low], where[high], key=key, **data)
    both.graph["sources"] = {**old.graph["sources"], **new.graph["sources"]}
    return both


def noted(changes: Iterable[Change], old: nx.MultiDiGraph, new: nx.MultiDiGraph) -> Iterator[Noted]:
    """What to say at the boxes of the overlay, the changes in their order."""
    for change in changes:
        if change.kind in ("added", "removed"):
            yield Noted(change.new or _free(change.old, new), change.kind, change.kind)
            continue
        if change.kind in ("merged", "split"):
            at, mark = (_free(change.old, new), "removed") if change.kind == "merged" else (change.new, "added")
            other = (new if change.kind == "merged" else old).nodes[
                change.new if change.kind == "merged" else change.old
            ]
            yield Noted(at, mark, f"{change.kind}: {other['label']}")
            continue
        if change.kind == "description":
            yield Noted(change.new, "changed", "described by no source now" if change.before else "described now")
            continue
        before, after = _values(change.before.values(), old), _values(change.after.values(), new)
        kind = "moved" if change.kind == "moved" else "changed"
        yield Noted(change.new, kind, f"{change.kind}, was {before}" if before else f"{change.kind}, now {after}")


def _free(node: str, new: nx.MultiDiGraph) -> str:
    return node if node not in new else f"{node}-removed"


def _values(groups: Iterable[Sequence[BoundClaim]], graph: nx.MultiDiGraph) -> str:
    firsts = [claims[0] for claims in groups if claims]
    words = (graph.nodes[b.object]["label"] if b.object in graph else told(b.claim) for b in firsts)
    return clip(squeeze(", ".join(dict.fromkeys(words))), _LONGEST)
