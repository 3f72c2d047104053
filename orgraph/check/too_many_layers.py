"""A chain of command that is longer than the limit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed
from orgraph.model import Finding
from orgraph.rules import check


@check("ORG111", "info")
def too_many_layers(facts: Facts, *, limit: int = 8) -> Iterator[Finding]:
    """There are more layers than the limit.

    What it finds:
        The longest of the shortest chains from a top position down, if it has more layers than the
        limit (8, the top counted). One finding, with the chain.

    Why it matters:
        Every layer is paid and passes on what the layer above says; designers set a limit to them.

    Example:
        Ten layers from the Managing Director to the Apprentice.

    What to do:
        Nothing, if the limit is not yours: --set too-many-layers.limit=10. Otherwise see whether a
        layer in the chain leads one position only.

    Known misses:
        Positions inside a circle have no layer. Only the first of several chains of one length is shown.

    Source:
        Naomi Stanford on layers and spans; practice of government reviews, which name seven to eight.
    """
    above: dict[str, str | None] = dict.fromkeys(facts.tops)
    row, depth, last = list(facts.tops), 0, ""
    while row:
        depth, last, below = depth + 1, row[0], []
        for superior in row:
            for node in facts.below.get(superior, ()):
                if node not in above:
                    above[node] = superior
                    below.append(node)
        row = below
    if depth > limit:
        chain = _chain(above, last)
        lines = [facts.superiors(low)[high][0] for low, high in pairwise(chain)]
        names = listed((facts.label(node) for node in reversed(chain)), " → ", 6)
        message = f"{depth} layers, more than {limit}: {names}"
        yield finding(too_many_layers, "fail", chain[-1], message, lines, layers=depth, limit=limit)


def _chain(above: dict[str, str | None], node: str) -> list[str]:
    """A position and its superiors up to the top."""
    chain, superior = [node], above[node]
    while superior is not None:
        chain.append(superior)
        superior = above[superior]
    return chain
