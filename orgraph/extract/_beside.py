"""Posts that a sentence sets beside the position, where no other sentence counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._counts import count
from orgraph.extract._distributed import is_distributed, undistributed
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peer_lists import behind, list_stop, said_of_peer
from orgraph.extract._peers import BESIDE, DU, RELEVE, RELEVE_CUES, peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._same_title import is_named
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._superior import is_superior, superiors
from orgraph.extract._titles import only_titles
from orgraph.model import Mention, Quantity
from orgraph.text import Span
from orgraph.titles import may_be_one

_ALSO = re.compile(
    r"\b(?:[Aa]lso\s+reporting\s+(?:directly\s+)?to|[Oo]thers\s+(?:who\s+)?report(?:ing)?\s+(?:directly\s+)?to"
    r"|[Oo]ther\s+(?:\w+\s+){0,3}(?:reporting|(?:(?:that|who|which)\s+)?(?:also\s+)?reports?)\s+(?:directly\s+)?to|[Oo]ther\s+direct\s+reports\s+(?:of|to)"
    r"|[Tt]he\s+following\s+[\w\s]{0,40}?also\s+reports?\s+to)\s+"
    r"|\b(?:[Ll]es\s+(?:\w+\s+)?|(?:\w+\s)?)autres\s+[\w ]{4,40}?\s(?:qui\s+)?rel[èe ]v(?:ent|ant)\s+(?:(?:directement"
    r"|[ée]galement|aussi)\s+){0,2}(?:du|de\s+la|des|de\s+l')\s*"
    r"|\b[Ll]es\s+(?:\w+\s+)?autres\s+(?:subordonn[ée ]{1,2}s|subalternes|relevants)"
    r"(?:\s+(?:directs|imm[ée ]diats))?\s+(?:du|de\s+la|des|de\s+l')\s*"
)
# "The Director and two other Directors report to the Chief. They are the following positions: ..."
_THEY_ARE = re.compile(
    r"\b(?:Il\s+s'agit\s+des\s+(?:postes|titulaires|personnes)\s+suivante?s|Ce\s+sont|(?:They|These)\s+are(?:\s+the\s+following(?:\s+\w+)?)?)\s*:"
)
_OTHERS = re.compile(r"\b(?:autres|other)\b")
_ARE = re.compile(r"\s*+,?+\s*+(?:(?:are|is|include|sont|soit|namely|[àa]\s+savoir)\b(?:\s+the\s+following)?\s*:?|:)")
# "The Head of Product and the Head of Design also report to the Chief Design Officer."
_TOO = re.compile(r"(?:\bare\s+your\s+peers\s+and\s+)?\balso\s+reports?\s+(?:directly\s+)?to\s+(?=the\b|[A-Z])")
# "In addition, there are nine Pilots reporting to the Harbour Master."
_THERE_ARE = re.compile(
    r"\b[Tt]here\s+(?:are|is)\s+(?:also\s+)?(?P<who>[^.;:\n]{4,200}?)\s+(?:also\s+)?"
    r"(?:reporting|(?:who|that|which)\s+(?:also\s+)?reports?)\s+(?:directly\s+)?to\s+"
)
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
    r"(?:direct\s+reports|subordonn[ée ]{1,2}s(?:\s+directs)?)\s*(?=:)",
    re.I,
)
# "The Director, together with the Clerk, reports to the Harbour Master."
_WITH = re.compile(
    r"\b(?:(?:along|together|jointly)\s+with|au\s+m[êe ]me\s+titre\s+que)\s+(?P<who>[^.;:\n]{4,300}?),?\s+"
    rf"(?:(?:directly\s+)?reports?\s+(?:directly\s+)?to|rel[èe ]ve\s+(?:directement\s+)?{DU})\s*"
)
# "The position reports to the Director, as does the Clerk."
_AS_DOES = re.compile(
    rf",?\s+(?:{BESIDE}|(?:avec|ainsi\s+que|with)(?=\s+(?:{WORD}|{NUMBER})\s+(?:autres|other)\s))\s+(?P<who>[^.;:\n]{{4,300}})"
)
# Posts that are only counted or announced there, and listed behind a colon: "along with three other Directors:".
_ANNOUNCED = re.compile(
    rf"(?:(?:les|the)\s+)?(?:(?:(?:{WORD}|{NUMBER})\s+)?(?:autres|others?)\b[\w' -]*|following\s[\w' -]+"
    r"|[\w' -]+\ssuivante?s?)\s*",
    re.I,
)
_COLON = re.compile(r"\s*:")
# "Along with the Clerk, the Director reports to the Harbour Master."
_OPENS_WITH = re.compile(r"(?:Along|Together|Jointly)\s+with\s+")
_BEFORE_SUBJECT = re.compile(r",\s+(?=the\b|this\b)", re.I)
_ONLY_ADVERBS = re.compile(r"(?:\s*\([^()]{1,24}\))?,?(?:\s+(?:all|also|both|directly))*\s*")  # between it and its verb
_LONGEST = 420  # characters of such a sentence
_UP = re.compile(
    rf"\b(?:reports?\s+(?:directly\s+)?to\s+|(?:{RELEVE}|rel[èe ]ve|se\s+rapporte|rend\s+compte|fait\s+rapport)"
    rf"\s+(?:directement\s+)?{DU})"
)


def also(reading: Reading) -> Iterator[Statement]:
    """Posts that another sentence puts beside the position: "Also reporting to the Director General are ..."."""
    for match in reading.matches(_ALSO, ("lso report", "ther ", "thers ", "e following", "autres "), 20, 120):
        superior = superior_at(reading, match.end())
        if superior is None or not (
            is_superior(reading, superior.text)
            or any(may_be_one(superior.text, acronym) for acronym in _acronyms(reading))
        ):
            continue
        copula = _ARE.match(reading.view, superior.end)
        if copula is not None:
            lead = Span(match.start(), superior.end)
            for found in behind(reading, copula.end(), list_stop(reading, copula.end())):
                if not is_distributed(found):
                    yield from _peer(found, superior, lead, inferred=True)


def _peer(found: Item, superior: Mention, lead: Span, *, inferred: bool = False) -> Iterator[Statement]:
    """What is said of a post beside the position, and that it reports to the same superior."""
    yield from said_of_peer(found, lead)
    yield Statement(found.mention, "reports_to", superior, (found.span, lead), inferred=inferred)


_ACRONYM = re.compile(r"\s?\((?P<acronym>[A-Z]{2,6})\)")


def _acronyms(reading: Reading) -> Iterator[str]:
    """The acronyms that stand in brackets at or in the end of a superior's title."""
    for mention in superiors(reading):
        for match in _ACRONYM.finditer(reading.view, mention.start, mention.end + 10):
            yield match["acronym"]


