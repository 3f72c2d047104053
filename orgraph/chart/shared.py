"""Posts that several people share: the parts of one post side by side, and posts that two lead together as one box.

Two posts are drawn as one seat only where the sources leave no other reading: they have the same title, superior and
unit, and say that they are shared. The title says it ("Co-Director", "job share"); or those who report to one report
to the other, too; or one of them leads, and their parts of a post make one post.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from orgraph.chart.forest import SOLID
from orgraph.model import BoundClaim, Quantity
from orgraph.titles import canonical

if TYPE_CHECKING:
    import networkx as nx

_SAYS: Final = re.compile(
    r"\bco-?(?:director|head|lead|leader|chief|chair|manager|supervisor|president|principal|coordinator)s?\b"
    r"|\bco-?(?:directeur|directrice|chef|cheffe|responsable|gestionnaire|présidente?|coordonnateur|coordonnatrice)s?\b"
    r"|\bjob[- ]shar(?:e|ed|er|ing)\b|\b(?:poste|emploi) partagé\b|\bpartage de poste\b",
    re.IGNORECASE,
)
_MOST: Final = 3  # that share one seat; more are a group
_ONE: Final = Decimal(1)


def parts(data: Mapping[str, Any]) -> tuple[Quantity, ...]:
    """The FTE that the first source which counts a post by the row gives to each of its rows; empty for fewer than two.

    In the parts of one post everything but the amount is the same.
    """
    rows: dict[str, list[Quantity]] = defaultdict(list)
    for bound in data.get("claims", ()):
        figure = bound.claim.value
        if bound.claim.predicate == "staff" and bound.rank != "deprecated" and _is_part(figure):
            rows[bound.claim.document].append(figure)
    first = next(iter(rows.values()), [])
    return tuple(first) if len(first) > 1 else ()


def share(graph: nx.MultiDiGraph) -> tuple[nx.MultiDiGraph, dict[str, tuple[str, ...]]]:
    """The graph with one node for the posts of each shared seat, and for each such node all posts that it stands for.

    The graph itself where no seat is shared. Linear in nodes and lines.
    """
    seats = {group[0]: tuple(group) for group in _seats(graph)}
    if not seats:
        return graph, {}
    into = {node: first for first, group in seats.items() for node in group}
    joined = type(graph)()
    joined.graph.update(graph.graph)
    for node, data in graph.nodes(data=True):
        if into.get(node, node) == node:
            joined.add_node(node, **(_both([graph.nodes[each] for each in seats[node]]) if node in seats else data))
    for subordinate, superior, key, data in graph.edges(keys=True, data=True):
        ends = into.get(subordinate, subordinate), into.get(superior, superior)
        if ends[0] != ends[1] or subordinate == superior:
            known = joined.edges[(*ends, key)] if joined.has_edge(*ends, key) else None
            joined.add_edge(*ends, key=key, **(_line(known, data) if known else data))
    return joined, seats


def _seats(graph: nx.MultiDiGraph) -> Iterator[list[str]]:
    """The posts that share a seat, together, in the order of the graph's names."""
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        if data["kind"] == "position":
            alike[canonical(data["label"]), *_stands(graph, node)].append(node)
    for group in sorted(map(sorted, alike.values())):
        if 1 < len(group) <= _MOST and _is_seat(graph, group):
            yield group


def _stands(graph: nx.MultiDiGraph, node: str) -> tuple[frozenset[str], frozenset[str]]:
    """The superiors of a post, and its units."""
    lines = [(data["predicate"], target) for _, target, data in graph.out_edges(node, data=True)]
    return (
        frozenset(target for predicate, target in lines if predicate == SOLID),
        frozenset(target for predicate, target in lines if predicate in ("in_unit", "heads_unit")),
    )


def _is_seat(graph: nx.MultiDiGraph, group: Sequence[str]) -> bool:
    if all(_SAYS.search(graph.nodes[node]["label"]) for node in group):
        return True
    led = [{who for who, _, key in graph.in_edges(node, keys=True) if key == SOLID} for node in group]
    if led[0] and all(led[0] == others for others in led):
        return True
    own = [_own(graph.nodes[node]) for node in group]
    return any(led) and all(amount is not None and amount < _ONE for amount in own) and sum(filter(None, own)) == _ONE


def _own(data: Mapping[str, Any]) -> Decimal | None:
    """The FTE of the post's own seat, where there is one figure."""
    figures = [figure for figure in data.get("staff", ()) if _is_part(figure)]
    return figures[0].low if len(figures) == 1 else None


def _is_part(figure: object) -> bool:
    return (
        isinstance(figure, Quantity)
        and figure.scope == "seat"
        and figure.measure == "fte"
        and figure.low is not None
        and figure.low == figure.high
    )


def _both(posts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is said of several posts, as of one; where only one value has a place, the first that there is."""
    made: dict[str, Any] = {}
    for name in dict.fromkeys(name for post in posts for name in post):
        values = [value for post in posts if (value := post.get(name)) is not None]
        if values and type(values[0]) is tuple:
            made[name] = tuple(dict.fromkeys(part for value in values for part in value))
        else:
            made[name] = values[0] if values else None
    numbers = dict.fromkeys(number for post in posts if (number := post.get("position_number")))
    made["position_number"] = " / ".join(numbers) or None
    made["claims"] = tuple(_all(post.get("claims", ()) for post in posts))
    return made


def _line(known: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    stated = "stated" in (known["modality"], more["modality"])
    return {**known, "modality": "stated" if stated else "inferred", "claims": (*known["claims"], *more["claims"])}


def _all(groups: Iterable[Sequence[BoundClaim]]) -> Iterator[BoundClaim]:
    for group in groups:
        yield from group
