"""The top positions of a graph, and how much of what is described stands under each."""

from __future__ import annotations

from orgraph.check._facts import Facts


def natural(facts: Facts) -> str | None:
    """The top with the most described posts below it, if there is a single one.

    A post below several tops counts for the first of them, so that the walk stays linear.
    """
    seen: set[str] = set()
    sizes = {top: _described(facts, top, seen) for top in facts.tops}
    most = max(sizes.values(), default=0)
    largest = [node for node, size in sizes.items() if size == most]
    return largest[0] if len(largest) == 1 else None


def _described(facts: Facts, top: str, seen: set[str]) -> int:
    stack, count = [top], 0
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            count += facts.known(node)
            stack.extend(facts.below.get(node, ()))
    return count
