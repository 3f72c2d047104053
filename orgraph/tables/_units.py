"""The units that a row names, from the outermost to the innermost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from orgraph.model import Mention, Text
from orgraph.tables._lexicon import Field
from orgraph.tables._row import Row, Statement, kind_of

FIELDS: Final[tuple[Field, ...]] = (
    "parent_department",
    "organisation",
    "branch",
    "directorate",
    "division",
    "department",
    "unit",
    "team",
)
_STEP = re.compile(r"\s+[:>|»/]\s+|\s*[>»|\\]\s*")
_JOINT: Final = " > "


class Units:
    """The units of a table, each told once with what contains it; `order` is that of their columns, outermost first."""

    def __init__(self, order: Sequence[Field] = FIELDS) -> None:
        self._order = order
        self._all = ("unit_path", *order)
        self._present: tuple[Field, ...] | None = None
        self._told: set[str] = set()
        self._paths: dict[tuple[str, ...], list[tuple[Mention, Field]]] = {}

    def of(self, row: Row, post: Mention) -> Iterator[Statement]:
        """That the post is in its innermost unit, and what is new of the units around it."""
        if self._present is None:
            self._present = tuple(field for field in self._all if field in row.columns)
        key = tuple(map(row.text, self._present))
        path = self._paths.get(key)
        if path is None:
            path = self._paths[key] = _mentions(_path(row, self._order))
        if path:
            yield row.says(post, "in_unit", *path[-1])
        for depth, (own, field) in enumerate(path):
            if own.reference is not None and own.reference not in self._told:
                self._told.add(own.reference)
                yield row.says(own, "unit_name", Text(text=own.text), field)
                if depth:
                    yield row.says(own, "part_of", *path[depth - 1])


def by_containment(rows: Sequence[Row]) -> list[Field]:
    """The columns of units, outermost first: what contains has fewer names than what it contains."""
    present = [field for field in FIELDS if rows and field in rows[0].columns]
    counts = {field: len({row.text(field) for row in rows} - {""}) for field in present}
    return sorted((field for field in present if counts[field]), key=lambda field: counts[field])


def _mentions(path: Sequence[tuple[str, Field]]) -> list[tuple[Mention, Field]]:
    names = [name for name, _ in path]
    return [
        (Mention(kind="unit", text=name, reference=_JOINT.join(names[: depth + 1])), field)
        for depth, (name, field) in enumerate(path)
    ]


def _path(row: Row, order: Sequence[Field]) -> list[tuple[str, Field]]:
    """Names with their fields; a name that repeats the one above it is the same unit, said again."""
    found: list[tuple[str, Field]] = []
    if row.text("unit_path"):
        steps = [" ".join(step.split()) for step in _STEP.split(row.text("unit_path"))]
        found = [(step, "unit_path") for step in steps if step]
    for field in order:
        name = " ".join(row.text(field).split())
        known = {above.casefold() for above, _ in found}
        if kind_of(name, "blank", "not_disclosed") is None and name.casefold() not in known:
            found.append((name, field))
    return found
