"""The base of all records, and records made of what a file holds.

They are msgspec structs: a table of a million rows makes millions of them, and each costs a tenth of
what a validating model does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct, ValidationError, convert


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all records: immutable, and a misspelled field is an error.

    A record can hold no circle, so the collector of circles need not walk millions of them.
    """


Made = TypeVar("Made", bound=Record)


def parsed(kind: type[Made], fields: Mapping[str, object]) -> Made:
    """A record from fields as a file holds them, numbers as text; ValueError says which one is not legal.

    >>> from orgraph.model import Quantity
    >>> parsed(Quantity, {"measure": "fte", "low": "8.5"}).low
    Decimal('8.5')
    """
    try:
        return convert(fields, kind, strict=False)
    except ValidationError as problem:
        raise ValueError(f"{kind.__name__}: {problem}") from problem
