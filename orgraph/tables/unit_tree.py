"""A tree of units: each row a unit, with the id of the unit that contains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from orgraph.model import Mention, Text
from orgraph.tables._lexicon import Field
from orgraph.tables._row import Row, Statement, is_word, kind_of

_NAMES: tuple[Field, ...] = ("unit", "division", "organisation", "name", "title", "department", "branch", "directorate")


def fits(fields: Set[Field]) -> bool:
    """Whether a table gives ids to units and to what contains them."""
    return {"unit_id", "parent_unit_id"} <= fields and not fields.isdisjoint(_NAMES)


def unit_tree(rows: Iterable[Row]) -> Iterator[Statement]:
    """Units and what contains them.

    What it reads:
        A table of units with an id, a name, and the id of the parent. An empty parent, `-1`, and a unit
        that is its own parent make an outermost unit.

    Example:
        unit id 12, unit name Payroll, parent unit id 3.

    Must not read:
        A parent that has no row of its own makes no unit: nobody says what it is called. `orgraph map` names
        the first row of those below one.

    Known misses:
        A unit that two rows place below two parents is placed below both.
    """
    listed = list(rows)
    names = {row.text("unit_id"): _unit(row) for row in reversed(listed) if row.text("unit_id")}
    for row in listed:
        unit, field = _unit(row), row.filled(*_NAMES)
        if field is None:
            continue
        yield row.says(unit, "unit_name", Text(text=unit.text), field)
        parent = row.text("parent_unit_id")
        if parent in names and parent != row.text("unit_id") and not is_word("no_reference", parent):
            yield row.says(unit, "part_of", names[parent], "parent_unit_id")


def remarks(rows: Iterable[Row]) -> Iterator[str]:
    """How many units stand below a parent that has no row, and the first of them."""
    listed = list(rows)
    known = {row.text("unit_id") for row in listed}
    left = [row for row in listed if not _is_known(row.text("parent_unit_id"), known)]
    if left:
        count = f"{len(left):,} of {len(listed):,} rows name a parent that has no row"
        place = f"row {left[0].number}, column {left[0].columns['parent_unit_id'] + 1}"
        yield f"parent_unit_id: {count}; the first is {place}"


def _is_known(parent: str, known: Set[str]) -> bool:
    return parent in known or kind_of(parent, "blank", "no_reference", "no_superior") is not None


def _unit(row: Row) -> Mention:
    reference = row.text("unit_id") or f"row {row.place}"
    name = row.filled(*_NAMES)
    return Mention(kind="unit", text=row.text(name) if name else reference, reference=reference)
