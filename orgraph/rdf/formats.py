"""The formats of RDF that are written and read: the name, ending and media type of each."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import pyoxigraph


class Format(NamedTuple):
    """One format; in one that is a `dataset`, each statement may stand in a named graph."""

    name: str
    media_type: str
    endings: tuple[str, ...]
    dataset: bool = False


FORMATS: Final = {
    "ttl": Format("Turtle", "text/turtle", (".ttl",)),
    "nt": Format("N-Triples", "application/n-triples", (".nt",)),
    "nq": Format("N-Quads", "application/n-quads", (".nq",), True),
    "trig": Format("TriG", "application/trig", (".trig",), True),
    "jsonld": Format("JSON-LD", "application/ld+json", (".jsonld",)),
    "rdf": Format("RDF/XML", "application/rdf+xml", (".rdf", ".owl")),
}
ENDINGS: Final = {ending: name for name, format_ in FORMATS.items() for ending in format_.endings}


def of_name(name: str | PurePath) -> str | None:
    """The format that the ending of a file name says, or None where it is none of RDF.

    >>> of_name("harbour.NT"), of_name("harbour.md")
    ('nt', None)
    """
    return ENDINGS.get(PurePath(name).suffix.lower())


def engine(name: str) -> pyoxigraph.RdfFormat:
    """The format as the parser knows it."""
    import pyoxigraph

    found = pyoxigraph.RdfFormat.from_media_type(FORMATS[name].media_type)
    assert found is not None
    return found
