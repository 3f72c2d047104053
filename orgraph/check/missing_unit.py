"""Rows without a unit in a table that has one for the others."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._cells import unstated
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed, plural
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG326", "warning")
def missing_unit(facts: Facts) -> Iterator[Finding]:
    """Rows of a table have no unit, and almost all others have one.

    What it finds:
        Rows whose cell for the unit is empty, in a column that is filled for nine of ten rows. One
        finding for each table.

    Why it matters:
        Whoever counts by unit does not count them.

    Example:
        106 of 107 people with a department, and one without.

    What to do:
        Enter the unit.

    Known misses:
        A column that is empty for many rows: then an empty cell means something.

    Source:
        Data-quality rules of HR suites: a required field is empty.
    """
    for document, group in unstated(facts, ("in_unit",), "missing"):
        names = listed((facts.label(bound.subject) for bound in group), most=5)
        message = f"{plural(len(group), 'row')} of {brief(facts.source(document))} without a unit: {names}"
        yield finding(missing_unit, "fail", group[0].subject, message, group, rows=len(group))
