"""Marks: what a box says beyond its facts; lines that the tree does not show, pages, findings, changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from orgraph.chart.facts import Facts
from orgraph.chart.forest import Forest
from orgraph.text import clip

Kind = Literal["line", "more", "page", "error", "warning", "info", "added", "removed", "moved", "changed"]
FINDINGS: Final = ("error", "warning", "info")
CHANGES: Final = ("added", "removed", "moved", "changed")
_WORDS = {"second": "also reports to", "functional": "functional line to", "loop": "in a loop: reports to"}


class Mark(NamedTuple):
    """One line at the foot of a box. `page` is the page that it sends the reader to, 0 for none."""

    kind: Kind
    text: str
    page: int = 0


class Pointer(NamedTuple):
    """A line that the tree does not show, in the words of the box it starts at; `superior` is its other end."""

    superior: str
    text: str


def pointers(forest: Forest, facts: Sequence[Facts]) -> list[list[Pointer]]:
    """For each box its lines that the tree does not show, in their order."""
    found: list[list[Pointer]] = [[] for _ in forest.names]
    for extra in forest.extras:
        name = "itself" if extra.superior == extra.subordinate else clip(facts[extra.superior].title, 90)
        found[extra.subordinate].append(Pointer(forest.names[extra.superior], f"{_WORDS[extra.role]} {name}"))
    return found
