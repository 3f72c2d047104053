"""A source that was given and could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG309", "error")
def unreadable_source(facts: Facts) -> Iterator[Finding]:
    """A source could not be read.

    What it finds:
        A file, folder or pattern that was given and gave no text: missing, not permitted, empty, binary,
        too large, in no known encoding.

    Why it matters:
        The graph was built without it: a sum that holds may hold for the wrong reason, and a superior
        that seems unknown may be described there.

    Example:
        "bakery/head-baker.md: No such file or directory"

    What to do:
        Correct the path or the file, and build again.

    Known misses:
        A graph that is loaded from what was built before does not remember its unreadable sources.

    Source:
        A sample that cannot be examined is a deviation until it can: audit practice.
    """
    for source, reason in sorted(facts.unreadable.items()):
        yield finding(unreadable_source, "fail", source, f"{brief(source)}: {brief(reason)}", source=source)
