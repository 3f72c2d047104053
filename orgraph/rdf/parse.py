"""Parse Turtle into descriptions: for each subject, its properties in the order of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from orgraph.errors import UnreadableSource
from orgraph.rdf.names import ORDER, TYPE, Iri, Literal, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph

Descriptions = dict[str, dict[str, list[Node]]]

_BASE: Final = "file:///"  # foreign files may name things relative to nothing


def parse(data: bytes, name: str) -> Descriptions:
    """Everything that a Turtle file says; a file that is no Turtle is an UnreadableSource with its line.

    >>> parse(b"<https://e.org/a> a <https://e.org/B> .", "a.ttl")["https://e.org/a"][TYPE]
    [Iri(value='https://e.org/B')]
    """
    descriptions: Descriptions = {}
    known: dict[Node, Node] = {}  # a term that comes again is the same object: most do, and files are large
    blanks: dict[str, Node] = {}
    try:
        for quad in _quads(data):
            subject, predicate, node = (_term(part, known, blanks) for part in quad.triple)
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


def _quads(data: bytes) -> Iterator[pyoxigraph.Quad]:
    import pyoxigraph

    return iter(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE, base_iri=_BASE))


def _term(term: object, known: dict[Node, Node], blanks: dict[str, Node]) -> Node:
    import pyoxigraph

    node: Node
    if isinstance(term, pyoxigraph.NamedNode):
        node = Iri(term.value)
    elif isinstance(term, pyoxigraph.Literal):
        node = Literal(term.value, term.datatype.value, term.language or "")
    else:  # names of blank nodes are random, and their order in the file is not
        node = blanks.setdefault(str(term), Iri(f"_:b{len(blanks)}"))
    return known.setdefault(node, node)


def parse_error(error: SyntaxError) -> str:
    """What the parser says, and where."""
    reason = re.sub(r"^Parser error at line [^:]*: ", "", error.msg)
    return f"line {error.lineno}, column {error.offset}: {reason}" if error.lineno else reason
