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
    silent = {id_ for id_, source in facts.sources.items() if source.kind != "decisions"}
    for claims in facts.each("claims").values():
        if not silent:
            return
        silent.difference_update(bound.claim.document for bound in claims)
    for id_ in sorted(silent, key=lambda id_: (facts.source(id_), id_)):
        name = facts.source(id_)
        message = f"{brief(name)}: no position, unit or figure was found in it"
        yield finding(silent_source, "fail", id_, message, source=name)
