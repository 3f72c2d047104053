"""Forms of speech that set posts below the position or beside it, in whatever order their words come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from orgraph.extract._chunks import OWN, POSTS, SUPERIOR, WITH_OWN, Sentence, chunked
from orgraph.extract._counts import count
from orgraph.extract._distributed import is_distributed, shares_rank
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item
from orgraph.extract._lists import of_reports
from orgraph.extract._mentions import superior_in
from orgraph.extract._peer_lists import list_stop
from orgraph.extract._reading import Reading
from orgraph.extract._superior import superiors
from orgraph.extract._titles import title_at
from orgraph.model import Mention, Quantity, Repair
from orgraph.text import Span


class Number(NamedTuple):
    """How many posts a sentence says there are, and whether it counts the position among them."""

    quantity: Quantity
    span: Span
    repairs: tuple[Repair, ...]
    with_own: bool


class Told(NamedTuple):
    """Posts that a sentence sets below the position, or beside it under its superior; the words that do so."""

    items: tuple[Item, ...]
    lead: Span
    superior: Mention | None
    outright: bool  # the sentence itself names the superior
    number: Number | None  # how many they are, where the words before them say so many


class Tellings(NamedTuple):
    """What the part about the structure tells of reports, and of peers, sentence by sentence."""

    below: tuple[Told, ...]
    beside: tuple[Told, ...]


_NUMBER = r"(?:following|one|two|three|four|five|six|seven|eight|nine|ten|several|[0-9]{1,2})(?:\s\([0-9]{1,2}\))?"
_COUNT = rf"(?:(?:the\s|an?\s)?{_NUMBER}\s)?"
_NOUN = (
    r"(?:[a-z-]+\s){0,3}?(?:positions?|posts?|employees|staff|people|subordinates?|(?:direct\s|line\s)?reports|units?|teams?"
    r"|directors|managers|chiefs|heads|executives|supervisors|officers|leaders)"
)
_SOME = rf"(?:{_COUNT}(?:{_NOUN}|{POSTS})\s?(?:,\s(?:namely\s|being\s)?|:\s|\s))?"  # "two managers, "
_ADVERB = r"(?:(?:also|all|each|likewise|directly|both|currently|in\sturn)\s)*"
_UP = (
    rf"{_ADVERB}(?:reports?|reporting|answers?|answering|(?:(?:is|are)\s)?{_ADVERB}(?:answerable|accountable|responsible|subordinate))"
    r"\s(?:directly\s)?to"
)
_UNDER = r"(?:(?:come|work|fall|are|is|comes|works|falls)\s)?(?:placed\s)?under(?:\sthe\s(?:[a-z]+\s){0,2}(?:of|by))?"
_BELOW = rf"(?:{_UP}|{_UNDER}|(?:is|are)\s{_ADVERB}(?:supervised|managed|directed|led)\sby)"
_DOWN = (
    rf"{_ADVERB}(?:supervises?|manages?|leads?|oversees?|heads?|directs?(?:\sthe\s(?:work|activities)\sof)?"
    r"|(?:is|are)\s(?:directly\s)?(?:supported|assisted|seconded)\sby"
    r"|(?:has|have|exercises?|holds?)\s(?:[a-z]+\s){0,2}(?:authority|responsibility|supervision)\s(?:over|for|of)"
    r"|is\s(?:the\s)?(?:[a-z]+\s){0,2}(?:supervisor|superior|manager)\sof"
    r"|is\s(?:[a-z]+\s)?responsible\sfor\sthe\s(?:[a-z]+\s){0,2}(?:supervision|management|direction)\sof)"
)
_WITH = r"(?:alongside|along\swith|together\swith|jointly\swith|as\sdo(?:es)?|with|and|in\saddition\sto|as\swell\sas)"
_BE = r"(?:are|is|include|includes|comprise|consist\sof|:)"
_LEVEL = r"at\s(?:the\s|this\s)?(?:same\s)?(?:organi[sz]ational\s|hierarchical\s|management\s)?level"
_WHERE = r"(?:\s(?:within|in|of|at|on)\s[^.;:,\ue000-\ue003]{2,60})?"
_FIRST = r"(?:(?:within|in|at|for|under)\s[^.;:,\ue000-\ue003]{2,60},?\s)?"
_PEERS = (
    r"(?:(?:other|remaining)\s(?:[a-z0-9-]+\s){0,3}?(?:positions|posts|directors|managers|members|subordinates|executives|chiefs|heads|(?:direct\s)?reports)"
    r"|others?|peers?(?:\spositions)?|colleagues|counterparts)"
)
_END = r"\s?(?:[.;,(].*)?"
# What the position has and is not above.
_OF_OTHERS = r"(?:[a-z-]+\s){0,5}?(?:peers|colleagues|counterparts|others?|clients|partners|committees|stakeholders)\b"

_ANY = f"[{POSTS}{WITH_OWN}]"
# Posts below the position: `posts` is the letter of their list.
_REPORTS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{_SOME}(?P<posts>{POSTS})\s?,?\s{_BELOW}\s{OWN}{_END}",
        rf"{_FIRST}{_COUNT}(?:{_NOUN}|{POSTS})\s{_BELOW}\s{OWN}\s?[:,]\s(?:namely\s)?(?P<posts>{POSTS}){_END}",
        rf"(?:{_ADVERB}(?:reports?|reporting)\s(?:directly\s)?to|{_UNDER})\s{OWN}\s?,?\s?(?:{_BE}|come|comes)\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s?,?\s?)?{_DOWN}\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s?,\sthrough\s(?P<posts>{POSTS})\s?,.*",
        rf"{_FIRST}{OWN}\s{_DOWN}\s[^.;:\ue000-\ue003]{{2,60}}\sthrough\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:has|have)\s{_COUNT}{_NOUN}\s?[,:]\s(?P<posts>{POSTS}){_END}",
        rf"(?:directly\s)?(?:supervised|managed|supervises|manages)\s?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s(?:has|have)\s{_NUMBER}\s(?!{_OF_OTHERS})(?:[a-z-]+\s){{1,6}}?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:\([^()]*\)\s)?is\sresponsible\sfor\s{_NUMBER}\s{_NOUN}\s?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:direct\s|line\s)?supervision\sis\s(?:given|provided|exercised)\s(?:to|over)\s(?P<posts>{POSTS}){_END}",
        rf"(?:the\s)?(?:direct\sreports?|subordinates?|supervises?|team|staff)\s(?:\(\s[0-9]{{1,3}}\s\)\s)?:\s(?P<posts>{POSTS}){_END}",
        rf"(?:the\s)?management\steam\s(?:consists\sof|comprises|includes|is\s(?:composed|made\sup)\sof)\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}the\s[a-z]+\s(?:comprises|has|consists\sof)\s{_COUNT}{_NOUN}\s?,\s(?:each\s)?(?:headed|led|managed)\sby\s(?P<posts>{POSTS})(?:\srespectively)?{_END}",
        rf"number\sof\sdirect\sreports\s?:\s[0-9]{{1,3}}\s\(\s(?P<posts>{POSTS})\s\){_END}",
        rf"{_FIRST}(?P<posts>{POSTS})\sreports\sto\s{OWN}\s?,\sas\sdo(?:es)?\s{POSTS}{_END}",
        rf"{_FIRST}{POSTS}\sreports\sto\s{OWN}\s?,\sas\sdo(?:es)?\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s'\ss\s(?:[a-z]+\s){{0,2}}(?:subordinates|direct\sreports|reports|team|staff)\s(?:are|is|include|includes|consists?\sof|comprises)\s?:?\s{_SOME}(?P<posts>{POSTS}){_END}",
    )
)
# Posts beside the position.
_BESIDE: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{OWN}\s{_UP}\s{SUPERIOR}\s?,?\s{_WITH}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\s?,?\s{_WITH}\s(?P<posts>{_ANY})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}{OWN}\s(?:reports|answers)\s?,\s{_WITH}\s(?P<posts>{_ANY})\s?,\sto\s{SUPERIOR}{_END}",
        rf"{_FIRST}(?P<posts>{WITH_OWN})\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}{_SOME}(?P<posts>{_ANY})\s{_UP}\s{SUPERIOR}{_END}",
        rf"(?:also\s)?(?:reports?|reporting)\s(?:directly\s)?to\s{SUPERIOR}\s?,?\s?(?:{_BE}\s)?{_SOME}(?P<posts>{WITH_OWN}){_END}",
        rf"also\s(?:reports?|reporting)\s(?:directly\s)?to\s{SUPERIOR}\s?,?\s?(?:{_BE}\s)?{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{SUPERIOR}\s{_DOWN}\s{_SOME}(?P<posts>{WITH_OWN}){_END}",
        rf"{_FIRST}{SUPERIOR}\salso\s{_DOWN}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"(?:besides|in\saddition\sto|apart\sfrom)\s{OWN}\s?,\s{SUPERIOR}\s(?:also\s)?{_DOWN}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"(?:besides|in\saddition\sto|apart\sfrom)\s{OWN}\s?,\s{_SOME}(?P<posts>{_ANY})\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}(?:{SUPERIOR}|{OWN})\s'\ss\s{_PEERS}{_WHERE}\s{_BE}\s?:?\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_PEERS}(?:\s{_LEVEL})?{_WHERE}\s(?:\(\s[0-9]{{1,2}}\s\)\s)?:\s(?P<posts>{_ANY}){_END}",
        rf".*[(;]\s(?:the\s)?others?\s(?:{_NUMBER}\s)?(?:are|is|being|include)\s(?:the\s)?(?P<posts>{_ANY})(?:\s\).*|{_END})",
        rf"{_FIRST}(?:the\s|there\sare\s)?{_COUNT}{_PEERS}(?:\s[0-9]{{1,2}}|\stwo|\sthree|\sfour|\sfive)?(?:\sof\s(?:{SUPERIOR}|{OWN}))?(?:\s(?:are\s)?{_LEVEL})?{_WHERE}\s?(?:{_BE}\s?:?)\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:has|have)\s{_COUNT}{_PEERS}{_WHERE}\s?[,:]\s(?P<posts>{_ANY}){_END}",
        rf"{_LEVEL}{_WHERE}\s{_BE}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\sis\s{_LEVEL}\sas\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}(?P<posts>{_ANY})\sare\s{OWN}\s'\ss\s(?:peers|colleagues|counterparts){_END}",
        rf"{_FIRST}{SUPERIOR}\s?,\sto\swhom\s{OWN}\sreports\s?,\shas\s{_COUNT}other\s(?:{_NOUN}|{POSTS})\s?:\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\sis\sa\smember\sof\s{SUPERIOR}\s'\ss\s(?:[a-z]+\s){{0,2}}(?:team|committee|group)\s?,\s{_WITH}\s(?P<posts>{_ANY}){_END}",
    )
)
_LONGEST = 900  # characters of a sentence
_LONGEST_PART = 12_000  # characters of the part about the structure
_ENDS = re.compile(r"(?<![A-Z])(?<!\bSr)(?<!\bDir)(?<!\bSt)\.(?=\s|$)|\n(?=\s*(?:\n|[*#|]|\d{1,2}[.)]\s)|$)|\n\n")
_OPENS = re.compile(r"[\s*_#>-]*")


@lru_cache(maxsize=8)
def told(reading: Reading) -> Tellings:
    """What the part about the structure tells of other posts."""
    sentences = list(_sentences(reading))
    below = (one for sentence in sentences for one in _of(reading, sentence, _REPORTS))
    beside = (one for sentence in sentences for one in _of(reading, sentence, _BESIDE))
    return Tellings(tuple(below), tuple(beside))


def _parts(reading: Reading) -> list[Span]:
    """The part about the structure; where no heading tells of one, the first of the text, but for duties."""
    told = [section.body for section in reading.sections if section.kind == "structure"]
    rest = [
        section.body for section in reading.sections if section.kind not in ("specific", "conditions", "certification")
    ]
    return told or rest[:3] or [Span(0, len(reading.view))]


def _sentences(reading: Reading) -> Iterator[Sentence]:
    for part in _parts(reading):
        start, stop = part.start, min(part.end, part.start + _LONGEST_PART)
        while start < stop:
            mark = _ENDS.search(reading.view, start, stop)
            end = mark.start() if mark else stop
            begin = _OPENS.match(reading.view, start, end)
            if begin is not None and 0 < end - begin.end() < _LONGEST:
                sentence = chunked(reading, begin.end(), end)
                yield sentence.with_list(Span(end, list_stop(reading, end))) if sentence.leads_in else sentence
            start = mark.end() if mark else stop


def _of(reading: Reading, sentence: Sentence, forms: tuple[re.Pattern[str], ...]) -> Iterator[Told]:
    seen = set()
    for match in filter(None, (form.fullmatch(sentence.pattern) for form in forms)):
        chunk = sentence.chunk(match.start("posts"))
        listed = in_sentence if chunk.span.end <= sentence.span.end else of_reports
        found = list(listed(reading, *chunk.span))
        items = tuple(one for one in found if _is_another(reading, one)) if not shares_rank(found) else ()
        if items and chunk not in seen:
            seen.add(chunk)
            lead = Span(sentence.span.start, max(chunk.span.start, sentence.span.start + 1))
            named = _named(reading, sentence)
            superior = named or next(iter(superiors(reading)), None)
            yield Told(items, lead, superior, named is not None, _number(reading, lead, items, chunk.kind == WITH_OWN))


def _number(reading: Reading, lead: Span, items: tuple[Item, ...], with_own: bool) -> Number | None:
    """The number before a list, if the list holds so many."""
    found = count(reading.view, *lead, repair=reading.repair)
    if found is None or not isinstance(found[0], Quantity):
        return None
    stated, place, repairs = found[0], found[1], found[2]
    seats = sum(one.seats.quantity.low or 1 if one.seats else 1 for one in items) + with_own
    return Number(stated, place, repairs, with_own) if stated.low == stated.high == seats else None


def _is_another(reading: Reading, found: Item) -> bool:
    """Whether an item names a post, by more than a rank alone, and not the position."""
    title = found.mention.text
    alone = " " not in title and found.seats is None
    return not (alone or reading.subject.is_self(title) or is_distributed(found))


def _named(reading: Reading, sentence: Sentence) -> Mention | None:
    """The superior that the sentence names by its title."""
    for chunk in sentence.chunks:
        title = title_at(reading.view, *chunk.span, french=reading.french) if chunk.kind == SUPERIOR else None
        if title is not None:
            return superior_in(reading, title)
    return None
