"""Sources as RDF, for commands that ask or send it: a file that we wrote is taken as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orgraph.cli import _options as options
from orgraph.cli._load import built_graph, load
from orgraph.cli._write import encoded
from orgraph.errors import UnreadableSource

if TYPE_CHECKING:
    import networkx as nx


class Rdf(NamedTuple):
    """Sources as RDF: a file as it stands, or a graph still to be written."""

    name: str
    format: str
    path: Path | None
    graph: nx.MultiDiGraph | None
    complete: bool

    def parts(self) -> Iterable[bytes]:
        """The bytes, piece by piece."""
        from orgraph.rdf.turtle import generate_turtle

        if self.path is None:
            yield from encoded(generate_turtle(self.graph))
            return
        try:
            with self.path.open("rb") as file:
                yield from iter(lambda: file.read(2**20), b"")
        except OSError as problem:
            raise UnreadableSource(self.name, problem.strerror or str(problem)) from problem


def as_rdf(sources: tuple[str, ...], *, repair: bool = True, columns: Mapping[str, str] | None = None) -> Rdf:
    """The sources as RDF. A file that holds claims is taken as it is; what lies behind anything else is a graph."""
    from orgraph.rdf.formats import of_name
    from orgraph.rdf.reader import holds_claims

    built = built_graph(sources, repair=repair)
    if built and not options.walk("decisions") and holds_claims(built):
        return Rdf(str(built), of_name(built) or "ttl", built, None, True)
    found = load(sources, repair=repair, columns=columns)
    return Rdf(", ".join(sources), "ttl", None, found.graph, not found.unreadable)
