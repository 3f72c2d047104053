"""Posts that a sentence sets beside the position, where no other sentence counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._distributed import is_distributed, undistributed
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peer_lists import COPULA, behind, beside, list_stop, said_of_peer
from orgraph.extract._peers import BESIDE, DU, RELEVE, RELEVE_CUES
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._superior import is_superior, superiors
from orgraph.extract._titles import STARTS, only_titles
from orgraph.extract._upward import upward
from orgraph.model import Mention
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
# "The Head of Product and the Head of Design also report to the Chief Design Officer."
_TOO = re.compile(
    r"(?:\bare\s+your\s+peers\s+and\s+)?\b(?:also|likewise)\s+reports?\s+(?:directly\s+)?to\s+(?=the\b|[A-Z])"
)
_AT_A_PLACE = re.compile(r"\s+(?:at|in|from|within|(?:based|located)\s+(?:in|at))\s+(?:the\s+)?[^,.;:\n]{2,60}$")
# Behind the superior: "reports to the Harbour Master, to whom also report the Clerk and the Driver".
_TO_WHOM = re.compile(
    r",?\s+(?:to\s+whom\s+also\s+reports?|who\s+also\s+(?:supervises|oversees|manages|directs|leads|has\s+reporting\s+to\s+(?:her|him|them|it))"
    r"|whose\s+other\s+(?:direct\s+)?(?:reports|subordinates)\s+are)\s+(?P<who>[^.:\n]{4,400})"
    r"|,?\s+to\s+whom\s+(?P<before>[^.:\n]{4,300}?)\s+also\s+reports?\b"
)
# "The Harbour Master also supervises the Clerk and two Drivers."
_ALSO_HAS = re.compile(
    r"\balso\s+(?:supervises|oversees|manages|directs|has\s+(?:reporting\s+to\s+(?:him/her|him\s+or\s+her|him|her|it|them)"
    r"|(?:direct\s+)?supervision\s+of))\s*:?\s+(?P<who>[^.:\n]{4,400})"
)
# "In addition, there are nine Pilots reporting to the Harbour Master."
_THERE_ARE = re.compile(
    r"\b[Tt]here\s+(?:are|is)\s+(?:also\s+)?(?P<who>[^.;:\n]{4,200}?)\s+(?:also\s+)?"
    r"(?:reporting|(?:who|that|which)\s+(?:also\s+)?reports?)\s+(?:directly\s+)?to\s+"
)
# "The Director, together with the Clerk, reports to the Harbour Master", "The Director and the Clerk report to".
_WITH = re.compile(
    r"\b(?:(?:along|together|jointly)\s+with|au\s+m[êe ]me\s+titre\s+que|(?P<and>and|et|as\s+well\s+as|ainsi\s+que))\s+"
    r"(?P<who>[^.;:\n]{4,300}?),?\s+(?:(?:both|all|directly|tous|toutes)\s+)?"
    rf"(?P<verb>reports?\s+(?:directly\s+)?to|{RELEVE}\s+(?:(?:tous|toutes|directement)\s+){{0,2}}{DU})\s*"
)
_OF_MANY = re.compile(r"report\s|\w[\w ]*?ent\s|font\s")
# "The position reports to the Director, as does the Clerk."
_AS_DOES = re.compile(
    rf"(?:\s+(?:at|in)\s+(?:the\s+)?[A-Z][\w.-]{{1,20}})?,?\s+(?:{BESIDE}|(?:avec|ainsi\s+que|with)(?=\s+(?:{WORD}|{NUMBER})\s+(?:autres|other)\s))\s+"
    r"(?:(?:that|those)\s+of\s+)?(?P<who>(?:[^.;:\n]|;(?=\s+(?:(?:et|and)\s+)?(?:le|la|l'|the|an?|une?)\s)){4,500})"
)
_WITH_CUES = ("ong with", "ether with", "intly with", "a par with", "ommon with", "longside", "titre que")
# Posts that are only counted or announced there, and listed behind a colon: "along with three other Directors:".
_ANNOUNCED = re.compile(
    rf"(?:(?:les|the)\s+)?(?:(?:(?:{WORD}|{NUMBER})\s+)?(?:autres|others?)\b(?:(?!\s(?:and|et)\s)[\w' -])*"
    r"|following\s[\w' -]+|[\w' -]+\ssuivante?s?)\s*",
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
            _is_above(reading, superior) or any(may_be_one(superior.text, acronym) for acronym in _acronyms(reading))
        ):
            continue
        copula = COPULA.match(reading.view, superior.end)
        if copula is not None:
            lead = Span(match.start(), superior.end)
            for found in behind(reading, copula.end(), list_stop(reading, copula.end())):
                if not is_distributed(found):
                    yield from beside(found, superior, lead, inferred=True)


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
            yield from beside(found, superior, lead, inferred=True)


def together(reading: Reading) -> Iterator[Statement]:
    """Posts that share the verb of the position's own sentence."""
    for match in reading.matches(_WITH, ("eport to", "eports to", "directly to", *RELEVE_CUES), 340, 60):
        start = clause_start(reading, match.start())
        superior, own = superior_at(reading, match.end()), subject_end(reading, start, match.start())
        if superior is None or own is None or not (reading.french or only_titles(match["who"])):
            continue
        if match["and"] and (reading.view[own : match.start()].strip(" ,") or not _OF_MANY.match(match["verb"])):
            continue  # what is joined is no second subject
        found = undistributed(reading, match)
        if reading.french and not all(STARTS.match(one.mention.text) for one in found):
            continue  # in small letters, only its noun tells a title from other words
        lead = Span(match.start(), superior.end)
        yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
        for one in found:
            yield from beside(one, superior, lead)


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
                yield from beside(found, superior, lead)


