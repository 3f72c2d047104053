"""Posts that a sentence about the structure sets beside the position, in whatever order its words come."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._peer_lists import beside, said_of_peer
from orgraph.extract._peers import peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._told import told
from orgraph.extract.peers_listed import peers_listed
from orgraph.model import Mention
from orgraph.titles import canonical


def peers_told(reading: Reading) -> Iterator[Statement]:
    """Posts that a sentence about the structure sets beside the position, in whatever order its words come.

    What it reads: in the part about the structure (where no heading names one, in the first parts), a sentence that
    is made of the position, its superior, other posts and a few words that say how they stand: "X reports to Y
    alongside A and B", "X, along with A and B, reports to Y", "A and B report to Y", "Y supervises X, A and B",
    "besides X, Y supervises A", "two other posts are at the same level: A; B", "the peers of X are A and B", "A and B
    are X's colleagues". What another rule reads is not read again.
    Example: "The Chief of Staff and the Head of Audit are the Director's colleagues."
    Must not read: posts that the position works with, advises, or writes to; sentences with any other word that
    could change what they say.
    Known misses: French; a rank alone ("the Clerk"), and ranks in the plural before several fields.
    """
    found = told(reading).beside
    listed = peers_listed(reading) if found else ()
    known = {canonical(said.value.text) for said in listed if isinstance(said.value, Mention)}
    if known and peer_sentences(reading):
        return  # the sentence that counts the peers lists them
    for one in found:
        for item in one.items:
            if canonical(item.mention.text) in known:
                continue
            if one.superior is None:
                yield from said_of_peer(item, one.lead)
            else:
                yield from beside(item, one.superior, one.lead, inferred=not one.outright)
