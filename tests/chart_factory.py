"""Small invented organizations as graphs, for the tests of the charts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import networkx as nx

from orgraph.evidence import Excerpt
from orgraph.model import BoundClaim, Claim, Mention, Quantity, Source, Text

Edge = tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, str]


def organization(
    edges: Iterable[Edge] = (),
    labels: dict[str, str] | None = None,
    more: dict[str, dict[str, Any]] | None = None,
    alone: Iterable[str] = (),
) -> nx.MultiDiGraph:
    """A graph from (subordinate, superior[, predicate[, modality]]); an id that starts with "unit/" is a unit."""
    graph = nx.MultiDiGraph(sources={"d1": SOURCE}, unresolved=(), replaced={})
    lines = [(*edge, "reports_to", "stated")[: len(edge)] + ("reports_to", "stated")[len(edge) - 2 :] for edge in edges]
    for node in sorted({end for line in lines for end in line[:2]} | set(alone) | set(more or {})):
        add(graph, node, (labels or {}).get(node, name(node)), **(more or {}).get(node, {}))
    for subordinate, superior, predicate, modality in lines:
        graph.add_edge(
            subordinate,
            superior,
            key=predicate,
            predicate=predicate,
            modality=modality,
            claims=(claim(subordinate, predicate, superior, modality),),
        )
    return graph


def bare(edges: Iterable[tuple[str, str]]) -> nx.MultiDiGraph:
    """Positions that report, without claims: quick to build when there are very many."""
    graph = nx.MultiDiGraph(sources={}, unresolved=(), replaced={})
    graph.add_edges_from(
        ((*edge, "reports_to") for edge in edges), predicate="reports_to", modality="stated", claims=()
    )
    for node in graph:
        graph.nodes[node].update(kind="position", label=node, described_in=(), claims=(), staff=())
    return graph


SOURCE = Source(id="d1", source="documents/director.txt", kind="text", language="en", encoding="utf-8")


def add(graph: nx.MultiDiGraph, node: str, label: str, **more: Any) -> None:
    """A node with every attribute that the graph promises."""
    plain = dict.fromkeys(
        (
            "classification",
            "position_number",
            "job_code",
            "occupation",
            "location",
            "effective_date",
            "unit_kind",
            "seats",
            "stated_peers",
            "stated_reports",
        )
    )
    graph.add_node(
        node,
        **{
            **plain,
            "kind": "unit" if node.startswith("unit/") else "position",
            "label": label,
            "names": (label,),
            "acronyms": (),
            "staff": (),
            "money": (),
            "described_in": (),
            "claims": (claim(node, "title", None, text=label),),
            **more,
        },
    )


def name(node: str) -> str:
    """A readable label for an id."""
    return node.rpartition("/")[2].replace("-", " ").title()


def claim(
    subject: str, predicate: str, target: str | None, modality: str = "stated", text: str = "Reports to: Chief"
) -> BoundClaim:
    """A claim with one quote."""
    evidence = Excerpt(
        document="d1", source=SOURCE.source, start=0, end=len(text), line=3, column=7, quote=text, rule="test"
    )
    value = Mention(kind="position", text=name(target)) if target else Text(text=text)
    return BoundClaim(
        claim=Claim(
            id=f"{subject} {predicate} {target}",
            subject=Mention(kind="self", text=""),
            predicate=predicate,
            value=value,
            modality=modality,  # type: ignore[arg-type]
            evidence=(evidence,),
        ),
        subject=subject,
        object=target,
    )


def fte(low: int | str | None, high: int | str | None = None, **more: Any) -> Quantity:
    """A number of FTE, or a range."""
    bound = [None if value is None else Decimal(value) for value in (low, low if high is None else high)]
    return Quantity(**{"measure": "fte", "low": bound[0], "high": bound[1], **more})


def random_forest(seed: int, most: int = 40, extras: bool = True) -> nx.MultiDiGraph:
    """A forest of random shape, with long and short titles, further lines, loops and boxes that stand alone."""
    dice = random.Random(seed)
    count = dice.randint(1, most)
    nodes = [("unit/" if dice.random() < 0.15 else "position/") + f"n{index:03d}" for index in range(count)]
    reach = dice.choice((1, 2, 5, 1000))
    edges: list[Edge] = [
        (node, nodes[max(0, index - dice.randint(1, reach))])
        for index, node in enumerate(nodes)
        if index and dice.random() < 0.93
    ]
    if dice.random() < 0.5:
        edges = [(node, dice.choice(nodes[: index or 1])) for index, node in enumerate(nodes) if dice.random() < 0.93]
    for _ in range(dice.randint(0, 6) if extras else 0):
        line = dice.choice(("reports_to", "functional_line_to"))
        edges.append((dice.choice(nodes), dice.choice(nodes), line, dice.choice(("stated", "inferred"))))
    labels = {node: " ".join(dice.choices(_WORDS, k=dice.choice((1, 2, 3, 9)))) for node in nodes}
    return organization(dict.fromkeys(edges), labels, alone=nodes)


_WORDS: Sequence[str] = (
    "Director",
    "General,",
    "Policy",
    "and",
    "Partnerships",
    "Analyst",
    "Chief",
    "Regional",
    "Executive Assistant",
    "W" * 40,
)
