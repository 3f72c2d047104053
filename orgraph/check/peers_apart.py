"""Peers whose levels lie far apart in one occupational group."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.model import BoundClaim, Classification, Finding, Outcome
from orgraph.rules import check


@check("ORG122", "info", because=("level-inversion",))
def peers_apart(facts: Facts, *, limit: int = 2) -> Iterator[Finding]:
    """Two peers lie more levels apart than the limit.

    What it finds:
        A description that lists a peer of its own occupational group whose level lies more than two
        levels (`limit`) above or below. Peers of one level pass where two documents give the levels.

    Why it matters:
        Whoever shares a superior is compared when levels are reviewed. Peers far apart mean a misread
        digit, a line that skips a rank, or a post that belongs further down.

    Example:
        An EX-01 who lists an EX-04 beside itself.

    What to do:
        Compare both quoted levels with their sources, then whether both report to that superior.

    Known misses:
        Groups are never compared with each other. A chief of staff stands beside far higher posts, and
        nothing is wrong.

    Source:
        Classification reviews compare a post with its peers, level by level ("relativity").
    """
    levels = {node: level for node, level in facts.each("classification").items() if level and level.level is not None}
    for node, said in facts.holders("lists_peer").items():
        peers = {bound.object: bound for bound in reversed(said) if bound.claim.document in facts.described(node)}
        for peer in sorted(peer for peer in peers if peer in levels and peer != node and node in levels):
            apart = _apart(levels[node], levels[peer])
            claims = [_said(facts, node, levels[node]), _said(facts, peer, levels[peer])]
            if apart is None or (apart == 0 and source(claims[0]) == source(claims[1])) or 0 < apart <= limit:
                continue
            pair = f"{facts.label(node)} ({levels[node].code}) and its peer {facts.label(peer)} ({levels[peer].code})"
            message = f"{pair} are {apart} levels apart" if apart else f"{pair} have one level"
            outcome: Outcome = "fail" if apart else "pass"
            yield finding(peers_apart, outcome, node, message, [*claims, peers[peer]], peer=peer, apart=apart)


def _apart(one: Classification, other: Classification) -> int | None:
    """How many levels lie between two classifications; None if they are of different groups."""
    if one.group != other.group or one.level is None or other.level is None:
        return None
    return abs(one.level - other.level)


def _said(facts: Facts, node: str, level: Classification) -> BoundClaim:
    """The first claim with this classification."""
    return next(bound for bound in facts.claims(node, "classification") if bound.claim.value == level)
