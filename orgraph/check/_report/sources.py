"""The sources of the graph."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from orgraph.check._report.markup import name, safe, section, table

_COLUMNS = ("Source", "Describes", "Kind", "Language", "Encoding", "Identity")
_DIGITS = 16  # of the digest: enough to tell documents apart on a page


def sources(graph: nx.MultiDiGraph) -> Iterator[str]:
    """A table of all sources by name."""
    yield from section("Sources", table("Documents read", _COLUMNS, _rows(graph)))


def _rows(graph: nx.MultiDiGraph) -> Iterator[list[str]]:
    for source in sorted(graph.graph["sources"].values(), key=lambda source: (source.source, source.id)):
        yield [
            safe(source.source),
            name(graph, source.subject) if source.subject else '<span class="muted">no position</span>',
            safe(source.kind),
            safe(source.language),
            safe(source.encoding),
            f"<code>{safe(source.id.removeprefix('sha256:')[:_DIGITS])}</code>",
        ]
