"""The peers that the text lists: "The others are: A; B, and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._among import among
from orgraph.extract._beside import also, as_does, opens_with, superior_has, there_are, they_are, to_whom, together, too
from orgraph.extract._counts import count
from orgraph.extract._distributed import is_distributed, spread
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._heads import headed_by
from orgraph.extract._items import Item
from orgraph.extract._lexicon import loose
from orgraph.extract._lists import of_reports
from orgraph.extract._numbers import AGAIN, NUMBER, WORD
from orgraph.extract._peer_lists import behind, beside, list_stop, said_of_peer
from orgraph.extract._peers import RELEVE_CUES, SAME_SUPERIOR, PeerSentence, peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._same_title import is_named
from orgraph.extract._sentences import sentence_end
from orgraph.extract._titles import only_titles
from orgraph.extract._upward import upward
from orgraph.model import Quantity
from orgraph.text import Span

_NOUN = (
    r"(?:senior\s+|executive\s+|management\s+|direct\s+)*(?:positions?|executives?|posts?|directors?|managers?"
    r"|reports?|members?|incumbents?|colleagues)"
)
_HOW_MANY = rf"\(?(?:{WORD}|{NUMBER})\)?\s+(?:{AGAIN}\s+)?"
_ARE = r"(?:are|is|include|being|comprise|consist\s+of)\b"
_HEAD_ENDS = r"(?:\s*\(\d{1,2}\))?[*_]{0,2}\s?:[*_]{0,2}"
_OTHERS = re.compile(
    rf"\b(?:The\s+)?(?:{_HOW_MANY})?(?:others?|remaining)\s+(?:{_HOW_MANY})?(?:{_NOUN}{_HEAD_ENDS}"
    rf"|(?:{_NOUN}\s+(?:(?:at|in|on|of)\s+[^.;:\n]{{2,40}}?\s+)?)?{_ARE}(?:\s+(?:occupied|held|filled)\s+by|\s+those\s+of)?"
    rf"(?:\s+the\s+following)?(?:\s+{_NOUN}(?=\s*:))?\s*:?)\s*"
    r"|\b(?:[Cc]olleagues|[Pp]eers|[Pp]eer\s+positions)(?:\s+(?:(?:at|of)\s+[^.;:\n]{2,60}?\s+)?(?:are|include)\s*"
    rf"(?:the\s+following)?\s*:?|{_HEAD_ENDS})\s*"
    rf"|\bThese\s+(?:{_NOUN}\s+)?(?:are|include)\s*(?:the\s+following)?\s*:?\s*"
    r"|\bThey\s+(?:are|include)(?:\s+the\s+following)?(?:\s*:\s*|\s+(?=(?:the\s+)?(?-i:[A-Z])))"
    rf"|\bThe\s+other\s+(?:{WORD}|{NUMBER})\s*:\s*"
    r"|\bIn\s+addition\s+to\s+this\s+(?:position|post|role),?\s+there\s+(?:are|is)\s+"
    r"|\b(?:ce\s+sont|il\s+s'agit\s+d(?:es\s+postes\s+suivants|e\s+ce\s+qui\s+suit))\s*:\s*"
    rf"|\b(?:Les|Le)\s+(?:{WORD}\s+)?autres?(?:\s+(?:(?:postes?|titulaires?|cadres?|directeurs?"
    r"|directrices?|gestionnaires?|ou|de|direction|sup[ée ]rieurs?)"
    r"(?=\s)\s*){1,4}|\s+subordonn\w{0,2} ?s?\s+directs?)?"
    rf"(?:\s*\bd[eu]\s[^.:;\n]{{2,60}}?)?\s*\b(?:sont|est|{loose('étant')})\b(?!\s+(?:responsables?|charg))\s*(?:les\s+suivants"
    rf"|ceux\s+d[eu'](?:\s+la)?|celui\s+d[eu'](?:\s+la)?|le\s+suivant"
    r"|(?:occup|d[ée ]ten)[ée u]{1,2}s?\s+par)?\s*:?\s*",
    re.I,
)
_BESIDES = re.compile(r"\b(?:in\s+addition\s+to|along\s+with|together\s+with)\s+", re.I)
# "reporting to the Chief, namely: the Clerk; the Driver", right behind the superior.
_NAMED = re.compile(
    r"(?:\s*\([^()\n]{1,24}\))?(?:\s*[,:]?\s+(?:namely|specifically|i\.e\.|these\s+being|they\s+being)\s*[,:]?|\s?:)"
    r"\s+(?=(?:the\s+|an?\s+)?[A-Z])"
)
# "Peers include the Clerk, the Driver and the Cook." where no sentence counts them.
_PEERS_ARE = re.compile(
    r"(?<!and )\b(?:[Pp]eers|[Pp]eer\s+positions|Colleagues)(?:\s+(?:are|include)\s*(?:the\s+following)?\s*:?"
    rf"|{_HEAD_ENDS})\s*"
    r"|\b(?:[Ll]es|[Ss]es)\s+(?:homologues|pairs|coll[èe ]gues)(?:\s+d[eu]\s[^.:;\n]{2,60}?)?\s+sont"
    r"\s*(?:les\s+suivants)?\s*:?\s*"
    rf"|{SAME_SUPERIOR}[*_]{{0,2}}(?P<bracket>\s*\d{{1,2}}\s*\()?"
)
_OTHER = re.compile(r"\b(?:others?|remaining|colleagues|peers|autres?)\b", re.I)
_STOP = re.compile(r"[.\s]*(?:(?:His|Her|Its|Their|The)(?:\s+or\s+her)?\s+(?=colleagues|peers))?")
_PEERS = (
    *("eers", "eer ", "eer\n", "olleagues", "omologues", "pairs", "collègues", "collegues", "coll gues"),
    *("eport", *RELEVE_CUES),
)
_RANKS = re.compile(r"\b(?:directors|managers)\b", re.I)
_UNDER = re.compile(r"[ \t]*+[:.][ \t]*+\n\s*+(?=\*\s)")
_BARE = re.compile(r"(?:\*[ \t]+\*{0,2}[^:\n]{3,120}(?<![.:])\n+)+(?!\*)")  # bullets that say no more than a title
_REACH = 700  # characters between the sentence that counts the peers and the one that lists them


def peers_listed(reading: Reading) -> Iterator[Statement]:
    """The peers that the text lists: "The others are: A; B, and C".

    What it reads: the list after "The others are", "The other two are", "Les autres postes sont", cut at semicolons
    and at each new title; titles in the same sentence after "in addition to" or "along with", or beside the
    position ("together with the Clerk, reports to", "the position and the Clerk report to", "as does the Clerk",
    "au même titre que", "along with the Clerk, the position reports to"); those of whom a clause about the superior
    tells ("to whom also report", "who also supervises"); all of them after "namely". Where no sentence counts the
    peers: "Also reporting to the X are", "other positions that report to the X are", "Peers include", "The others
    at this level are" right behind the position's own line, "the Clerk at the mill also reports to", "Colleagues
    reporting to the same supervisor:", and a list of the superior's reports, whether it holds the position or
    leaves it out ("En plus de ce poste, deux postes relèvent du X : ..."). That a peer reports to the same superior
    is inferred from the list, and that it is in the unit of the header that this superior heads. "The Directors of
    A and B" are two posts where the stated number says so.
    Example: "The others are: Chief of Staff (AS-07); and Expert Advisor (CS-05)."
    Must not read: commas and "and" inside titles as cuts ("the VP, Finance and CFO, the VP, Tolls"); teams that the
    position leads; whom it works with.
    Known misses: distributed titles ("the Directors of A, B and C") of whom the text gives no number are left out:
    whose field ends at which comma, it does not say.
    """
    told = False
    for sentence in peer_sentences(reading):
        lead, items = _list(reading, sentence)
        told = told or bool(items)
        items = spread(reading, items, count(reading.view, *sentence.what, repair=reading.repair))
        unit = headed_by(reading, sentence.superior)
        for found in items:
            own = reading.subject.title is not None and is_named(found.mention.text, reading.subject.title.text)
            if own or is_distributed(found):
                continue
            yield from said_of_peer(found, lead)
            if sentence.superior is not None:
                places = (found.span, Span(sentence.superior.start, sentence.superior.end))
                yield Statement(found.mention, "reports_to", sentence.superior, places, inferred=True)
            if unit is not None:
                places = (found.span, Span(unit.mention.start, unit.mention.end))
                yield Statement(found.mention, "in_unit", unit.mention, places, inferred=True)
    yield from also(reading)
    yield from together(reading)
    yield from opens_with(reading)
    yield from there_are(reading)
    yield from as_does(reading)
    yield from to_whom(reading)
    yield from among(reading)
    if told:
        return  # the sentence that counts the peers lists them
    yield from superior_has(reading)
    yield from _in_next_sentence(reading)
    yield from too(reading)
    yield from they_are(reading)
    for match in reading.matches(_PEERS_ARE, _PEERS, 80, 120):
        lead = Span(match.start(), match.start() + len(match[0].rstrip()))
        stop = list_stop(reading, match.end())
        closed = reading.view.find(")\n", match.end(), stop) if match["bracket"] else -1
        for found in behind(reading, lead.end, stop if closed == -1 else closed):
            yield from said_of_peer(found, lead)


def _in_next_sentence(reading: Reading) -> Iterator[Statement]:
    """The others, of whom the sentence right behind the position's own tells: "The others at this level are"."""
    for line in upward(reading):
        end = sentence_end(reading.view, line.superior.end, min(len(reading.view), line.superior.end + _REACH))
        begin = _STOP.match(reading.view, end)
        match = _OTHERS.match(reading.view, begin.end()) if line.own and begin else None
        if match is None or not _OTHER.search(match[0]):
            continue  # "They are" those whom a sentence has counted
        lead = Span(match.start(), match.start() + len(match[0].rstrip()))
        for found in behind(reading, lead.end, list_stop(reading, match.end())):
            if not is_distributed(found):
                yield from beside(found, line.superior, lead, inferred=True)


