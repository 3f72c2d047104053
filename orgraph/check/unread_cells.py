"""Cells of a table that no column holds."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG352", "warning")
def unread_cells(facts: Facts) -> Iterator[Finding]:
    """Cells of a table were not read, for their column has no heading, or that of another one.

    What it finds:
        Cells that stand beyond the last heading, and a second column of one heading whose cells differ from
        the first's: of two, the first is read. One finding for each row, or each second column.

    Why it matters:
        A row that is longer than the headings often has a delimiter too many, and everything behind it stands
        in the wrong column. Of two columns of one name nobody can know which is right.

    Example:
        A row "3, 1, Lee, Ann, Clerk" below five headings, where the name should be in quotes.

    What to do:
        Correct the row, or name the columns apart and choose one with `--map`.

    Known misses:
        A row with a delimiter too many and its last cells empty. What a row shorter than the headings lacks is
        read as empty cells.

    Source:
        RFC 4180: each row should hold the same number of fields.
    """
    for node, document, found in flaws(facts, "unread-cells"):
        for bound in found:
            place = bound.claim.evidence[0]
            where = f"row {place.line}, column {place.column} of {brief(facts.source(document))}"
            message = f"{where} was not read: “{brief(place.quote)}” {brief(said(bound))}"
            yield finding(unread_cells, "fail", node, message, [bound])
