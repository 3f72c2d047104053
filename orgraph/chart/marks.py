"""Lines in words: what a box says of the lines that the tree does not show, so that none is lost."""

from __future__ import annotations

from collections.abc import Sequence

from orgraph.chart.facts import Facts
from orgraph.chart.forest import Forest
from orgraph.text import clip

_WORDS = {"second": "also reports to", "functional": "functional line to", "loop": "in a loop: reports to"}


def marks(forest: Forest, content: Sequence[Facts]) -> list[tuple[str, ...]]:
    """The marks of each box, in the order of its lines."""
    found: list[list[str]] = [[] for _ in forest.names]
    for extra in forest.extras:
        name = "itself" if extra.superior == extra.subordinate else clip(content[extra.superior].title, 90)
        found[extra.subordinate].append(f"{_WORDS[extra.role]} {name}")
    return [tuple(lines) for lines in found]
