"""The words that documents spell acronyms out in."""

from __future__ import annotations

from collections import defaultdict

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import BoundClaim
from orgraph.titles import canonical

Ways = dict[tuple[str, str], dict[str, BoundClaim]]  # by language and acronym, of each way its first claim


def ways(facts: Facts) -> Ways:
    """The different ways in which documents of one language spell out an acronym, in the order of the sources."""
    found: Ways = defaultdict(dict)
    claims = [bound for said in facts.holders("spelled_out").values() for bound in said]
    for bound in sorted(claims, key=start):
        acronym, _, words = said(bound).partition(": ")
        found[language(facts, bound.claim.document), acronym].setdefault(canonical(words), bound)
    return found


def language(facts: Facts, document: str) -> str:
    """The language of a document."""
    return facts.sources[document].language


def words(bound: BoundClaim) -> str:
    """The words that a claim gives for its acronym."""
    return brief(said(bound).partition(": ")[2])