def _list(reading: Reading, sentence: PeerSentence) -> tuple[Span, list[Item]]:
    view = reading.view
    end = sentence_end(view, sentence.end, min(len(view), sentence.end + _REACH))
    besides = _BESIDES.search(view, sentence.end, end)
    if besides is not None:
        among = list(in_sentence(reading, besides.end(), end))
        return Span(*besides.span()), among if only_titles(view[besides.end() : end].strip(" .")) else among[:1]
    named = _NAMED.match(view, sentence.end)
    stop = list_stop(reading, named.end()) if named else end
    if named is not None and len(found := list(in_sentence(reading, named.end(), stop))) > 1:
        return Span(*named.span()), found
    others = _OTHERS.search(view, sentence.end, min(len(view), sentence.end + _REACH))
    if others is None:
        return Span(sentence.start, sentence.end), list(_bullets(reading, sentence))
    stop = list_stop(reading, others.end())
    lead = Span(others.start(), others.start() + len(others[0].rstrip()))
    found = list(behind(reading, lead.end, stop))
    units = [one for one in found if one.mention.kind == "unit"]
    if units and (
        _RANKS.search(others[0]) or 0 < len(units) < view.count(";", lead.end, sentence_end(view, lead.end, stop))
    ):
        return lead, [one for one in found if one not in units]  # what the others lead, and no name of a peer
    return lead, found


def _bullets(reading: Reading, sentence: PeerSentence) -> Iterator[Item]:
    """The bullets right under the sentence: "is one of eleven positions reporting to the X:".

    Behind a full stop, they are titles and no more, one less than the stated number.
    """
    mark = _UNDER.match(reading.view, sentence.end)
    if mark is None:
        return
    found = list(of_reports(reading, mark.end(), list_stop(reading, mark.end())))
    stated = count(reading.view, *sentence.what, repair=reading.repair)
    if ":" in mark[0]:
        yield from found
    elif stated is not None and isinstance(stated[0], Quantity) and _BARE.match(reading.view, mark.end()):
        seats = sum((one.seats.quantity.low or 1) if one.seats else 1 for one in found)
        yield from found if seats + 1 == stated[0].low == stated[0].high else ()
