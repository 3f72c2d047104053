"""A functional line beside a solid one, between the same two positions."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG110", "warning")
def solid_and_dotted(facts: Facts) -> Iterator[Finding]:
    """A position reports to the same superior by a solid and by a functional line.

    What it finds:
        A solid reporting line and a functional (dotted) one from one position to one superior.

    Why it matters:
        It is one or the other: a chart shows the line solid, and the rollup counts the staff there.

    Example:
        The header says "reports to the Shop Manager"; the text says "functionally to the Shop Manager".

    What to do:
        Strike the line that is not meant from the source.

    Known misses:
        A functional line that was read as a solid one, and is stated nowhere as functional.

    Source:
        Rules of scenario checks in commercial tools: no position with one superior in two kinds of line.
    """
    for node, lines in sorted(facts.edges("functional_line_to").items()):
        for superior, dotted in sorted(lines.items()):
            solid = facts.superiors(node).get(superior)
            if solid:
                message = (
                    f"{facts.label(node)} reports to {facts.label(superior)} both by a solid and a functional line"
                )
                evidence = [solid[0], min(dotted, key=start)]
                yield finding(solid_and_dotted, "fail", node, message, evidence, superior=superior)
