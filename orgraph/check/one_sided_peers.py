"""A position that lists another one as a peer and is missing in the list of that one."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import source
from orgraph.check._count import plural_boxes, unresolved
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


@check("ORG109", "warning")
def one_sided_peers(facts: Facts) -> Iterator[Finding]:
    """A position lists a peer whose own description lists other peers and not this position.

    What it finds:
        Two described positions of which one lists the other among its peers, and the other lists peers,
        too, without the first.

    Why it matters:
        Who shares a superior is told twice and differs: one list is older, or misses a post.

    Example:
        The Driver lists the Cashier beside itself; the Cashier's description lists the Clerk only.

    What to do:
        Compare the dates of both documents, and whether one list knows the position by another title.

    Known misses:
        A list with four of a kind, with a mention that was left open, or in another language is not
        compared.

    Source:
        To be a peer is mutual: whoever stands beside me, beside whom I stand.
    """
    blurred = unresolved(facts)
    own = {node: _own(facts, node, said) for node, said in facts.holders("lists_peer").items()}
    complete = {node for node, said in own.items() if said and not _open(facts, said) and not _blurred(said, blurred)}
    for node in sorted(complete):
        for peer, bound in own[node].items():
            if (
                peer != node
                and peer in complete
                and node not in own[peer]
                and _in_one_language(facts, bound, own[peer])
            ):
                message = f"{facts.label(node)} lists {facts.label(peer)} as a peer, which lists others in "
                names = brief(source(next(iter(own[peer].values()))))
                evidence = [bound, *own[peer].values()]
                yield finding(one_sided_peers, "fail", node, message + names, evidence, peer=peer)


def _own(facts: Facts, node: str, said: list[BoundClaim]) -> dict[str, BoundClaim]:
    """The peers that a position's own descriptions list, with the first claim of each."""
    found: dict[str, BoundClaim] = {}
    for bound in said:
        if bound.object is not None and bound.claim.document in facts.described(node):
            found.setdefault(bound.object, bound)
    return found


def _in_one_language(facts: Facts, bound: BoundClaim, others: dict[str, BoundClaim]) -> bool:
    """Whether a claim and a list are of one language: names are not compared with their translations."""
    languages = {facts.sources[one.claim.document].language for one in (bound, *others.values())}
    return len(languages) == 1


def _open(facts: Facts, listed: dict[str, BoundClaim]) -> bool:
    return any(plural_boxes(facts, [peer], bound.claim.document) for peer, bound in listed.items())


def _blurred(listed: dict[str, BoundClaim], blurred: dict[str, int]) -> bool:
    return any(blurred[bound.claim.document] for bound in listed.values())
