"""Which description of a position a later one replaces, where their texts date them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import networkx as nx

from orgraph.model import Date


def replaced_by(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Ids of documents: each with the next later description of its position in its language. Linear in claims.

    Only effective dates order two versions, and only where one is surely the later: 2019 and 2019-05 are not.
    """
    found: dict[str, str] = {}
    for _, data in sorted(graph.nodes(data=True)):
        if len(data["described_in"]) < 2:
            continue
        dates: dict[str, str] = {}
        for bound in data["claims"]:
            if bound.claim.predicate == "effective_date" and isinstance(bound.claim.value, Date):
                dates.setdefault(bound.claim.document, bound.claim.value.iso)
        dated: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for document in data["described_in"]:
            source = graph.graph["sources"].get(document)
            if source is not None and source.kind != "table" and document in dates:
                dated[source.language].append((dates[document], document))
        for versions in dated.values():
            for (day, document), (later_day, later) in pairwise(sorted(versions)):
                if day < later_day and not later_day.startswith(day):
                    found[document] = later
    return found
