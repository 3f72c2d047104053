"""Posts that a sentence or a field says the position supervises: "supervises two Clerks", "Responsible for: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._counts import count
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import Item, item, statements
from orgraph.extract._listed import is_listed
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._titles import HEAD_NOUN, RANK_NOUN, STARTS, leading_titles, only_titles
from orgraph.extract._upward import upward
from orgraph.model import Quantity
from orgraph.text import Span
from orgraph.titles import canonical

_LABEL = re.compile(
    r"^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?(?:(?P<strict>(?:Directly\s+)?Responsible\s+for)|Supervises"
    r"|Line\s+manage(?:s|r\s+for|r\s+of)|Directly\s+(?:supervises|manages)|(?:Positions|Staff|Titles|Posts|Roles|Employees)\s+(?:directly\s+)?(?:supervised|managed)"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+and\s+(?:the\s+)?numbers?\s+of\s+[\w ]{3,40}"
    r"|(?:List\s+(?:the\s+)?)?[\w ]{0,24}\btitles?\s+of\s+[\w ]{3,20}\s+supervised"
    r"|Supervision\s+(?:of|exercised))(?:[*_ \t]{0,4}[:|][*_ \t:|]*|[ ]{3,}|[ ]?\t+)(?=[\dA-Z]|[a-z]+\s+[A-Z])",
    re.I | re.M,
)
_OF_PEOPLE = re.compile(r"[ \t*_|-]*(?:supervis|line[- ]manag)", re.I)  # projects are managed, and not supervised
_A_NUMBER = (
    rf"(?:between\s+)?(?:{WORD}|\d{{1,2}})(?:\s?(?:-|to|or|and)\s?(?:{WORD}|\d{{1,2}}))?\s+(?:x\s+)?"
    r"(?:(?:full-time|part-time|permanent|direct|temporary|subordinate)\s+)?"
)
_VERB = re.compile(
    r"\b(?:(?:[Ss]upervis(?:es?|ing)(?:,?\s+through)?|[Ss]upervision\s+of|[Ll]ine[- ]manag(?:es?|ing)"
    r"|[Ll]ine\s+management\s+of)\s+"
    rf"(?:directly\s+)?(?=(?:{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+)[A-Z(])"
    r"|(?:[Ee]xercis(?:es?|ing)|[Pp]rovid(?:es?|ing))\s+(?!functional|technical|no\b|little)(?:[a-z]+\s+){0,4}"
    r"supervision\s+(?:over|of|to)\s+"
    rf"(?=(?:{_A_NUMBER}|[Tt]he\s+|[Aa]n?\s+)?[A-Z(])"
    r"|(?:[Mm]anag|[Ll]ead|[Oo]verse|[Dd]irect)(?:es?|s|ing)?\s+(?:an?\s+(?:[a-z]+\s+){0,2}(?:team|staff|group)\s+of\s+)?"
    rf"(?={_A_NUMBER}[A-Z(])"
    rf"|is\s+(?:directly\s+)?(?:supported|assisted)\s+by\s+(?=(?:{_A_NUMBER}|an?\s+)[A-Z(]))"
)
_TEAM = re.compile(
    r"\b(?:(?:consist(?:ing|s)|composed|comprised|made\s+up)\s+of|comprising)\s+"
    r"(?:[0-9OIl]{1,4}\s+(?:FTEs?|staff|employees|people)\s*,?\s+(?:with|including|comprising)\s+)?(?=(?:an?\s+|the\s+|\w{1,9}\s+)?[A-Z])"
)
# "with four Grade 7 direct reports": the number and the posts stand before what they are.
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<posts>(?:{WORD}|\d{{1,2}})\s+(?-i:(?=[A-Z]))[^.;:()\n]{{2,90}}?)\s+(?:as\s+)?(?:(?:its|your)\s+)?(?:direct|line)\s+reports\b",
    re.I,
)
_FRENCH = re.compile(
    r"\b(?:encadre|supervise|dirige|g[èe ]re)\s+(?:(?:directement|[ée ]galement|aussi)\s+)?(?:une?\s+(?:[ée ]quipe"
    r"|effectif)\s+de\s+[^.;:\n]{1,40}?,?\s+"
    r"(?:soit|compos[ée ]e?s?\s+de|form[ée ]e?s?\s+de|comprenant)\s*:?\s+)?"
    rf"(?=(?:{WORD}|\d{{1,2}}|une?|le|la|les)\s+[a-zà-ÿA-Z])"
)
_ANNOUNCED = re.compile(r"\bsuivante?s?$")  # posts that a list behind them names
_STAFF = re.compile(r"\b(?:team|staff|organi[sz]ation|group|unit|workforce|employees|FTEs?)\b")
_LEADING = re.compile(
    r"\b(?:leads?|manages?|directs?|supervises?|heads?|oversees?|has|leading|managing|responsible\s+for)\b"
)
_OWN_TEAM = re.compile(
    r".{0,2}'s\s+(?:[a-z]+\s+){0,2}(?:team|staff|organi[sz]ation|group|unit|workforce|office)\s+(?:is\s+)?"
)
_RUN_BY = re.compile(r"\b(?:managed|led|headed|supervised|directed|overseen)\s+by\s+(?:the\s+)?")
_COUNTED = re.compile(
    r"[,;]\s+(?=\d|up\s+to|approximately|[a-z]+\s+[a-z])"
)  # "..., 6 full-time clerks, seasonal staff"
_DANGLING = re.compile(r"(?:[\s.|*_,]|(?<=\s)(?:and|of|the|to|for|an?|&)(?=\s|$))+$")
_PIECE = re.compile(r"(?:(?!\s(?:and|&)\s)[^,;\n])+")
_IN_BRACKET = re.compile(r"(?:Yes\W{1,4})?(?P<total>\w{1,9})[ \t]*\((?P<posts>[^()\n]{3,300})\)[ \t|.]*(?=\n|$)", re.I)
_INDENTED = re.compile(r"(?:\n[ \t]{6,}+[^\s:][^:\n]{2,90}(?=\n|$))+")
_RANK_ALONE = re.compile(
    rf"(?:(?:Senior|Deputy|Assistant|Associate|Executive|Regional|General|Acting|Principal|Managing)\s+)*(?:{RANK_NOUN.pattern})",
    re.I,
)
_LAST_NOUN = re.compile(rf"{HEAD_NOUN.pattern}$")
# What may follow the titles; another word would make a title the owner of a thing ("two Director positions' budgets").
_GOES_ON = re.compile(
    r"$|[(;:.]|(?:as|in|who|for|with|at|on|that|plus|including|responsible|across|up|several|other|within|indirectly|deputi[sz]e|manage|lead|support|oversee|provide|work|act|help|ensure)\b"
    r"|(?:[a-z]+\s+){1,3}(?:staff|team|workforce|personnel|employees)\b"
)
_AND = re.compile(r"[\s.|*_,]*(?:and\s+)?")
_AND_DOES = re.compile(r",?\s+and\s+(?:also\s+)?[a-z]{2,}s\s")  # "two Clerks, and gives advice": the next verb
_CUES = {
    _VERB: (
        "uperv",
        "xercis",
        "rovid",
        "ine manage",
        "ine-manag",
        "anages ",
        "anage ",
        "anaging ",
        "eads ",
        "ead ",
        "eading ",
        "versee",
        "irects ",
        "ed by ",
    ),
    _TEAM: ("onsist", "ompos", "ompris", "made up"),
    _BEFORE: ("irect report", "ine report"),
    _FRENCH: ("ncadre", "upervise", "irige", "g\u00e8re"),
}
# What may stand before a verb that opens its sentence, and between the position and its verb.
_OPENS = re.compile(
    r"[\s*_>#-]*(?:(?:also|directly|will|to|responsible\s+for|responsible\s+for\s+the|direct)\s+)*", re.I
)
_ANOTHER = re.compile(r"\b(?:who|which|whose|that|each)\b|[.;]")


def supervises(reading: Reading) -> Iterator[Statement]:
    """Posts that a sentence or a field says the position supervises: "supervises two Clerks", "Responsible for: ...".

    What it reads: a field of its own line or cell ("Supervises", "Responsible for", "Positions supervised"), with the
    indented lines below it; the first sentence whose verb is the position's own ("supervises", "exercises supervision
    over", "line manage", "manages" or "is supported by" before a number); posts before "direct reports" ("with four
    Grade 7 direct reports", whose number is then that of all reports); what a team that it leads, or its own, is
    "composed of".
    Example: "Supervises four Tax Auditors and two Audit Clerks."
    Must not read: posts that another post supervises; duties ("manages the Director's diary"); a team without titles.
    Known misses: posts in small letters ("supervises two clerks").
    """
    view = reading.view
    labels = list(_LABEL.finditer(view))
    for match in labels:
        end = _field_end(view, match.end())
        if (inside := _IN_BRACKET.match(view, match.end(), end)) is not None:
            yield from _bracketed(reading, match, inside)
            continue
        words = _DANGLING.sub("", leading_titles(view[match.end() : end]))
        if match["strict"]:
            yield from _titles(reading, match, match.end(), end)
        elif words == _DANGLING.sub("", view[match.end() : end]) and (each := _each(reading, match.end(), words)):
            yield from _posts(reading, match, each)
        else:
            starts = [match.end(), *(cut.end() for cut in _COUNTED.finditer(view, match.end(), end))]
            for start, stop in pairwise([*starts, end]):
                yield from _posts(reading, match, in_sentence(reading, start, len(view[:stop].rstrip(" ,;|*_"))))
    if labels:
        return  # the field tells all of them
    yield from _before_reports(reading)
    if reading.french:
        yield from _in_french(reading)
    for pattern, is_own in ((_VERB, _is_own), (_TEAM, _leads_team)):
        for match in reading.matches(pattern, _CUES[pattern], 20, 80):
            start = clause_start(reading, match.start())
            if is_own(reading, start, match.start()):
                stop = sentence_end(view, match.end(), min(len(view), match.end() + 600))
                found = list(_titles(reading, match, match.end(), stop))
                yield from found
                if found:
                    break


def _bracketed(reading: Reading, match: re.Match[str], inside: re.Match[str]) -> Iterator[Statement]:
    """A number, and in brackets whom it counts: "Staff supervised: 6 (5 Clerks, 1 Driver)"."""
    found = list(in_sentence(reading, *inside.span("posts")))
    yield from _posts(reading, match, found)
    total = count(reading.view, *inside.span("total"), repair=reading.repair)
    if found and total is not None and isinstance(total[0], Quantity):
        yield Statement(SELF, "stated_reports", total[0], (total[1], Span(*match.span())), total[2])


def _before_reports(reading: Reading) -> Iterator[Statement]:
    """The posts that "direct reports" follow; one number before them is the number of all reports."""
    for match in reading.matches(_BEFORE, _CUES[_BEFORE], 120, 20):
        start, posts = clause_start(reading, match.start()), Span(*match.span("posts"))
        opens = not re.search(r"\w", reading.view[start : match.start()])
        if not only_titles(match["posts"]) or not (opens or subject_end(reading, start, match.start()) is not None):
            continue
        found = list(in_sentence(reading, *posts))
        yield from _posts(reading, match, found)
        if len(found) == 1 and found[0].seats is not None:
            yield Statement(SELF, "stated_reports", found[0].seats.quantity, (posts, Span(*match.span())))


def _field_end(view: str, start: int) -> int:
    """The end of the field's line, and of indented lines below it that no label opens."""
    end = view.find("\n", start)
    end = len(view) if end == -1 else end
    more = _INDENTED.match(view, end)
    return more.end() if more else end


