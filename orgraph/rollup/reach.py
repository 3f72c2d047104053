"""What can be reached from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def reached(below: Mapping[str, Iterable[str]], seeds: Iterable[str]) -> set[str]:
    """The seeds and everything that lies below them."""
    found = set(seeds)
    stack = list(found)
    while stack:
        for low in below.get(stack.pop(), ()):
            if low not in found:
                found.add(low)
                stack.append(low)
    return found
