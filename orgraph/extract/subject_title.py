"""The title of the described position, and other titles its own text gives it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Text


def subject_title(reading: Reading) -> Iterator[Statement]:
    """The title of the described position, and other titles its own text gives it.

    What it reads: the header field of the title (without an employer before a colon and a grade behind it); else the
    first heading, or one of the first lines, that is a title; else whom a posting looks for ("the position of X"); and
    the name in a sentence that is about the position by its form ("The X is one of five positions",
    "assigned to the position of X"), as a second title where it is not the first one shortened.
    Example: "**Position Title:** Director, Outreach".
    Must not read: a section heading; "The Director" as a title of its own.
    Known misses: a title that only running prose gives ("we are looking for a Clerk").
    """
    for index, name in enumerate(reading.subject.names):
        yield Statement(SELF, "alias" if index else "title", Text(text=name.text), (name.span,))
