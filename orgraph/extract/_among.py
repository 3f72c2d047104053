"""Lists of a superior's reports that hold the position, or leave it out and say so: the others are its peers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._counts import and_itself, count
from orgraph.extract._distributed import spread
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peer_lists import COPULA, behind, beside, list_stop
from orgraph.extract._peers import DU, RELEVE, RELEVE_CUES, peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._same_title import is_named
from orgraph.extract._self import SELF
from orgraph.extract._subject import OPENING
from orgraph.extract._superior import begins_superior, is_superior
from orgraph.model import Mention, Quantity
from orgraph.text import Span

# "Three Directors report to the Chief: A; B; and C."
_GROUP = re.compile(
    rf"\b(?P<what>{WORD}|{NUMBER}|[Tt]he|[Ll]es)\s+"
    r"(?:(?:\w+\s+){1,3}(?:(?:who|that|which)\s+)?report(?:ing)?\s+(?:directly\s+)?to\s+"
    rf"|(?:[\w'-]+\s+){{1,9}}(?:qui\s+)?{RELEVE}\s+(?:(?:directement|[ée ]galement|aussi)\s+){{0,2}}{DU})",
    re.I,
)
# "In addition to this position, two Directors report to the Chief: ..."
_BESIDES_IT = re.compile(
    r"(?:In\s+addition\s+to|Besides|Outre|En\s+plus\s+d[eu'])\s?(?:(?:the|this|la|le|ce|cette|l')\s+)?(?P<who>[^;:\n]{4,160}?),\s+"
)
# "The Chief has three direct reports: A; B; and C."
_HAS = re.compile(
    rf"\b(?:has|have|compte|a)\s+(?P<what>{WORD}|{NUMBER})\s+"
    r"(?:direct\s+reports|(?:\w+\s+){1,3}(?:(?:who|that)\s+report|reporting)\s+(?:directly\s+)?to\s+(?:her|him|them|it|this\s+\w+)"
    r"|subordonn[ée ]{1,2}s(?:\s+directs)?)\s*(?=:)",
    re.I,
)

# The position in a list of its superior's reports: "this Director, the Clerk and two Pilots".
_ITSELF = re.compile(r"\s*(?:this|your)\s+(?:role|post|position|job)\s*(?:[,;]|and\b)\s*", re.I)
_THIS = re.compile(r"(?:this|ce|cette|le\s+pr[ée ]sent)\s|(?:this\s+one|celui-ci|celle-ci)$", re.I)


def among(reading: Reading) -> Iterator[Statement]:
    """A list of a superior's reports: the others in it are the position's peers.

    Its superior is known to be the position's, or the list holds the position; no sentence of the position's own
    leads in the list.
    """
    title = reading.subject.title
    for match, superior, start in (*_groups(reading), *_holders(reading)):
        known = any(one.start <= match.start() < one.end for one in peer_sentences(reading))
        own = reading.subject.is_self(superior.text) and not begins_superior(reading, superior.text)
        if title is None or known or own:
            continue
        itself = _ITSELF.match(reading.view, start)
        start = itself.end() if itself else start
        found = list(behind(reading, start, list_stop(reading, start)))
        peers = [one for one in found if not (_THIS.match(one.mention.text) or is_named(one.mention.text, title.text))]
        holds = itself is not None or len(peers) < len(found)
        counted = count(reading.view, match.start("what"), match.end(), repair=reading.repair)
        peers = spread(reading, peers, counted) if holds else peers
        lead = Span(match.start(), start)
        if holds:
            yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
        if holds or is_superior(reading, superior.text):
            yield from _stated(reading, match, lead, holds=holds)
            for one in peers:
                yield from beside(one, superior, lead)


def _groups(reading: Reading) -> Iterator[tuple[re.Match[str], Mention, int]]:
    """Each "Three Directors report to the Chief:", with the superior, and where its list starts."""
    for match in reading.matches(_GROUP, ("eport", *RELEVE_CUES), 80, 60):
        superior = superior_at(reading, match.end())
        copula = COPULA.match(reading.view, superior.end) if superior else None
        if superior is not None and copula is not None:
            yield match, superior, copula.end()


def _holders(reading: Reading) -> Iterator[tuple[re.Match[str], Mention, int]]:
    """Each "The Chief has three direct reports:", likewise."""
    for match in reading.matches(_HAS, ("eport", "ubordonn"), 40, 40):
        start = clause_start(reading, match.start())
        superior = superior_at(reading, start, match.start())
        own = subject_end(reading, start, match.start()) is not None and OPENING.match(reading.view, start)
        if (
            superior is not None and not own
        ):  # "Reporting to the Council, the Clerk has three direct reports" are its own
            yield match, superior, match.end() + 1


def _stated(reading: Reading, match: re.Match[str], lead: Span, *, holds: bool) -> Iterator[Statement]:
    """The number of posts in a list that holds the position, or that leaves it out and says so."""
    start = clause_start(reading, match.start())
    besides = _BESIDES_IT.match(reading.view, start, match.start())
    besides = besides if besides and reading.subject.is_self(f"le {besides['who']}") else None
    found = count(reading.view, match.start("what"), match.end(), repair=reading.repair)
    if found is None or not (holds or besides):
        return
    value, place, repairs = found
    if isinstance(value, Quantity) and not holds and value.low is not None and value.high is not None:
        value = and_itself(value)
    yield Statement(SELF, "stated_peers", value, (place, lead), repairs, inferred=not holds)
