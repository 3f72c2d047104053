"""Text broken into lines of a bounded width and number; a cut is marked with an ellipsis."""

from __future__ import annotations

from functools import lru_cache

from orgraph.chart.metrics import width

_ENOUGH = 64  # letters a line: more than ever fit, so what lies beyond them need not be measured


@lru_cache(maxsize=65536)
def wrap(text: str, room: float, size: float, weight: int, most: int) -> tuple[str, ...]:
    """At most `most` lines, none wider than `room`; a word longer than a line is broken.

    >>> wrap("Director, Engagement and Partnerships", 120, 14, 600, 2)
    ('Director,', 'Engagement and…')
    """
    lines: list[str] = []
    rest = [word for word in text[: _ENOUGH * most].split(" ") if word]
    cut = len(text) > _ENOUGH * most
    while rest and len(lines) < most:
        line, rest = _line(rest, room, size, weight)
        lines.append(line)
    if lines and (rest or cut):
        lines[-1] = _fit(lines[-1] + "…", room, size, weight)
    return tuple(lines)


def _line(words: list[str], room: float, size: float, weight: int) -> tuple[str, list[str]]:
    """The words that fit on one line, and those that are left."""
    used, space = width(words[0], size, weight), width(" ", size, weight)
    if used > room:
        head = _head(words[0], room, size, weight)
        return head, [words[0][len(head) :], *words[1:]]
    count = 1
    while count < len(words) and (used := used + space + width(words[count], size, weight)) <= room:
        count += 1
    return " ".join(words[:count]), words[count:]


def _head(word: str, room: float, size: float, weight: int) -> str:
    """As many letters of a word as fit; at least one."""
    count, used = 1, width(word[0], size, weight)
    while count < len(word) and (used := used + width(word[count], size, weight)) <= room:
        count += 1
    return word[:count]


def _fit(line: str, room: float, size: float, weight: int) -> str:
    """The line with its end taken away until the ellipsis fits."""
    while len(line) > 1 and width(line, size, weight) > room:
        line = line[:-2].rstrip() + "…"
    return line
