"""Find each node of an old graph in a new one: by identifier, else by what only one node of both has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import networkx as nx

from orgraph.titles import canonical

Mark = tuple[object, ...]
Marks = Callable[[nx.MultiDiGraph, str, dict[str, str]], Iterator[Mark]]


def matched(old: nx.MultiDiGraph, new: nx.MultiDiGraph) -> dict[str, str]:
    """The nodes of both graphs, old to new, sorted. What fits several stays unmatched: added and removed."""
    pairs = {node: node for node in old if node in new}
    for marks in (_number, _title, _source, _below):
        left = [node for node in old if node not in pairs]
        free = set(new) - set(pairs.values())
        mine, theirs = _by_mark(old, left, marks, pairs), _by_mark(new, sorted(free), marks, {})
        for mark, (node, *more) in mine.items():
            fits = theirs.get(mark, [])
            if not more and len(fits) == 1 and fits[0] in free and node not in pairs:
                pairs[node] = fits[0]
                free.discard(fits[0])
    return dict(sorted(pairs.items()))


def _by_mark(graph: nx.MultiDiGraph, nodes: list[str], marks: Marks, pairs: dict[str, str]) -> dict[Mark, list[str]]:
    found: dict[Mark, list[str]] = defaultdict(list)
    for node in nodes:
        for mark in marks(graph, node, pairs):
            found[(graph.nodes[node]["kind"], *mark)].append(node)
    return found


def _number(graph: nx.MultiDiGraph, node: str, _: dict[str, str]) -> Iterator[Mark]:
    number = graph.nodes[node]["position_number"]
    if number:
        yield (number,)


def _title(graph: nx.MultiDiGraph, node: str, _: dict[str, str]) -> Iterator[Mark]:
    yield (canonical(graph.nodes[node]["label"]),)


def _source(graph: nx.MultiDiGraph, node: str, _: dict[str, str]) -> Iterator[Mark]:
    """The file that describes it, by its name: the same description under another title."""
    for document in graph.nodes[node]["described_in"]:
        yield (graph.graph["sources"][document].source.rpartition("/")[2],)


def _below(graph: nx.MultiDiGraph, node: str, pairs: dict[str, str]) -> Iterator[Mark]:
    """What reports to it or belongs to it, and to whom it reports: the same place under another name."""
    below = {(pairs.get(part, part), kind) for part, _, kind in graph.in_edges(node, keys=True)}
    above = {(pairs.get(whole, whole), kind) for _, whole, kind in graph.out_edges(node, keys=True)}
    if below and len(below) + len(above) > 1:  # one line alone may have moved
        yield tuple(sorted(below)), tuple(sorted(above))
