"""A description that another organization has stamped."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._flaws import flaws
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG333", "warning")
def foreign_stamp(facts: Facts) -> Iterator[Finding]:
    """The numbers of a description are stamped by an organization that is not its department.

    What it finds:
        An acronym before the label of a job code or a position number that stands neither for the
        department of the header nor for another unit of it.

    Why it matters:
        The position was moved between departments, or the form is borrowed: its numbers belong to the
        other organization, and fit nothing here.

    Example:
        "FSA Job code: 600111" over "Department: Bakery Board"

    What to do:
        Ask which department issued the number; use a number of the department, or name the other one.

    Known misses:
        A department that was renamed, whose old acronym is still on the form, is reported as well. A
        stamp that is spelled out is not read.

    Source:
        Record keeping: an identifier holds within the organization that issued it.
    """
    for node, document, found in flaws(facts, "foreign-stamp"):
        for bound in found:
            department = " ".join(f"“{brief(evidence.quote)}”" for evidence in bound.claim.evidence[1:2])
            named = f", but the department is {department}" if department else ""
            message = f"numbers of {brief(facts.source(document))} are stamped “{brief(said(bound))}”{named}"
            yield finding(foreign_stamp, "fail", node, message, [bound])