def as_does(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence about the position says that they report to its superior, too."""
    for match in reading.matches(
        _AS_DOES,
        (*_WITH_CUES, "as do", "out comme", "me que", "avec ", "insi que"),
        20,
        540,
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
            yield from beside(found, superior, lead)


def _named(reading: Reading, match: re.Match[str]) -> Iterable[Item]:
    """The posts named beside the position; those behind the colon where they are only announced."""
    if not _ANNOUNCED.fullmatch(match["who"]):
        return undistributed(reading, match)
    colon = _COLON.match(reading.view, match.end())
    return behind(reading, colon.end(), list_stop(reading, colon.end())) if colon else ()


def too(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence of their own says that they also report to the position's superior."""
    for match in reading.matches(_TOO, ("lso report", "ikewise report"), 40, 60):
        superior = superior_at(reading, match.end())
        if superior is None or not _is_above(reading, superior):
            continue
        start = clause_start(reading, match.start())
        place = _AT_A_PLACE.search(reading.view, start, match.start())
        end = place.start() if place else match.start()
        if only_titles(reading.view[start:end]) and subject_end(reading, start, match.start()) is None:
            lead = Span(match.start(), superior.end)
            for found in in_sentence(reading, start, end):
                yield from beside(found, superior, lead)


def to_whom(reading: Reading) -> Iterator[Statement]:
    """Posts that a clause about the position's superior names as its reports, too."""
    for line in upward(reading):
        match = _TO_WHOM.match(reading.view, line.superior.end) if line.own else None
        if match is None:
            continue
        who = "who" if match["who"] else "before"
        if only_titles(match[who].replace(";", ",")):
            lead = Span(line.verb.start, match.start(who))
            for found in in_sentence(reading, *match.span(who)):
                yield from beside(found, line.superior, lead)


def superior_has(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence about the position's superior says that it supervises them, too."""
    for match in reading.matches(_ALSO_HAS, (" also ",), 4, 480):
        superior = superior_at(reading, clause_start(reading, match.start()), match.start())
        if superior is not None and _is_above(reading, superior) and only_titles(match["who"]):
            lead = Span(superior.start, match.start("who"))
            for found in in_sentence(reading, *match.span("who")):
                yield from beside(found, superior, lead)


def _is_above(reading: Reading, superior: Mention) -> bool:
    """Whether a title is the superior's, and "the Director" not the position itself."""
    return is_superior(reading, superior.text) and not reading.subject.is_self(superior.text)
