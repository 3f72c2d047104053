"""Positions that nothing tells apart but where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import plural
from orgraph.model import Finding
from orgraph.rules import check
from orgraph.titles import canonical, is_bare


@check("ORG316", "info", because=("missing-number",))
def one_title_many_bodies(facts: Facts) -> Iterator[Finding]:
    """Several described positions share a title, and no number tells them apart.

    What it finds:
        Two or more positions with descriptions of their own and one full title, of which at least one
        has no position number.

    Why it matters:
        Whoever refers to one of them by its title may mean the other.

    Example:
        Two descriptions of a "Shop Manager, North", one of them without a number.

    What to do:
        Write the position number into both, or the unit into the title.

    Known misses:
        Bare titles such as "Director" are shared everywhere and not reported; nor are rows of a table,
        which have their references.

    Source:
        Establishment control: a position is identified by its number, and a title is not unique.
    """
    bodies: dict[str, list[str]] = defaultdict(list)
    for node in facts.descriptions:
        if not is_bare(facts.label(node)):
            bodies[canonical(facts.label(node))].append(node)
    for nodes in bodies.values():
        bare = [node for node in nodes if not facts.each("position_number")[node]]
        if len(nodes) > 1 and bare:
            message = f"{plural(len(nodes), 'position')} titled {facts.label(nodes[0])}, {len(bare)} without a number"
            titles = [claims[0] for node in nodes if (claims := facts.claims(node, "title"))]
            yield finding(one_title_many_bodies, "fail", nodes[0], message, titles, boxes=nodes)