def _titles(reading: Reading, match: re.Match[str], start: int, stop: int) -> Iterator[Statement]:
    """The posts between two offsets, where nothing but titles stands there."""
    words = _DANGLING.sub("", leading_titles(reading.view[start:stop]))
    end = start + len(words)
    behind = _AND.match(reading.view, end, stop)
    goes_on = _AND_DOES.match(reading.view, end, stop) or _GOES_ON.match(
        reading.view, behind.end() if behind else end, stop
    )
    if not words or not goes_on:
        return
    yield from _posts(reading, match, _each(reading, start, words) or in_sentence(reading, start, start + len(words)))


def _posts(reading: Reading, match: re.Match[str], found: Iterable[Item]) -> Iterator[Statement]:
    """What the items say that are posts, and not the position itself."""
    lead = Span(match.start(), match.start() + len(match[0].rstrip()))
    for one in found:
        title = one.mention.text
        if _is_post(reading, one, people=match.re is _TEAM or _OF_PEOPLE.match(match[0]) is not None) and not (
            _is_title(reading, title) or is_listed(reading, title)
        ):
            yield from statements(one, lead, SELF)


def _in_french(reading: Reading) -> Iterator[Statement]:
    """The posts behind a French verb: its titles are in small letters, and begin with their noun."""
    for match in reading.matches(_FRENCH, _CUES[_FRENCH], 20, 140):
        start = clause_start(reading, match.start())
        own = subject_end(reading, start, match.start())
        if own is None or HEAD_NOUN.search(reading.view, own, match.start()):
            continue
        found = list(in_sentence(reading, match.end(), sentence_end(reading.view, match.end(), match.end() + 600)))
        if found and all(
            (one.code or STARTS.match(one.mention.text)) and not _ANNOUNCED.search(one.mention.text) for one in found
        ):
            yield from _posts(reading, match, found)
            return


