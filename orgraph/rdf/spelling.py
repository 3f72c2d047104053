"""How Turtle spells boxes and what claims say of them; what a table says again and again is spelled once."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from orgraph.model import BoundClaim, Classification, Date, Quantity, Text, Unstated
from orgraph.rdf.names import Names
from orgraph.rdf.turtle_text import escaped, literal_text
from orgraph.rdf.values import Placed, date_node

_MOST: Final = 4096  # codes and dates kept at once


class Spelling:
    """The objects of claims under one base; without a `base` that Turtle can shorten them by, IRIs are whole."""

    def __init__(self, names: Names, base: str | None) -> None:
        self._names, self._outside = names, len(names.base)
        self._open = "<" if base else f"<{names.base}"
        self._code = lru_cache(_MOST)(self._code_anew)
        self._day = lru_cache(_MOST)(lambda iso: literal_text(date_node(iso)))

    def entity(self, id_: str) -> str:
        """A position or a unit."""
        return f"{self._open}{self._names.entity(id_)[self._outside :]}>"

    def object(self, placed: Placed) -> str | None:
        """The object of a claim; None for a mention that stayed unbound."""
        bound = placed.bound
        value = bound.claim.value
        if bound.object is not None:
            return self.entity(bound.object)
        if isinstance(value, Text):
            return f'"{escaped(value.text)}"'
        if isinstance(value, Classification):
            return f"{self._open}{self._code(value)}>"
        if isinstance(value, Date):
            return self._day(value.iso)
        return f"{self._open}{placed.iri[self._outside :]}#value>" if isinstance(value, Quantity | Unstated) else None

    def inner(self, bound: BoundClaim) -> str:
        """What of the object of a claim is between its quotes, or behind the base; nothing for a node of its own."""
        value = bound.claim.value
        if bound.object is not None:
            return self._names.entity(bound.object)[self._outside :]
        if isinstance(value, Text):
            return escaped(value.text)
        if isinstance(value, Classification):
            return self._code(value)
        return escaped(value.iso) if isinstance(value, Date) else ""

    def _code_anew(self, value: Classification) -> str:
        return self._names.classification(value)[self._outside :]
