"""Assistants: boxes that stand beside their superior instead of below, as the title says that they assist."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgraph.chart.boxes import Point
from orgraph.chart.facts import Facts
from orgraph.chart.forest import Forest
from orgraph.chart.pen import Pen
from orgraph.chart.style import BOX, GAP, STEP

_MOST = 3  # beside one box; more are staff like any other
# The head of the title assists a person or an office; in "Assistant Director" the word only qualifies the head.
_ASSISTS = re.compile(
    r"\b(?:executive|administrative|personal|private|office|special|confidential) (?:assistant|secretary)s?\b"
    r"|\b(?:assistant|secretary) to (?:the|a|an)\b"
    r"|\bassistant(?:e)?s? (?:de direction|administrati(?:f|ve)|ex[ée]cuti(?:f|ve)|personnel(?:le)?)\b"
    r"|\badjointe?s? (?:administrati(?:f|ve)|ex[ée]cuti(?:f|ve)|de direction|personnel(?:le)?)\b"
    r"|\bsecrétaire (?:de direction|particuli(?:er|ère)|privée?)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:director|manager|head|chief|supervisor|directeur|directrice|chef|gestionnaire)\b", re.IGNORECASE
)

REACH = BOX + GAP + BOX  # width of a box with assistants beside it


def aides(forest: Forest, facts: Sequence[Facts]) -> dict[int, tuple[int, ...]]:
    """For each box that has any, the assistants beside it: leaves whose title says whom they serve.

    >>> [bool(_assists(title)) for title in ("Executive Assistant", "Assistant Director", "Adjointe administrative")]
    [True, False, True]
    """
    found = {}
    for place, children in enumerate(forest.children):
        beside = tuple(child for child in children if not forest.children[child] and _assists(facts[child].title))
        if beside and len(beside) <= _MOST:
            found[place] = beside
    return found


def _assists(title: str) -> bool:
    return _ASSISTS.search(title) is not None and _LEADS.search(title) is None


def tall(place: int, beside: Sequence[int], heights: Sequence[float]) -> float:
    """Height of a box together with the assistants at its right."""
    return max(heights[place], sum(heights[aide] + STEP for aide in beside) - STEP)


def attach(place: int, beside: Sequence[int], pen: Pen) -> None:
    """Put the assistants at the right of their box, each on a line from the middle of its side."""
    x, y = pen.places[place]
    right, middle = x + BOX, y + min(pen.heights[place], pen.heights[beside[0]]) / 2
    spine, top = right + GAP / 2, y
    for aide in beside:
        pen.places[aide] = (right + GAP, top)
        own = middle if top == y else top + pen.heights[aide] / 2
        points: tuple[Point, ...] = ((right, middle), (spine, middle), (spine, own), (right + GAP, own))
        pen.lines[aide] = points
        top += pen.heights[aide] + STEP