def they_are(reading: Reading) -> Iterator[Statement]:
    """Posts that the sentence before has counted beside the position."""
    for match in reading.matches(_THEY_ARE, ("s'agit", "e sont", " are"), 20, 60):
        before = clause_start(reading, max(0, match.start() - 2))
        up = _UP.search(reading.view, before, match.start())
        superior = superior_at(reading, up.end()) if up and _OTHERS.search(reading.view, before, up.start()) else None
        if superior is None or not is_superior(reading, superior.text):
            continue
        lead = Span(match.start(), match.end())
        for found in behind(reading, match.end(), list_stop(reading, match.end())):
            yield from _peer(found, superior, lead, inferred=True)


def together(reading: Reading) -> Iterator[Statement]:
    """Posts that share the verb of the position's own sentence."""
    for match in reading.matches(_WITH, ("ong with", "ether with", "intly with", "titre que"), 20, 420):
        start = clause_start(reading, match.start())
        superior = superior_at(reading, match.end())
        if superior is None or subject_end(reading, start, match.start()) is None or not only_titles(match["who"]):
            continue
        lead = Span(match.start(), superior.end)
        yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
        for found in undistributed(reading, match):
            yield from _peer(found, superior, lead)


def there_are(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence says that there are so many more below the position's superior."""
    for match in reading.matches(_THERE_ARE, ("here are ", "here is "), 10, 260):
        superior = superior_at(reading, match.end())
        if superior is None or not is_superior(reading, superior.text):
            continue
        if only_titles(match["who"]):
            for found in in_sentence(reading, *match.span("who")):
                yield from said_of_peer(found, Span(match.start(), superior.end))
                yield Statement(found.mention, "reports_to", superior, (found.span, Span(*match.span())))


def opens_with(reading: Reading) -> Iterator[Statement]:
    """Posts that the position's own sentence names before it."""
    view = reading.view
    for match in reading.matches(_OPENS_WITH, ("ong with", "ether with", "intly with"), 20, 20):
        up = _UP.search(view, match.end(), sentence_end(view, match.end(), match.end() + _LONGEST))
        superior = superior_at(reading, up.end()) if up else None
        if up is None or superior is None or clause_start(reading, match.start()) != match.start():
            continue
        cuts = _BEFORE_SUBJECT.finditer(view, match.end(), up.start())
        ends = ((cut.start(), subject_end(reading, cut.end(), up.start())) for cut in cuts)
        place = next((cut for cut, own in ends if own and _ONLY_ADVERBS.fullmatch(view, own, up.start())), None)
        if place is not None and only_titles(view[match.end() : place]):
            lead = Span(up.start(), superior.end)
            yield Statement(SELF, "reports_to", superior, (lead,))
            for found in in_sentence(reading, match.end(), place):
                yield from _peer(found, superior, lead)


def as_does(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence about the position says that they report to its superior, too."""
    for match in reading.matches(
        _AS_DOES,
        ("as do", "ong with", "ether with", "intly with", "titre que", "out comme", "me que", "avec ", "insi que"),
        20,
        340,
    ):
        start = clause_start(reading, match.start())
        up = _UP.search(reading.view, start, match.start())
        superior = superior_at(reading, up.end()) if up else None
        if (
            up is None
            or superior is None
            or superior.end != match.start()
            or subject_end(reading, start, up.start()) is None
        ):
            continue
        if not (reading.french or only_titles(match["who"]) or _ANNOUNCED.fullmatch(match["who"])):
            continue
        lead = Span(up.start(), match.start("who"))
        for found in _named(reading, match):
            yield from _peer(found, superior, lead)


def _named(reading: Reading, match: re.Match[str]) -> Iterable[Item]:
    """The posts named beside the position; those behind the colon where they are only announced."""
    if not _ANNOUNCED.fullmatch(match["who"]):
        return undistributed(reading, match)
    colon = _COLON.match(reading.view, match.end())
    return behind(reading, colon.end(), list_stop(reading, colon.end())) if colon else ()


def too(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence of their own says that they also report to the position's superior."""
    for match in reading.matches(_TOO, ("lso report",), 40, 60):
        superior = superior_at(reading, match.end())
        if superior is None or not is_superior(reading, superior.text):
            continue
        start = clause_start(reading, match.start())
        if only_titles(reading.view[start : match.start()]) and subject_end(reading, start, match.start()) is None:
            lead = Span(match.start(), superior.end)
            for found in in_sentence(reading, start, match.start()):
                yield from _peer(found, superior, lead)


def among(reading: Reading) -> Iterator[Statement]:
    """A list of a superior's reports: the others in it are the position's peers.

    Its superior is known to be the position's, or the list holds the position; no sentence of the position's own
    leads in the list.
    """
    title = reading.subject.title
    for match, superior, start in (*_groups(reading), *_holders(reading)):
        counted = any(one.start <= match.start() < one.end for one in peer_sentences(reading))
        if title is None or counted or reading.subject.is_self(superior.text):
            continue
        found = list(behind(reading, start, list_stop(reading, start)))
        peers = [one for one in found if not is_named(one.mention.text, title.text)]
        holds = len(peers) < len(found)
        lead = Span(match.start(), start)
        if holds:
            yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
        if holds or is_superior(reading, superior.text):
            yield from _stated(reading, match, lead, holds=holds)
            for one in peers:
                yield from _peer(one, superior, lead)


def _groups(reading: Reading) -> Iterator[tuple[re.Match[str], Mention, int]]:
    """Each "Three Directors report to the Chief:", with the superior, and where its list starts."""
    for match in reading.matches(_GROUP, ("eport", *RELEVE_CUES), 80, 60):
        superior = superior_at(reading, match.end())
        copula = _ARE.match(reading.view, superior.end) if superior else None
        if superior is not None and copula is not None:
            yield match, superior, copula.end()


def _holders(reading: Reading) -> Iterator[tuple[re.Match[str], Mention, int]]:
    """Each "The Chief has three direct reports:", likewise."""
    for match in reading.matches(_HAS, ("eport", "ubordonn"), 40, 40):
        superior = superior_at(reading, clause_start(reading, match.start()), match.start())
        if superior is not None:
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
        value = replace(value, low=value.low + 1, high=value.high + 1)
    yield Statement(SELF, "stated_peers", value, (place, lead), repairs, inferred=not holds)
