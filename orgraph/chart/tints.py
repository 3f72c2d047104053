"""Colour by level, unit, status, finding or change: a fill, and the same letter in the box and in the legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from orgraph.chart.facts import Facts
from orgraph.chart.forest import Forest
from orgraph.chart.marks import CHANGES, FINDINGS, Mark
from orgraph.chart.style import TINTS

_NAMES = {"error": "finding: error", "warning": "finding: warning", "info": "finding: note"}
# What has a colour that everybody knows: blue, amber, green and red of TINTS, in this order.
_FINDINGS = (_NAMES["info"], _NAMES["warning"], "", _NAMES["error"])
_CHANGES = ("moved", "changed", "added", "removed")


def tints(
    color: str, forest: Forest, facts: Sequence[Facts], marks: Sequence[Sequence[Mark]]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """For each box its tint (an index into the names, -1 for none), and the names of the tints, "" for one not used."""
    if color == "none":
        return (-1,) * len(facts), ()
    group: dict[str, Callable[[int], str]] = {
        "level": lambda place: f"level {forest.levels[place]}",
        "unit": lambda place: facts[place].title if facts[place].kind == "unit" else facts[place].unit,
        "status": lambda place: facts[place].status or ("" if facts[place].ghost else _state(facts[place])),
        "finding": lambda place: _worst(marks[place], FINDINGS),
        "change": lambda place: _worst(marks[place], CHANGES),
    }
    groups = [group[color](place) for place in range(len(facts))]
    names = _names(color, groups)
    number = {name: index for index, name in enumerate(names) if name}
    rest = len(names) - 1 if len(set(groups) - {""}) > len(names) else -1
    return tuple(number.get(name, rest if name else -1) for name in groups), names


def _state(facts: Facts) -> str:
    """What the staff of a box says of its posts."""
    return "planned staff" if any(figure.endswith("planned") for figure in facts.staff) else ""


def _worst(marks: Sequence[Mark], order: Sequence[str]) -> str:
    kinds = {mark.kind for mark in marks}
    worst = next((kind for kind in order if kind in kinds), "")
    return _NAMES.get(worst, worst)


def _names(color: str, groups: Sequence[str]) -> tuple[str, ...]:
    """The groups that get a tint of their own: in their natural order, else the largest ones first."""
    counts = Counter(name for name in groups if name)
    if color in ("finding", "change"):
        known = tuple(name if name in counts else "" for name in (_FINDINGS if color == "finding" else _CHANGES))
        return known if any(known) else ()
    if color == "level":
        order = list(dict.fromkeys(sorted(counts, key=lambda name: int(name.split()[1]))))
    else:
        order = sorted(counts, key=lambda name: (-counts[name], name))
    return (
        tuple(order) if len(order) <= len(TINTS) else (*order[: len(TINTS) - 1], f"{len(order) - len(TINTS) + 1} more")
    )
