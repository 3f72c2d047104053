"""Posts that a sentence about the structure sets beside the position, in whatever order its words come."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.extract._counts import and_itself
from orgraph.extract._peer_lists import beside, said_of_peer
from orgraph.extract._peers import peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._told import Number, is_read, told
from orgraph.extract.peers_listed import peers_listed
from orgraph.model import Mention
from orgraph.text import Span


def peers_told(reading: Reading) -> Iterator[Statement]:
    """Posts that a sentence about the structure sets beside the position, in whatever order its words come.

    What it reads: in the part about the structure (where no heading names one, in the first parts), a sentence that
    is made of the position, its superior, other posts and a few words that say how they stand, in English or French:
    "X reports to Y alongside A and B", "X, along with A and B, reports to Y", "A and B report to Y", "Y supervises X,
    A and B", "besides X, Y supervises A", "two other posts are at the same level: A; B", "the peers of X are A and
    B", "A and B are X's colleagues", "X relève de Y, de même que A et B", "relèvent aussi de Y A et B"; and a heading
    of that kind above bullets. What another rule reads is not read again.
    Example: "The Chief of Staff and the Head of Audit are the Director's colleagues."
    Must not read: posts that the position works with, advises, or writes to; sentences with any other word that
    could change what they say.
    Known misses: a rank alone ("the Clerk"), and ranks in the plural before several fields.
    """
    found = told(reading).beside
    listed = peers_listed(reading) if found else ()
    known = tuple(said.value for said in listed if isinstance(said.value, Mention))
    if known and peer_sentences(reading):
        return  # the sentence that counts the peers lists them
    for one in found:
        new = [item for item in one.items if not is_read(item, known)]
        if new and one.number is not None:
            yield _stated(one.number, one.lead)
        for item in new:
            if one.superior is None:
                yield from said_of_peer(item, one.lead)
            else:
                yield from beside(item, one.superior, one.lead, inferred=not one.outright)


def _stated(number: Number, lead: Span) -> Statement:
    """The number of posts, the position among them: "two others" are three."""
    value, places = number.quantity, (number.span, lead)
    value = value if number.with_own else and_itself(value)
    return Statement(SELF, "stated_peers", value, places, number.repairs, inferred=not number.with_own)
