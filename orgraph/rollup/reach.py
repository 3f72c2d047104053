"""What can be reached from where."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def reached(beyond: Callable[[str], Iterable[str]], seeds: Iterable[str]) -> set[str]:
    """The seeds and everything that lies beyond them."""
    found = set(seeds)
    stack = list(found)
    while stack:
        fresh = set(beyond(stack.pop())) - found
        found |= fresh
        stack.extend(fresh)
    return found
