"""What a description ought to say and does not."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._facts import Facts
from orgraph.model import BoundClaim


def absent(facts: Facts, predicate: str) -> Iterator[tuple[str, list[BoundClaim]]]:
    """The described positions of which nothing is said with a predicate, and where each is titled."""
    for node in facts.descriptions:
        if not facts.claims(node, predicate):
            yield node, facts.claims(node, "title")[:1]