def _each(reading: Reading, start: int, words: str) -> list[Item]:
    """The pieces between commas and "and" where each ends with the noun of a post: there no comma is a title's own."""
    places = [Span(start + m.start(), start + m.end()) for m in _PIECE.finditer(words)]
    places = [place for place in places if reading.view[slice(*place)].strip()]
    found = [piece for place in places if (piece := item(reading, *place)) is not None]
    ends = all(_LAST_NOUN.search(piece.mention.text) for piece in found)
    ranks = any(
        _RANK_ALONE.fullmatch(piece.mention.text) for piece in found[:-1]
    )  # "Manager, Clerks": its field follows
    return found if len(found) == len(places) > 1 and ends and not ranks else []


def _is_title(reading: Reading, text: str) -> bool:
    """Whether a title is the position's own, word for word: a Senior Clerk may supervise a Clerk."""
    return any(canonical(text) == canonical(name.text) for name in reading.subject.names)


def _is_post(reading: Reading, found: Item, *, people: bool) -> bool:
    """Whether an item is a post: by its noun, or where only people can be meant, by its number."""
    text = found.mention.text
    if found.mention.kind != "position" or text.endswith("'s"):
        return False
    if not HEAD_NOUN.search(text):
        return found.code is not None or (people and found.seats is not None and text[:1].isupper())
    return reading.french or text[:1].isupper() or found.seats is not None


