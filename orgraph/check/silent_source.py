"""A source that was read and says nothing of an organization."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG310", "warning")
def silent_source(facts: Facts) -> Iterator[Finding]:
    """Nothing was read from a source.

    What it finds:
        A document in which no position, no unit and no figure was found.

    Why it matters:
        It is another kind of document, or a description in a form or a language that is not read: then
        its position and its lines are missing.

    Example:
        The minutes of a meeting among the descriptions.

    What to do:
        Take it out of the sources, or see which words of it name the position.

    Known misses:
        A document from which only a part was read is not reported.

    Source:
        What was examined and gave nothing is reported apart from what was not examined.
    """
    for id_, source in sorted(facts.sources.items(), key=lambda item: item[1].source):
        if id_ not in facts.speaking:
            message = f"{brief(source.source)}: no position, unit or figure was found in it"
            yield finding(silent_source, "fail", id_, message, source=source.source)
