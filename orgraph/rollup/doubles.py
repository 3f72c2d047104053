"""References that several rows of one table carry."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from orgraph.terms import GONE


def duplicates(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Each position whose reference an earlier row of the same table carries too, and that row's position.

    Lines that name the reference lead to the first of them, as readers of such a table do.
    """
    counts = Counter(number for _, number in graph.nodes(data="position_number"))
    repeated = {number for number, count in counts.items() if count > 1 and number is not None}
    if not repeated:
        return {}
    first: dict[tuple[str, str], tuple[int, str]] = {}
    rows = [
        (bound.claim.document, bound.claim.value.text, bound.claim.evidence[0].line, node)
        for node, data in graph.nodes(data=True)
        if data["position_number"] in repeated and data["post_status"] not in GONE
        for bound in data["claims"]
        if bound.claim.predicate == "position_number"
        and bound.claim.subject.reference == bound.claim.value.text
        and bound.rank != "deprecated"
    ]
    for document, number, line, node in rows:
        place = first.get((document, number))
        if place is None or (line, node) < place:
            first[document, number] = (line, node)
    return {node: first[doc, number][1] for doc, number, _, node in rows if first[doc, number][1] != node}
