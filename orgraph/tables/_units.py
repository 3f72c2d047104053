"""The units that a row names, from the outermost to the innermost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from orgraph.model import Mention, Text
from orgraph.tables._lexicon import Field
from orgraph.tables._row import Row, Statement, is_word

_FIELDS: Final[tuple[Field, ...]] = ("department", "organisation", "division", "unit")
_STEP = re.compile(r"\s+[:>|»/]\s+|\s*[>»|\\]\s*")
_JOINT: Final = " > "


class Units:
    """The units of a table, each told once with what contains it."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def of(self, row: Row, post: Mention) -> Iterator[Statement]:
        """That the post is in its innermost unit, and what is new of the units around it."""
        path = _path(row)
        if not path:
            return
        mentions = [_mention([name for name, _ in path[: depth + 1]]) for depth in range(len(path))]
        yield row.says(post, "in_unit", mentions[-1], path[-1][1])
        for depth, (name, field) in enumerate(path):
            own = mentions[depth]
            if own.reference is not None and own.reference not in self._told:
                self._told.add(own.reference)
                yield row.says(own, "unit_name", Text(text=name), field)
                if depth:
                    yield row.says(own, "part_of", mentions[depth - 1], path[depth - 1][1])


def _mention(path: Sequence[str]) -> Mention:
    return Mention(kind="unit", text=path[-1], reference=_JOINT.join(path))


def _path(row: Row) -> list[tuple[str, Field]]:
    """Names with their fields; a name that repeats the one above it is the same unit, said again."""
    found: list[tuple[str, Field]] = []
    if row.text("unit_path"):
        steps = [" ".join(step.split()) for step in _STEP.split(row.text("unit_path"))]
        found = [(step, "unit_path") for step in steps if step]
    for field in _FIELDS:
        name = " ".join(row.text(field).split())
        known = {above.casefold() for above, _ in found}
        if not is_word("blank", name) and not is_word("not_disclosed", name) and name.casefold() not in known:
            found.append((name, field))
    return found
