"""Loops of reporting, opened: which superior each box hangs under when nobody can be above himself."""

from __future__ import annotations

# Of one box, best line first: whether the line is only inferred, and the superior.
Superiors = list[tuple[bool, str]]

_SHORT = 100  # in a longer loop no other superior is looked for: this keeps the work linear


def open_loops(boxes: list[str], superiors: dict[str, Superiors]) -> dict[str, str | None]:
    """The superior of each box; walking up from any box ends at a box that has none.

    A loop is opened at a box that has another superior, else at an inferred line, else at the least id.

    >>> open_loops(["a", "b"], {"a": [(False, "b")], "b": [(False, "a")]})
    {'a': None, 'b': 'a'}
    """
    chosen = dict.fromkeys(boxes, 0)
    done: set[str] = set()
    for start in boxes:
        _walk(start, superiors, chosen, done)
    return {box: _superior(box, superiors, chosen) for box in boxes}


def _superior(box: str, superiors: dict[str, Superiors], chosen: dict[str, int]) -> str | None:
    lines = superiors[box]
    return lines[chosen[box]][1] if chosen[box] < len(lines) else None


def _walk(start: str, superiors: dict[str, Superiors], chosen: dict[str, int], done: set[str]) -> None:
    """Go up from one box to a root or a finished box; each loop on the way is opened and walked again."""
    path: list[str] = []
    index: dict[str, int] = {}
    box: str | None = start
    while box is not None and box not in done:
        if box in index:
            loop = path[index[box] :]
            _open(loop, superiors, chosen)
            del path[index[box] :]
            for member in loop:
                del index[member]
        index[box] = len(path)
        path.append(box)
        box = _superior(box, superiors, chosen)
    done.update(path)


def _open(loop: list[str], superiors: dict[str, Superiors], chosen: dict[str, int]) -> None:
    """Let the weakest box of a loop turn to its next superior, or to none."""
    short = len(loop) <= _SHORT

    def strength(box: str) -> tuple[bool, bool, str]:
        others = short and chosen[box] + 1 < len(superiors[box])
        return not others, not superiors[box][chosen[box]][0], box

    weakest = min(loop, key=strength)
    chosen[weakest] += 1 if short else len(superiors[weakest])
