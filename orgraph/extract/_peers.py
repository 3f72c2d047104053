"""The sentence that sets the position among its peers: "one of five positions reporting to the X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from orgraph.extract._about import subject_end
from orgraph.extract._lexicon import loose
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import AGAIN, NUMBER, WORD
from orgraph.extract._reading import Reading
from orgraph.model import Mention
from orgraph.text import Span

_MOST = 50  # such sentences of one description; what has more of them is none
# French relative clauses: "qui relèvent du", "relevant de la"; a scan may lose the accent.
RELEVE = (
    rf"(?:{loose('relèvent')}|{loose('relève')}|{loose('relevant')}"
    r"|rendent\s+(?:des\s+)?comptes?|se\s+rapportent|font\s+rapport)"
)
RELEVE_CUES = (
    "elèv",
    "eléve",
    "elev",
    "el v",
    "elv",
    "ELÈV",
    "ELEV",
    "EL V",
    "ELV",
    "endent compte",
    "endent des",
    "apportent",
    "ont rapport",
)
DU = r"(?:du|aux?|[àa]\s+la|[àa]\s+l'|de\s+la|de\s+l'|de\s+l|des|de)\s*"
# "reports to the Director, as do three others": what follows are the position's peers.
BESIDE = (
    r"(?:as\s+do(?:es)?|(?:along|together|jointly|on\s+a\s+par|in\s+common)\s+with|alongside"
    r"|au\s+m[êe ]me\s+titre\s+que|tout\s+comme|de\s+m[êe ]me\s+que)"
)
# "Other positions reporting to the same supervisor (4):", "Collègues qui relèvent du même supérieur :" over a list.
SAME_SUPERIOR = (
    r"\b(?:(?:[Oo]ther\s+)?(?:[Pp]ositions|[Pp]osts|[Ee]mployees|[Cc]olleagues|[Pp]eers)\s+(?:(?:that|who|which|also)\s+){0,2}"
    r"report(?:ing)?\s+(?:directly\s+)?to\s+(?:this|the\s+same)\s+(?:immediate\s+)?(?:supervisor|manager|superior)"
    r"|(?:[Aa]utres\s+)?(?:[Pp]ostes|[Ee]mplois|[Tt]itulaires|[Cc]oll[èe ]gues|[Hh]omologues|[Pp]airs)\s+(?:qui\s+)?"
    rf"{RELEVE}\s+(?:(?:aussi|[ée ]galement|directement)\s+)?(?:du|de\s+la|au|[àa]\s+la)\s+m[êe ]me\s+"
    r"(?:sup[ée ]rieure?|gestionnaire|superviseure?|cadre)(?:\s+(?:imm[ée ]diate?|hi[ée ]rarchique))?)"
    rf"\s?(?:\((?P<what>{NUMBER}|{WORD})\)\s?)?:\s*"
)
_AMONG = (
    r"is\s+(?:among|amongst|part\s+of\s+a\s+(?:group|team)\s+of)"
    r"(?=\s+(?:the\s+)?[\w()]+\s+(?:\([0-9]{1,2}\)\s+)?(?:\w+\s+){0,3}"
    r"(?:positions|posts|executives|managers|directors|heads|officers|reports|members)\b)"
)
_LEVEL = r"(?:at\s+(?:the|this)\s+(?:[\w-]+\s+){1,4}(?:level|management),?\s+)?"
_ENGLISH = re.compile(
    rf"\b(?<!Page )(?:(?:one|[1I])\s+(?:\([1I]\)\s+)?of|{_AMONG})\s+(?:one\s+of\s+)?"
    r"(?P<what>(?:[^.;:\n]|\n(?![\n*+#-])){0,140}?)"
    r"(?:(?:\s*\b(?:reporting|(?:that|who|which)\s+reports?|,?\s*(?:all|each|both)\s+of\s+(?:whom|which)\s+reports?|direct\s+reports?)"
    rf"|,\s+(?:(?:this|the)\s+(?:position|incumbent)\s+)?reports?),?\s+(?:\w+ly\s+)?{_LEVEL}to"
    r"|\s+direct\s+reports\s+of|\b(?:positions|posts|executives|directors|managers)\s+(?:at\s+[^.;:\n]{2,40}?\s+level\s+)?(?:under|supervised\s+by"
    r"|(?:that\s+are\s+)?accountable\s+to))\s+(?P<boss>)",
    re.I,
)
# "Four Clerks (North, South, East and West), of which this is one, report to the Chief."
_OF_WHICH_SELF = re.compile(
    rf"(?P<what>(?:{WORD}|{NUMBER})(?:\s+\({NUMBER}\))?\s+(?:[\w-]+\s+){{0,3}}[\w-]+)(?:\s*\([^()\n]{{2,120}}\))?,\s+"
    r"(?:(?:of\s+(?:which|whom)|amongst?\s+(?:which|whom|them))\s+this\s+(?:(?:position|post)\s+)?is\s+one"
    r"|(?:one\s+of\s+(?:which|whom|them)\s+is|including)\s+this\s+(?:one|position|post)),?\s+"
    r"(?:(?:all|each|directly)\s+)?report\s+(?:directly\s+)?to\s+(?P<boss>)",
    re.I,
)
# "sous l'autorité du", "placés sous la direction de la".
UNDER = (
    r"sous\s+(?:l'(?:autorit[ée ]?|encadrement)"
    r"|la\s+(?:direction|supervision|surveillance|responsabilit[ée ]?|gouverne))"
    r"(?:\s+(?:directe|imm[ée ]diate|g[ée ]n[ée ]rale))?"
)
# "There are four positions reporting to the Chief, including this one", "Quatre postes relèvent du chef, dont le mien".
_INCLUDED = re.compile(
    rf"(?P<what>(?:{WORD}|{NUMBER})(?:\s+{AGAIN})?\s+(?:[\w-]+\s+){{1,4}})"
    r"(?:(?:reporting|(?:(?:that|who|which)\s+)?report)\s+(?:directly\s+)?to\s+"
    rf"|(?:(?:qui\s+)?{RELEVE}|sont\s+(?:plac[ée ]{{1,2}}e?s\s+)?{UNDER})\s+(?:directement\s+)?{DU})(?P<boss>)",
    re.I,
)
_AND_SELF = re.compile(
    r",?\s+(?:including|one\s+of\s+(?:which|whom|them)\s+is|of\s+(?:which|whom)\s+(?:one|this)\s+is|dont"
    r"|y\s+compris|(?:l'un|l'une)\s+d'(?:eux|elles)\s+[ée ]tant)\s+"
)
_THIS_ONE = re.compile(r"(?:this\s+one|one|celui-ci|celle-ci|le\s+pr[ée ]sent\s+poste|le\s+sien)\b", re.I)
_FRENCH = re.compile(
    r"\b(?:(?:[ld][' ]?)?une?(?:\(e\))?\s+des?|parmi\s+les|au\s+nombre\s+des"
    r"|fait\s+partie\s+(?:des|d'une?\s+(?:[ée ]quipe|groupe)\s+de))"
    r"\s+(?P<what>(?:[^.;:\n]|\n(?![\n*+#-])){0,140}?)\s*\b"
    rf"(?:{RELEVE}\s+(?:(?:tous|toutes|directement|[ée ]galement)\s+){{0,2}}"
    rf"|(?:plac[ée ]{{1,2}}s?\s+)?{UNDER}\s+"
    r"|(?:subordonn[ée ]{1,2}e?s|subalternes|relevants)\s+(?:(?:directs|imm[ée ]diats)\s+)?"
    rf"){DU}(?P<boss>)",
    re.I,
)
_CUES = {
    _ENGLISH: ("eport", "EPORT", "ervised by", " under ", "ccountable to"),
    _INCLUDED: ("eport", *RELEVE_CUES, "ous l"),
    _OF_WHICH_SELF: ("eport",),
    _FRENCH: (*RELEVE_CUES, "sous l", "ubordonn", "ubalternes"),
}
_LONGEST = 180  # characters from "one of" to its verb

# "One of five duties is reporting to": a verb of its own, or a thing that reports to nobody.
_ANOTHER = re.compile(
    r"\b(?:is|are|was|duties|tasks|challenges|priorities|responsibilities|functions|ways|objectives"
    r"|est|sont|t[âa ]ches|d[ée ]fis|enjeux|priorit[ée ]s|responsabilit[ée ]s|fonctions|objectifs)\b|'s\b",
    re.I,
)
_BULLET = re.compile(r"[ \t]*\*[ \t]+\*\*[^*\n]+\*\*")


def _in_bullet(view: str, position: int) -> bool:
    """Whether the words stand in a bullet about another post ("**Manager, Nets:** is one of two ...")."""
    line = view.rfind("\n", 0, position) + 1
    return _BULLET.match(view, line, position) is not None


class PeerSentence(NamedTuple):
    """Where the sentence starts, the words that hold the number, the superior it names."""

    start: int
    what: Span
    superior: Mention | None
    end: int


@lru_cache(maxsize=8)
def peer_sentences(reading: Reading) -> tuple[PeerSentence, ...]:
    """Every such sentence of a document."""
    return tuple(islice(_find(reading), _MOST))


def _find(reading: Reading) -> Iterator[PeerSentence]:
    for pattern, cues in _CUES.items():
        for match in reading.matches(pattern, cues, _LONGEST, 80):
            if _ANOTHER.search(match["what"]) or _in_bullet(reading.view, match.start()):
                continue
            superior = superior_at(reading, match.end())
            if superior is not None and reading.subject.is_self(superior.text):
                continue  # another post is one of the position's own
            if pattern is _INCLUDED and not _holds_self(reading, superior):
                continue
            yield PeerSentence(
                match.start(), Span(*match.span("what")), superior, superior.end if superior else match.end()
            )


def _holds_self(reading: Reading, superior: Mention | None) -> bool:
    """Whether the words behind the superior say that the position is one of those that report to it."""
    behind = _AND_SELF.match(reading.view, superior.end) if superior else None
    if behind is None:
        return False
    this = _THIS_ONE.match(reading.view, behind.end())
    return this is not None or subject_end(reading, behind.end(), len(reading.view)) is not None
