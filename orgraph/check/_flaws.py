"""Flaws of texts, as the rule that read them named them."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.model import BoundClaim


def flaws(facts: Facts, rule: str) -> Iterator[tuple[str, str, list[BoundClaim]]]:
    """Of each position and each text that describes it, the flaws that one extraction rule read."""
    for node, said in facts.positions_with("text_flaw"):
        own = [bound for bound in said if bound.claim.rule == rule]
        yield from ((node, document, found) for document, found in by_document(own).items())
