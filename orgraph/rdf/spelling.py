"""How Turtle spells boxes and what claims say of them; what a table says again and again is spelled once."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from orgraph.model import Classification, Date, Quantity, Text, Unstated
from orgraph.rdf.names import Names
from orgraph.rdf.turtle_text import escaped, literal_text
from orgraph.rdf.values import Placed, date_node

_MOST: Final = 4096  # codes and dates kept at once


class Spelling:
    """The objects of claims under one base; without a `base` that Turtle can shorten them by, IRIs are whole."""

    def __init__(self, names: Names, base: str | None) -> None:
        self._names, self._outside, self._before = names, len(names.base), len(names.entity(""))
        self._open = "<" if base else f"<{names.base}"
        self.code = lru_cache(_MOST)(self._code)
        self._day = lru_cache(_MOST)(lambda iso: literal_text(date_node(iso)))

    def entity(self, id_: str) -> str:
        """A position or a unit."""
        return f"{self._open}id/{self.path(id_)}>"

    def path(self, id_: str) -> str:
        """A position or a unit, without what the IRIs of all of them begin with."""
        return self._names.entity(id_)[self._before :]

    def object(self, placed: Placed) -> str | None:
        """The object of a claim; None for a mention that stayed unbound."""
        bound = placed.bound
        value = bound.claim.value
        if bound.object is not None:
            return self.entity(bound.object)
        if isinstance(value, Text):
            return f'"{escaped(value.text)}"'
        if isinstance(value, Classification):
            return f"{self._open}{self.code(value)}>"
        if isinstance(value, Date):
            return self._day(value.iso)
        return f"{self._open}claim/{placed.key}#value>" if isinstance(value, Quantity | Unstated) else None

    def _code(self, value: Classification) -> str:
        """A classification, without the base."""
        return self._names.classification(value)[self._outside :]
