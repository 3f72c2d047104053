r"""How Turtle spells a block: one subject, its properties, and the strings, numbers and IRIs in them.

A string holds no raw control, line-breaking or text-direction character: each is written as \\uXXXX,
so a source can neither break the file nor make it look other than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from orgraph.rdf.names import PREFIXES, STRING, TYPE, XSD, Iri, Literal, Node, whole
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
    said = block.properties
    return f"\n{iri_text(block.subject, base)}{_kept(said, base) if isinstance(said, tuple) else _body(said, base)}"


def block_text(subject: str, said: Iterable[tuple[str, str]]) -> str:
    """A block of a subject and objects that are spelled already."""
    return f"\n{subject}{_joined(said)}"


def _body(properties: Iterable[tuple[str, Node]], base: str | None) -> str:
    return _joined(
        [(iri, iri_text(node.value, base) if isinstance(node, Iri) else literal_text(node)) for iri, node in properties]
    )


_kept = lru_cache(maxsize=4096)(_body)  # properties that many subjects have in common come as a tuple


def _joined(said: Iterable[tuple[str, str]]) -> str:
    parts: list[str] = []
    last = ""
    for predicate, text in said:
        if predicate == last:
            parts += (", ", text)
        else:
            parts += (" ;\n    " if last else "\n    ", _predicate(predicate), " ", text)
            last = predicate
    parts.append(" .\n")
    return "".join(parts)


def quote(text: str) -> str:
    r"""A text as a string of Turtle.

    >>> print(quote('a "b" \\ \n'))
    "a \"b\" \\ \n"
    """
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """What stands between the quotes of a string."""
    if text.isprintable() and '"' not in text and "\\" not in text:  # most are: nothing of _ESCAPES is printable
        return text
    return whole(text).translate(_ESCAPES)


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


def literal_text(node: Literal) -> str:
    """A literal as Turtle has it."""
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
