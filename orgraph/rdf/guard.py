"""Refuse RDF/XML that explodes in a parser: entities that stand for long texts or for one another, and deep nests."""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

_LONGEST: Final = 255  # a namespace is shorter
_DEEPEST: Final = 512


def refuse_explosive(data: bytes) -> None:
    """Raise SyntaxError at the first such place; what is no XML at all is left to the parser that follows."""
    if b"\0" in data:
        raise SyntaxError("only UTF-8 is read")
    parser = expat.ParserCreate("UTF-8")
    depth = 0

    def refuse(reason: str) -> None:
        raise SyntaxError(f"line {parser.CurrentLineNumber}: {reason}")

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            refuse(f"more than {_DEEPEST} elements inside one another")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if is_parameter or value is None or len(value) > _LONGEST or "&" in value or "%" in value:
            refuse(f"the entity {name} is more than a short text")

    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return
