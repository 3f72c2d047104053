r"""How Turtle spells a block: one subject, its properties, and the strings, numbers and IRIs in them.

A string holds no raw control, line-breaking or text-direction character: each is written as \\uXXXX,
so a source can neither break the file nor make it look other than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from orgraph.rdf.names import PREFIXES, STRING, TYPE, XSD, Iri, Literal, whole
from orgraph.rdf.values import Block

_HIDDEN = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_ESCAPES: Final = {
    **{code: f"\\u{code:04X}" for code in _HIDDEN},
    **str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}),
}
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_BARE: Final = {
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?[0-9]+(\.[0-9]*)?[eE][+-]?[0-9]+"),
}


def prologue(base: str | None = None) -> Iterator[str]:
    """The prefixes, and what IRIs are relative to."""
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    if base:
        yield f"@base <{base}> .\n"


def turtle_block(block: Block, base: str | None = None) -> str:
    r"""One subject in Turtle, a predicate a line; values of one property stand side by side in the block.

    >>> from orgraph.rdf.names import LABEL, Literal
    >>> print(turtle_block(Block("https://e.org/a", [(LABEL, Literal("x")), (LABEL, Literal("y"))])))
    <BLANKLINE>
    <https://e.org/a>
        rdfs:label "x", "y" .
    <BLANKLINE>
    """
    parts = ["\n", iri_text(block.subject, base)]
    last = ""
    for predicate, node in block.properties:
        if predicate == last:
            parts.append(", ")
        else:
            parts += (" ;\n    " if last else "\n    ", _predicate(predicate), " ")
            last = predicate
        parts.append(iri_text(node.value, base) if isinstance(node, Iri) else _literal(node))
    parts.append(" .\n")
    return "".join(parts)


def quote(text: str) -> str:
    r"""A text as a string of Turtle.

    >>> print(quote('a "b" \\ \n'))
    "a \"b\" \\ \n"
    """
    if text.isprintable() and '"' not in text and "\\" not in text:  # most are: nothing of _ESCAPES is printable
        return f'"{text}"'
    return f'"{whole(text).translate(_ESCAPES)}"'


@lru_cache(maxsize=1024)
def _predicate(iri: str) -> str:
    return "a" if iri == TYPE else _short(iri)


def iri_text(iri: str, base: str | None) -> str:
    """An IRI as Turtle has it: relative to the base, with a prefix, or in full."""
    if base and iri.startswith(base):
        return f"<{iri[len(base) :]}>"
    return _short(iri)


@lru_cache(maxsize=1024)
def _short(iri: str) -> str:
    if iri.startswith("_:"):
        return iri
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMESPACES.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix and iri[end:].isalnum() else f"<{iri}>"


def _literal(node: Literal) -> str:
    value, datatype, language = node
    if datatype is STRING or datatype == STRING:
        return quote(value)
    if language:
        return f"{quote(value)}@{language}"
    return value if is_bare(node) else f"{quote(value)}^^{_short(datatype)}"


def is_bare(node: Literal) -> bool:
    """Whether a literal needs neither quotes nor its datatype: a number or a truth as Turtle and SPARQL write them."""
    bare = _BARE.get(node.datatype)
    return bool(bare and bare.fullmatch(node.value))
