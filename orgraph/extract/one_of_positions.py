"""The superior and the number of peers in "one of five positions reporting to the X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._counts import count
from orgraph.extract._mentions import classified
from orgraph.extract._peers import peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Unstated
from orgraph.text import Span, squeeze

# The superior that a sentence before has named.
_PRONOUN = re.compile(
    r"(?:him|her|them|it|the\s+same|this\s+(?:position|executive|director|manager)|(?:ce|cette)\s+derni|celui-ci|celle-ci)",
    re.I,
)


def one_of_positions(reading: Reading) -> Iterator[Statement]:
    """The superior and the number of peers in "one of five positions reporting to the X".

    What it reads: a number in words, digits, both ("five (5)"), a range ("5 to 8"), with or
    without a noun; "l'un des cinq postes qui relèvent du". The number counts the position itself.
    A vague word ("several") or no number at all is kept as such, never filled in.
    Example: "is one of five positions reporting to the Chief Executive Officer".
    Must not read: "one of the main challenges", "one of the Director's two Managers".
    Known misses: a number that the sentence gives after the superior.
    """
    for sentence in peer_sentences(reading):
        if sentence.superior is not None:
            yield Statement(SELF, "reports_to", sentence.superior, (Span(sentence.start, sentence.end),))
            yield from classified(reading, sentence.superior)
        elif not _PRONOUN.match(reading.view, sentence.end):
            continue
        found = count(reading.view, *sentence.what, repair=reading.repair)
        if found is None:
            words = squeeze(reading.view[sentence.start : sentence.what.end])
            found = Unstated(reason="missing", text=words), Span(sentence.start, sentence.end), ()
        value, place, repairs = found
        yield Statement(SELF, "stated_peers", value, (place, Span(sentence.start, sentence.end)), repairs)