def _is_own(reading: Reading, start: int, verb: int) -> bool:
    """Whether the verb opens its sentence, or the position is what does it."""
    view = reading.view
    if _OPENS.fullmatch(view[start:verb]):
        return True
    own = subject_end(reading, start, verb)
    said = (
        line.superior.end
        for line in upward(reading)
        if line.own and start <= line.verb.start and line.superior.end < verb
    )
    own = max(said, default=own)  # "reports to the Chief and supervises two Clerks"
    between = "" if own is None else view[own:verb]
    named = any(noun[0][0].isupper() for noun in HEAD_NOUN.finditer(between))  # "you lead" names no other post
    return own is not None and not named and not _ANOTHER.search(between)


def _leads_team(reading: Reading, start: int, place: int) -> bool:
    """Whether the team is the position's: "leads a team composed of", "the group led by the Director consists of"."""
    sentence = reading.view[start:place]
    if not _STAFF.search(sentence):
        return False
    run_by = _RUN_BY.search(sentence)
    if run_by is not None:
        by = start + run_by.end()
        end = reading.subject.end_at(reading.view, by)
        return end is not None or reading.subject.is_self(
            re.split(r"\s(?:is|has|and)\b|,", sentence[run_by.end() :])[0]
        )
    own = subject_end(reading, start, place)
    between = "" if own is None else reading.view[own:place]
    if own is not None and _OWN_TEAM.fullmatch(reading.view[max(start, own - 2) : place]):
        return True  # "The Director's team consists of"
    return _LEADING.search(between) is not None and not _ANOTHER.search(between)
