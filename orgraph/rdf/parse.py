"""Parse RDF into descriptions: for each subject, its properties in the order of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from orgraph.errors import UnreadableSource
from orgraph.rdf.formats import FORMATS, engine
from orgraph.rdf.guard import refuse_explosive
from orgraph.rdf.names import ORDER, STRING, TYPE, Iri, Literal, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

Descriptions = dict[str, dict[str, list[Node]]]

_BASE: Final = "file:///"  # foreign files may name things relative to nothing


def parse(data: bytes, name: str, format: str = "ttl") -> Descriptions:
    """Everything that a file says, whichever graph of it says so; what is not of the format is an UnreadableSource.

    >>> parse(b"<https://e.org/a> a <https://e.org/B> .", "a.ttl")["https://e.org/a"][TYPE]
    [Iri(value='https://e.org/B')]
    """
    descriptions: Descriptions = {}
    try:
        if format == "rdf":
            refuse_explosive(data)
        triples = _triples(data, format)
        # A dataset may say the same in several graphs.
        for subject, predicate, node in dict.fromkeys(triples) if FORMATS[format].dataset else triples:
            descriptions.setdefault(subject.value, {}).setdefault(predicate.value, []).append(node)
    except SyntaxError as error:
        raise UnreadableSource(name, parse_error(error)) from error
    return descriptions


def typed(descriptions: Descriptions, type_: str) -> list[str]:
    """The subjects of a type, in their stated order, or else in that of the file."""
    found = [iri for iri, description in descriptions.items() if Iri(type_) in description.get(TYPE, ())]
    return sorted(found, key=lambda iri: _order(descriptions[iri]))


def one(descriptions: Descriptions, iri: str, predicate: str) -> Node:
    """The first value of a property that must be there."""
    values = descriptions.get(iri, {}).get(predicate)
    if not values:
        raise ValueError(f"<{iri}> has no <{predicate}>")
    return values[0]


def parts(descriptions: Descriptions, iri: str, predicate: str) -> list[str]:
    """The things that a property points to, in their stated order."""
    found = [node.value for node in descriptions[iri].get(predicate, ())]
    return sorted(found, key=lambda part: _order(descriptions.get(part, {})))


def _order(description: dict[str, list[Node]]) -> int:
    return int(description[ORDER][0].value) if ORDER in description else 1


def _triples(data: bytes, format: str) -> Iterator[tuple[Node, Node, Node]]:
    """The statements of a file; a term that comes again is the same object: most do, and files are large."""
    import pyoxigraph

    iris: dict[str, Node] = {}
    literals: dict[Node, Node] = {}
    blanks: dict[str, Node] = {}

    def node(term: object) -> Node:
        if type(term) is pyoxigraph.NamedNode:
            value = term.value
            return iris.get(value) or iris.setdefault(value, Iri(value))
        if type(term) is pyoxigraph.Literal:
            datatype = term.datatype.value
            literal = Literal(term.value, STRING if datatype == STRING else datatype, term.language or "")
            return literals.setdefault(literal, literal)
        # The names of blank nodes are random, and their order in the file is not.
        return blanks.setdefault(str(term), Iri(f"_:b{len(blanks)}"))

    for quad in pyoxigraph.parse(data, format=engine(format), base_iri=_BASE):
        yield node(quad.subject), node(quad.predicate), node(quad.object)


def parse_error(error: SyntaxError) -> str:
    """What the parser says, and where."""
    reason = re.sub(r"^Parser error at line [^:]*: ", "", error.msg)
    return f"line {error.lineno}, column {error.offset}: {reason}" if error.lineno else reason
