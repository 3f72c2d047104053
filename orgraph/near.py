"""Boxes that could be one and are not: how they are alike, and what speaks against it.

Found from the graph alone, so that a graph that was built before can still say what was considered.
Linear in nodes: only boxes that share a title, a number, or a word of their field under one superior
or in one scope are compared, and never more than a handful of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import Final, NamedTuple

import networkx as nx

from orgraph.model import BoundClaim, Quantity
from orgraph.titles import canonical, is_bare, may_be_one

_MOST_ALIKE: Final = 12  # boxes of one mark that are compared with one another; a commoner mark says nothing

Mark = tuple[str, ...]


class Near(NamedTuple):
    """Two boxes, how they are alike, by which names, and each reason why they stay two."""

    node: str
    other: str
    likeness: str
    names: tuple[str, ...]  # that are alike: none, or one of each
    against: tuple[str, ...]


def near(graph: nx.MultiDiGraph, node: str | None = None) -> tuple[Near, ...]:
    """Pairs that were considered and not united, of one box or of all, sorted; each pair once."""
    found: dict[tuple[str, str], Near] = {}
    view = _View(graph)
    for likeness, members in view.blocks():
        if node is not None and node not in members:
            continue
        for one, other in combinations(members[:_MOST_ALIKE], 2):
            if (
                (one, other) not in found
                and (node is None or node in (one, other))
                and view.is_alike(likeness, one, other)
            ):
                names = view.shortened(one, other) if likeness == "short" else ()
                found[one, other] = Near(one, other, _SAID[likeness], names, tuple(view.against(one, other)))
    return tuple(found[pair] for pair in sorted(found))


# How two boxes are alike, the strongest first.
_SAID: Final = {
    "number": "the same position number",
    "title": "the same title or name",
    "short": "one title can be the other shortened",
    "place": "the same superior and the same figure, level or kind of work, and no text names both",
}


class _View:
    """What is compared of each box."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph
        self.documents = {
            node: {bound.claim.document for bound in data["claims"]} for node, data in graph.nodes(data=True)
        }
        self.rows = {node for node, data in graph.nodes(data=True) if _is_row(data["claims"])}
        # Canonical names, and whether one is that of a rank alone.
        self.names = {
            node: {canonical(name): is_bare(name) for name in data["names"]} for node, data in graph.nodes(data=True)
        }
        self.superiors: dict[str, set[str]] = defaultdict(set)
        for subordinate, superior, predicate in graph.edges(keys=True):
            if predicate == "reports_to":
                self.superiors[subordinate].add(superior)

    def blocks(self) -> Iterator[tuple[str, list[str]]]:
        """Boxes that share a mark, by kind of likeness, the strongest first."""
        for likeness in _SAID:
            found: dict[Mark, dict[str, None]] = defaultdict(dict)
            for node in sorted(self.graph):
                for mark in self._marks(likeness, node):
                    found[mark][node] = None
            for _, members in sorted(found.items()):
                if len(members) > 1 and not self.rows.issuperset(members):
                    yield likeness, list(members)

    def _marks(self, likeness: str, node: str) -> Iterator[Mark]:
        data = self.graph.nodes[node]
        names = self.names[node]
        homes = [*sorted(self.superiors[node]), *filter(None, [_scope(node)])]
        if likeness == "number" and data["position_number"]:
            yield (data["kind"], data["position_number"])
        elif likeness == "title":
            yield from ((data["kind"], name) for name, bare in sorted(names.items()) if not bare)
            yield from ((data["kind"], name, home) for name, bare in sorted(names.items()) if bare for home in homes)
        elif likeness == "short":
            words = {word.rstrip("s") for name in names for word in name.split()[1:]}
            yield from ((data["kind"], home, word) for home in homes for word in sorted(words) if len(word) > 2)
        elif likeness == "place":
            level = data["classification"]
            figures = {f"{f.low}-{f.high} {f.measure}" for f in data["staff"] if isinstance(f, Quantity) and f.low}
            work = {f"a {name.split()[-1]}" for name, bare in names.items() if bare and " " in name}
            marks = figures | work | ({level.code} if level else set())
            yield from ((data["kind"], home, mark) for home in sorted(self.superiors[node]) for mark in sorted(marks))

    def is_alike(self, likeness: str, one: str, other: str) -> bool:
        """Whether the boxes of a block are alike enough to be named.

        Two rows of tables are two; so are a post and its superior, and two posts of one rank under two superiors.
        """
        if (one in self.rows and other in self.rows) or one in self.superiors[other] or other in self.superiors[one]:
            return False
        if likeness == "short":
            return bool(self.shortened(one, other))
        if likeness == "title" and not any(
            not bare and name in self.names[other] for name, bare in self.names[one].items()
        ):
            above = (self.superiors[one], self.superiors[other])
            return not all(above) or not above[0].isdisjoint(above[1])
        return likeness != "place" or self.documents[one].isdisjoint(self.documents[other])

    def shortened(self, one: str, other: str) -> tuple[str, ...]:
        """The first names of both of which one can be the other shortened; () where none can."""
        pairs = product(self.graph.nodes[one]["names"], self.graph.nodes[other]["names"])
        full = ((a, b) for a, b in islice(pairs, _MOST_ALIKE**2) if not is_bare(a) and not is_bare(b))
        return next(((a, b) for a, b in full if may_be_one(a, b)), ())

    def against(self, one: str, other: str) -> Iterator[str]:
        """Why two boxes stay two."""
        first, second = self.graph.nodes[one], self.graph.nodes[other]
        numbers = (first["position_number"], second["position_number"])
        if all(numbers) and numbers[0] != numbers[1]:
            yield f"two position numbers: {numbers[0]} and {numbers[1]}"
        together = sorted(
            self.graph.graph["sources"][id_].source for id_ in self.documents[one] & self.documents[other]
        )
        if together and first["kind"] == "position":
            yield f"named side by side in {together[0]}" + (f" and {len(together) - 1} more" if together[1:] else "")
        if self.names[one].keys().isdisjoint(self.names[other]):
            yield f"two names: “{first['label']}” and “{second['label']}”"
        above = (self.superiors[one], self.superiors[other])
        if all(above) and above[0].isdisjoint(above[1]):
            yield f"two superiors: {self._labels(above[0])} and {self._labels(above[1])}"
        scopes = (_scope(one), _scope(other))
        if all(scopes) and scopes[0] != scopes[1]:
            yield f"two scopes: {scopes[0]} and {scopes[1]}"

    def _labels(self, nodes: set[str]) -> str:
        return " or ".join(sorted(str(self.graph.nodes[node]["label"]) for node in nodes))


def _scope(node: str) -> str:
    """The scope that an identifier names; none for one of another form.

    >>> _scope("position/lamp-works/clerk"), _scope("position/clerk"), _scope("https://lamps.example/a/b")
    ('lamp-works', '', '')
    """
    kind, _, rest = node.partition("/")
    return rest.partition("/")[0] if kind in ("position", "unit") and "/" in rest else ""


def _is_row(claims: Sequence[BoundClaim]) -> bool:
    """Whether nothing but cells of tables is read of a box."""
    return bool(claims) and all(bound.claim.evidence[0].start < 0 for bound in claims)
