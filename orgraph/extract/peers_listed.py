"""The peers that the text lists: "The others are: A; B, and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._counts import count
from orgraph.extract._distributed import is_distributed, undistributed
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item, attributes, singular
from orgraph.extract._lexicon import loose
from orgraph.extract._lists import of_lines, of_reports
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peers import DU, PeerSentence, peer_sentences
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._reports import leads
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._superior import superiors
from orgraph.extract._titles import only_titles
from orgraph.model import Mention, Quantity
from orgraph.text import Span, squeeze
from orgraph.titles import abbreviates, canonical

_NOUN = (
    r"(?:senior\s+|executive\s+|management\s+|direct\s+)*(?:positions?|executives?|posts?|directors?|managers?"
    r"|reports?|members?)"
)
_OTHERS = re.compile(
    rf"\b(?:The\s+)?others?\s+(?:\(?(?:{WORD}|{NUMBER})\)?\s+)?(?:{_NOUN}\s+)?(?:are|is|include|being)\b(?:\s+(?:occupied|held|filled)\s+by|\s+those\s+of)?"
    rf"(?:\s+the\s+following)?(?:\s+{_NOUN}(?=\s*:))?\s*:?\s*"
    r"|\b(?:[Cc]olleagues|[Pp]eers|[Pp]eer\s+positions)\s+(?:are|include)\s*(?:the\s+following)?\s*:?\s*"
    rf"|\bThese\s+(?:{_NOUN}\s+)?include\s+(?:the\s+following)?\s*:?\s*|\bThese\s+(?:{_NOUN})\s+(?:are|include)\s+(?:the\s+following)?\s*:?\s*"
    rf"|\b(?:Les|Le)\s+(?:{WORD}\s+)?autres?(?:\s+(?:postes?|titulaires?|subordonn\w{{0,2}} ?s?\s+directs?))?"
    rf"(?:\s+d[eu]\s[^.:;\n]{{2,60}}?)?\s+(?:sont|est|{loose('étant')})\s*(?:les\s+suivants"
    rf"|ceux\s+d[eu'](?:\s+la)?|celui\s+d[eu'](?:\s+la)?|le\s+suivant)?\s*:?\s*",
    re.I,
)
_ALSO = re.compile(
    r"\b(?:[Aa]lso\s+reporting\s+(?:directly\s+)?to|[Oo]thers\s+(?:who\s+)?report(?:ing)?\s+(?:directly\s+)?to"
    r"|[Oo]ther\s+(?:\w+\s+){0,3}reporting\s+(?:directly\s+)?to|[Oo]ther\s+direct\s+reports\s+(?:of|to)"
    r"|[Tt]he\s+following\s+[\w\s]{0,40}?also\s+reports?\s+to)\s+"
    r"|\b(?:[Ll]es\s+(?:\w+\s+)?|(?:\w+\s)?)autres\s+[\w ]{4,40}?\s(?:qui\s+)?rel[èe ]v(?:ent|ant)\s+(?:(?:directement"
    r"|[ée]galement|aussi)\s+){0,2}(?:du|de\s+la|des|de\s+l')\s*"
)
_ARE = re.compile(r"\s*+,?+\s*+(?:(?:are|is|include|sont)\b(?:\s+the\s+following)?\s*:?|:)")
_BESIDES = re.compile(r"\b(?:in\s+addition\s+to|along\s+with|together\s+with)\s+", re.I)
_OF = re.compile(r"\s+(?:of|for)\s+")
_JOIN = re.compile(r"\s*,\s*(?:and\s+)?|(?<=\w)\s+and\s+")
# "Peers include the Clerk, the Driver and the Cook." where no sentence counts them.
_PEERS_ARE = re.compile(
    r"(?<!and )\b(?:[Pp]eers|[Pp]eer\s+positions|Colleagues)(?:\s+(?:are|include)\s*(?:the\s+following)?\s*:?"
    r"|\s?:)\s*"
    r"|\b[Oo]ther\s+(?:positions|posts|employees)\s+(?:(?:that|who)\s+)?report(?:ing)?\s+to\s+(?:this|the\s+same)\s+"
    r"(?:supervisor|manager)\s?:\s*"
)
# "The Head of Product and the Head of Design also report to the Chief Design Officer."
_TOO = re.compile(r"(?:\bare\s+your\s+peers\s+and\s+)?\balso\s+reports?\s+(?:directly\s+)?to\s+(?=the\b|[A-Z])")
# "Three Directors report to the Chief: A; B; and C."
_GROUP = re.compile(
    rf"\b(?:{WORD}|{NUMBER}|[Tt]he)\s+(?:\w+\s+){{1,3}}(?:(?:who|that|which)\s+)?report(?:ing)?\s+(?:directly\s+)?to\s+",
    re.I,
)
# "The Director, together with the Clerk, reports to the Harbour Master."
_WITH = re.compile(
    r"\b(?:(?:along|together|jointly)\s+with|au\s+m[êe ]me\s+titre\s+que)\s+(?P<who>[^.;:\n]{4,300}?),?\s+"
    rf"(?:(?:directly\s+)?reports?\s+(?:directly\s+)?to|rel[èe ]ve\s+(?:directement\s+)?{DU})\s*"
)
# "The position reports to the Director, as does the Clerk."
_AS_DOES = re.compile(
    r",?\s+(?:as\s+do(?:es)?|(?:along|together|jointly)\s+with|au\s+m[êe ]me\s+titre\s+que|tout\s+comme"
    r"|de\s+m[êe ]me\s+que)"
    r"\s+(?P<who>[^.;:\n]{4,300})"
)
_UP = re.compile(rf"\b(?:reports?\s+(?:directly\s+)?to\s+|rel[èe ]ve\s+(?:directement\s+)?{DU})")
_REACH = 700  # characters between the sentence that counts the peers and the one that lists them


def peers_listed(reading: Reading) -> Iterator[Statement]:
    """The peers that the text lists: "The others are: A; B, and C".

    What it reads: the list after "The others are", "The other two are", "Les autres postes sont",
    cut at semicolons and at each new title; titles in the same sentence after "in addition to" or
    "along with", or beside the position ("together with the Clerk, reports to", "as does the
    Clerk", "au même titre que"). Where no sentence counts the peers: "Also reporting to the X are",
    "Peers include", "also report to the X", and a list of the superior's reports that holds the
    position. That a peer reports to the same superior is inferred from the list. "The Directors of
    A and B" are two posts where the stated number says so.
    Example: "The others are: Chief of Staff (AS-07); and Expert Advisor (CS-05)."
    Must not read: commas and "and" inside titles as cuts ("the VP, Finance and CFO, the VP, Tolls"); teams that
    the position leads; whom it works with.
    Known misses: distributed titles ("the Directors of A, B and C") of whom the text gives no number are left
    out: whose field ends at which comma, it does not say.
    """
    for sentence in peer_sentences(reading):
        lead, items = _list(reading, sentence)
        items = _spread(reading, sentence, items)
        for found in items:
            own = reading.subject.title is not None and found.mention.text == reading.subject.title.text
            if own or is_distributed(found):
                continue
            yield from _peer(found, lead)
            if sentence.superior is not None:
                places = (found.span, Span(sentence.superior.start, sentence.superior.end))
                yield Statement(found.mention, "reports_to", sentence.superior, places, inferred=True)
    yield from _also(reading)
    yield from _together(reading)
    yield from _as_does(reading)
    yield from _among(reading)
    if peer_sentences(reading):
        return  # the sentence that counts the peers is the one that lists them
    yield from _too(reading)
    for match in _PEERS_ARE.finditer(reading.view):
        lead = Span(match.start(), match.start() + len(match[0].rstrip()))
        for found in _behind(reading, lead.end, _stop(reading, match.end())):
            yield from _peer(found, lead)


def _spread(reading: Reading, sentence: PeerSentence, items: list[Item]) -> list[Item]:
    """The items with "the Directors of A and B" as two posts, where so many are missing from the stated number."""
    stated = count(reading.view, *sentence.what, repair=reading.repair)
    shared = [found for found in items if is_distributed(found)]
    if len(shared) != 1 or stated is None or not isinstance(stated[0], Quantity):
        return items
    each = list(_each(reading, shared[0]))
    rest = sum((found.seats.quantity.low or 1) if found.seats else 1 for found in items if found is not shared[0])
    if 1 + rest + len(each) != stated[0].low or stated[0].low != stated[0].high:
        return items
    place = items.index(shared[0])
    return [*items[:place], *each, *items[place + 1 :]]


def _each(reading: Reading, found: Item) -> Iterator[Item]:
    """One item for each field behind a shared rank."""
    view = reading.view
    behind = _OF.search(view, *found.span)
    if behind is None:
        return
    rank = singular(squeeze(view[found.span.start : behind.start()]))
    joins = [match.span() for match in _JOIN.finditer(view, behind.end(), found.span.end)]
    for (_, start), (end, _) in pairwise([behind.span(), *joins, (found.span.end, found.span.end)]):
        text = f"{rank} {behind[0].strip()} {squeeze(view[start:end])}"
        mention = Mention(kind="position", text=text, start=start, end=end)
        yield found._replace(mention=mention, span=Span(start, end), plural=False)


def _peer(found: Item, lead: Span) -> Iterator[Statement]:
    """What an item of a list of peers says besides its line."""
    yield Statement(SELF, "lists_peer", found.mention, (found.span, lead))
    yield from attributes(found)


def _also(reading: Reading) -> Iterator[Statement]:
    """Posts that another sentence puts beside the position: "Also reporting to the Director General are ..."."""
    known = [mention.text for mention in superiors(reading)]
    for match in reading.matches(_ALSO, ("lso report", "ther ", "thers ", "e following", "autres "), 20, 120):
        superior = superior_at(reading, match.end())
        if superior is None or not any(abbreviates(superior.text, k) or abbreviates(k, superior.text) for k in known):
            continue
        copula = _ARE.match(reading.view, superior.end)
        if copula is not None:
            lead = Span(match.start(), superior.end)
            for found in _behind(reading, copula.end(), _stop(reading, copula.end())):
                if not is_distributed(found):
                    yield from _peer(found, lead)
                    yield Statement(found.mention, "reports_to", superior, (found.span, lead), inferred=True)


def _together(reading: Reading) -> Iterator[Statement]:
    """Posts that share the verb of the position's own sentence."""
    for match in reading.matches(_WITH, ("ong with", "ether with", "intly with", "titre que"), 20, 420):
        start = clause_start(reading, match.start())
        superior = superior_at(reading, match.end())
        if superior is None or subject_end(reading, start, match.start()) is None or not only_titles(match["who"]):
            continue
        lead = Span(match.start(), superior.end)
        yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
        for found in undistributed(reading, match):
            yield from _peer(found, lead)
            yield Statement(found.mention, "reports_to", superior, (found.span, lead))


def _as_does(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence about the position says that they report to its superior, too."""
    for match in reading.matches(
        _AS_DOES,
        ("as do", "ong with", "ether with", "intly with", "titre que", "out comme", "me que"),
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
        if not (reading.french or only_titles(match["who"])):
            continue
        lead = Span(up.start(), match.start("who"))
        for found in undistributed(reading, match):
            yield from _peer(found, lead)
            yield Statement(found.mention, "reports_to", superior, (found.span, lead))


def _too(reading: Reading) -> Iterator[Statement]:
    """Posts of which a sentence of their own says that they also report to the position's superior."""
    above = [mention.text for mention in superiors(reading)]
    for match in reading.matches(_TOO, ("lso report",), 40, 60):
        superior = superior_at(reading, match.end())
        if superior is None or not any(abbreviates(superior.text, a) or abbreviates(a, superior.text) for a in above):
            continue
        start = clause_start(reading, match.start())
        if only_titles(reading.view[start : match.start()]) and subject_end(reading, start, match.start()) is None:
            lead = Span(match.start(), superior.end)
            for found in in_sentence(reading, start, match.start()):
                yield from _peer(found, lead)
                yield Statement(found.mention, "reports_to", superior, (found.span, lead))


def _among(reading: Reading) -> Iterator[Statement]:
    """A list of a superior's reports that holds the position itself: the others in it are its peers."""
    title = reading.subject.title
    for match in reading.matches(_GROUP, ("eport",), 60, 60):
        superior = superior_at(reading, match.end())
        copula = _ARE.match(reading.view, superior.end) if superior else None
        if title is None or superior is None or copula is None or reading.subject.is_self(superior.text):
            continue
        found = list(in_sentence(reading, copula.end(), _stop(reading, copula.end())))
        peers = [one for one in found if canonical(one.mention.text) != canonical(title.text)]
        if len(peers) < len(found):
            lead = Span(match.start(), superior.end)
            yield Statement(SELF, "reports_to", superior, (Span(superior.start, superior.end), lead))
            for one in peers:
                yield from _peer(one, lead)
                yield Statement(one.mention, "reports_to", superior, (one.span, lead))


def _list(reading: Reading, sentence: PeerSentence) -> tuple[Span, list[Item]]:
    view = reading.view
    end = sentence_end(view, sentence.end, min(len(view), sentence.end + _REACH))
    besides = _BESIDES.search(view, sentence.end, end)
    if besides is not None:
        among = list(in_sentence(reading, besides.end(), end))
        return Span(*besides.span()), among if only_titles(view[besides.end() : end].strip(" .")) else among[:1]
    others = _OTHERS.search(view, sentence.end, min(len(view), sentence.end + _REACH))
    if others is None:
        return Span(sentence.start, sentence.end), list(_bullets(reading, sentence))
    stop = _stop(reading, others.end())
    lead = Span(others.start(), others.start() + len(others[0].rstrip()))
    return lead, list(_behind(reading, lead.end, stop))


_BULLETED = re.compile(r"[\s:]*\n\s*(?:[*+•-]|\d{1,2}[.)])\s")


def _behind(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """The posts behind a lead-in: bullets, a line each, or one sentence."""
    if _BULLETED.match(reading.view, start, min(stop, start + 24)):
        return of_reports(reading, start, stop)
    return iter(of_lines(reading, start, stop) or in_sentence(reading, start, stop))


_NEXT = re.compile(
    r"\b(?:Reporting\s+(?:directly\s+)?to|The\s+following\s+[\w\s]{0,40}?positions?|Direct\s+reports|Rel[èe ]vent\s+d"
    r"|Les\s+titulaires|The\s+\w+\s+leads)\b|\n[ \t]*+#",
    re.I,
)


def _bullets(reading: Reading, sentence: PeerSentence) -> Iterator[Item]:
    """The bullets right under the sentence: "is one of eleven positions reporting to the X:"."""
    colon = re.compile(r"[ \t]*+:[ \t]*+\n\s*+(?=[*+-]\s)").match(reading.view, sentence.end)
    if colon is not None:
        yield from of_reports(reading, colon.end(), _stop(reading, colon.end()))


def _stop(reading: Reading, start: int) -> int:
    """The list ends where another list or another section starts."""
    stop = reading.section_end(start)
    following = _NEXT.search(reading.view, start, stop)
    stop = following.start() if following else stop
    return next((lead.span.start for lead in leads(reading) if start < lead.span.start < stop), stop)
