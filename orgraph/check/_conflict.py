"""Values of one predicate that cannot both be true of one position."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._text import brief, listed
from orgraph.model import BoundClaim

Key = Callable[[BoundClaim], str | None]


def conflicts(facts: Facts, predicate: str, key: Key) -> Iterator[tuple[str, dict[str, BoundClaim]]]:
    """Each position with two or more values of a predicate, and the first claim of each value.

    `key` gives the value that must not differ, None for a claim without one.
    """
    for node, said in facts.holders(predicate).items():
        first: dict[str, BoundClaim] = {}
        for bound in said if len(said) > 1 else ():
            value = key(bound)
            if value is not None:
                first.setdefault(value, bound)
        if len(first) > 1:
            yield node, first


def sides(first: dict[str, BoundClaim]) -> str:
    """The values and who states them: `40017 in a.txt, 40018 in b.txt`."""
    return listed(f"{brief(value)} in {brief(source(bound))}" for value, bound in first.items())
