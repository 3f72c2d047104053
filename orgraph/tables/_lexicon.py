"""The lexicon of tables: what columns are called, and what stands in a cell in the place of a value."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

Field = str


@cache
def names() -> dict[str, Field]:
    """Each plain name of a column and the field it means.

    >>> names()["supervisor eeid"], names()["titre du poste"]
    ('manager_id', 'title')
    """
    entries = _read("columns").items()
    return {name: field for field, entry in entries for name in (*entry.get("best", ()), *entry["names"])}


@cache
def best_names() -> frozenset[str]:
    """The names that say most exactly what they mean: where two columns may be of a field, these are."""
    return frozenset(name for entry in _read("columns").values() for name in entry.get("best", ()))


@cache
def meanings() -> dict[Field, str]:
    """What each field is, in words; the legal names of fields."""
    return {field: entry["means"] for field, entry in _read("columns").items()}


@cache
def kinds_of(*order: str) -> dict[str, str]:
    """The words of some kinds (blank, top, vacant, ...), each with the first kind that has it."""
    return {word: kind for kind in reversed(order) for word in _read("values")[kind]}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("orgraph.tables") / "lexicon" / f"{name}.toml").read_text("utf-8"))
