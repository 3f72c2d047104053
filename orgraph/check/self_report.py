"""A position that reports to itself."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.check._claims import start
from orgraph.check._finding import finding, label
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG102", "error")
def self_report(graph: nx.MultiDiGraph) -> Iterator[Finding]:
    """A position reports to itself.

    What it finds:
        A solid reporting line that ends where it begins.

    Why it matters:
        The position has no superior and is no top position either: everything below it is lost to
        charts and rollups.

    Example:
        "The Head Baker reports to the Head Baker."

    What to do:
        If the position is the top, remove the line from the source. Otherwise two positions share a
        title: give them different titles, numbers or units, so that they can be told apart.

    Known misses:
        None known: a line from a position to its own unit is not a reporting line.

    Source:
        Register practice: a top position is marked as such, and never by its own number.
    """
    loops = (
        (node, data["claims"])
        for node, _, data in nx.selfloop_edges(graph, data=True)
        if data["predicate"] == "reports_to"
    )
    for node, claims in sorted(loops, key=lambda loop: loop[0]):
        message = f"{label(graph, node)} reports to itself"
        yield finding(self_report, "fail", node, message, sorted(claims, key=start))
