"""Posts enumerated in one sentence: "A; B, C and the D".

It is cut at semicolons and at the start of a new title, never at the commas and the "and" that
titles themselves hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._codes import codes
from orgraph.extract._items import CLAUSE, Item, item
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._titles import COUNTED_ENDS, ENDS, HEAD_NOUN, STARTS, only_titles, phrase_end
from orgraph.text import Span

# "the Senior Director. Data Centres; ...": a scan's full stop behind a rank, and no verb before the next mark.
_RANK_STOP = re.compile(r"(?:.*(?:[;,:]|\b(?:and|the|et|le|la)\b))?\s*(?P<rank>[A-Z][\w' ]{2,40})$", re.S)
_ITS_FIELD = re.compile(r"\.\s(?P<field>[^.;:\n]{3,120})(?=[.;:\n]|$)")
# A comma that a scan read as a full stop, before the next post of a list: "Director, Nets. the Director, Boats".
_COMMA_LOST = rf"\s++(?:(?:and|et)\s++)?(?:the|an?|les?|la|une?|{WORD})\s"
# The end of a sentence; a scan may lose its full stop, or the capital behind it. What may not stand before a mark is
# looked for at the mark only.
_SENTENCE_END = re.compile(
    r"\.(?:(?<!\b[A-Z].)(?<!\bSr.)(?<!\bDir.)(?<!\bSt.)(?=\s++[A-ZÀ-Þ\d]|\s*+$)"
    rf"|(?<=[a-z]{{4}}.)(?=\s++[a-z])(?!{_COMMA_LOST}))"
    r"|\n[ \t]*+\n|\n(?=[ \t]*+#)|[ \n](?<=[\w,;)][ \n])[ \n]*+(?=In\s++(?:this|these|that|addition)\b)"
)
# A unit's name: capitalised words, the last of them its kind.
_UNIT_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w&/.'-]*\s+){1,5}(?:Team|Unit|Section|Division|Directorate|Branch|Office|Centre)s?"
    r"(?=\s*(?:[,;(.]|$|and\b|et\b))"
    r"|(?:Section|Division|Direction|Équipe|Unité|Service|Bureau|Secteur)\s+(?:de|des|du|d')[\s\w]"
)
_LONGEST_BRACKET = 120
# What a unit holds stands in its own clause: "Operations (12 FTEs), which holds the Pilots and the Tugs; Lights".
_HOLDS = re.compile(r",\s+(?:which|that|comprising|including|consisting\s+of|composed\s+of|made\s+up\s+of)\s")
_LAST = re.compile(r";\s*(?:and|et)\b")  # what follows is the last post of its list
_BLANK = re.compile(r"\s*+")
_LETTERED = re.compile(r"[(\[]?(?:[0-9OIl]{1,2}|[a-z]|[ivx]{2,4})[)\]]\s+")  # "a) the Clerk, b) the Driver"
_NUMBER = re.compile(
    rf"(?:{WORD}|[0-9OIl]{{1,2}})\s+(?:\(\d{{1,2}}\)\s+|x\s+)?|[Aa]n?\s+(?:(?:shared|vacant|new|(?:full|part)-time)\s+)?|[Uu]ne?\s+",
    re.I,
)
# "four Rope Hands, six Net Hands": where the first of a list is counted, a number begins each of the others.
_COUNTED = re.compile(rf"[\s:]*(?:{WORD}|\d{{1,2}})\s+(?:x\s+)?(?=[A-ZÀ-Þ][a-zà-ÿ])")
_BETWEEN = re.compile(rf"\bbetween\s+(?:{WORD}|\d{{1,2}})$", re.I)
_ANSWERS_FOR = re.compile(r"responsables?\s+d")  # "responsable de la paye" is a duty, not a post
_LONGEST_SENTENCE = 4000  # characters of a sentence that lists posts
# What joins the last post of a list to those before it.
_JOINED = (
    r"(?:and|et|soit|[àa]\s++savoir|plus|as\s++well\s++as|(?:along|together)\s++with|ainsi\s++que"
    r"|de\s++m[êe ]me\s++que)(?:,?\s++(?:also|finally|lastly|enfin)\b,?)?"
)
_CUT = re.compile(
    rf"(?<!\s)\s*+(?:(?:;|:(?=\s))\s*+(?:{_JOINED}(?!\w))?|(?:,|\.(?={_COMMA_LOST}))\s*+(?:{_JOINED}\s++)?)"
    rf"|(?<!\s)\s++(?:{_JOINED}\s++|&\s++(?=the\b)|(?=the\s+[A-Z]))"
)
_NAMELY = re.compile(
    r"soit|savoir"
)  # what stands before it is named behind it: "deux chefs, soit le chef, Lampes et ..."
# The mark before an article is lost where a capitalised word stands there: "Director, Nets the Director, Boats".
_NO_MARK = re.compile(r"(?:^|.*\s)[A-ZÀ-Þ][\w&@.'-]*$", re.S)
_OFFICE = re.compile(r"(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*'s\s+Office\b")
_RANK_OFFICE = re.compile(r"[A-Z]{2,5}\s+Office\b")  # "Manager, DG Office" is one post
_PEOPLE = re.compile(r"\d{1,3}\s+(?:[\w-]+\s+){0,2}(?:staff|employees|personnel|people|employés|personnes)\b")
_ARTICLE = re.compile(
    r"(?:(?:(?:celui|celle|ceux|celles)\s+)?(?:du|de\s+la|des|de)\s(?:l')?|the\b|le\s+ou\s+la\b|la\s+ou\s+le\b"
    r"|les?\b|la\b|l')\s*",
    re.I,
)
_THE = re.compile(r"the\s+(?=[A-Z])")
_ARTICLED = re.compile(r"(?:[,;:]|\b(?:and|et|are|is|sont))\s+(?:the|le|la|l')\b")
_DETERMINED = re.compile(rf"\s*(?:the|an?|le|la|les|l'|du|de\s+la|une?|{WORD}|[0-9OIl]{{1,2}})\b", re.I)
LEAD_IN = re.compile(
    r"[\s:;,*_-]*(?:(?:and|et)\s+)?(?:(?:the|an?|le|la|les|une?)\s+)?"
    rf"(?:(?:{WORD}|\d{{1,2}})[ ]+(?:\(\d{{1,2}}\)[ ]+)?)?",
    re.I,
)


_ANOTHER = re.compile(r"[Aa]n?\s+[A-ZÀ-Þ][a-zà-ÿ]")  # behind a closed bracket, the next post
# "a Finance" before "and Administration Manager", "five Management": a word behind an article or a number, and no post.
_LOOSE_FIELD = re.compile(rf"\s*(?:[Aa]n?|{WORD}|\d{{1,2}})\s+(?!(?:{HEAD_NOUN.pattern}))[A-ZÀ-Þ][a-zà-ÿ]+")


def in_sentence(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Items of a list that ends with its sentence: "The others are: A; B, C and D"."""
    stop = sentence_stop(reading, start, min(stop, start + _LONGEST_SENTENCE))
    for a, b in _cuts(reading, start, stop):
        found = item(reading, a, b)
        if found is not None and says_post(found):
            yield found
        if (
            CLAUSE.search(reading.view, a, b)
            and reading.view[b : b + 1] != ";"
            and not _is_classified(reading, b, stop)
        ):
            return  # what follows belongs to the clause ("each responsible for ...")


def _is_classified(reading: Reading, mark: int, stop: int) -> bool:
    """Whether the next post of a list has its own article and level, so that no clause before it can hold it."""
    cut = _CUT.match(reading.view, mark, stop)
    if cut is None or not _DETERMINED.match(reading.view, cut.end(), stop):
        return False
    end = phrase_end(reading.view, cut.end(), stop, french=reading.french)
    return next(codes(reading.view, end, min(stop, end + 12)), None) is not None


def says_post(found: Item) -> bool:
    """Whether an item says that it is a post or a team: by its noun, its classification, its number of seats."""
    text = found.mention.text
    counted = found.seats is not None and text[:1].isupper()
    return bool(found.code or counted or HEAD_NOUN.search(text) or found.mention.kind == "unit")


def sentence_stop(reading: Reading, start: int, stop: int) -> int:
    """Where a list's sentence ends."""
    for end in _SENTENCE_END.finditer(reading.view, start, stop):
        if not _splits_title(reading.view, start, end.start(), stop):
            return end.start()
    return stop


def _splits_title(view: str, start: int, dot: int, stop: int) -> bool:
    """Whether a full stop stands between a bare rank and its field, where a comma was printed."""
    field = _ITS_FIELD.match(view, dot, stop)
    if field is None or not only_titles(field["field"]):
        return False
    before = _RANK_STOP.match(view[max(start, dot - 60) : dot])
    return before is not None and STARTS.fullmatch(before["rank"].strip()) is not None


def _cuts(reading: Reading, start: int, stop: int) -> Iterator[Span]:
    """The stretches between cuts: after each possible mark, only where a new title starts."""
    view, begin, depth_end = reading.view, start, start
    last = view.rfind(";", start, stop)  # " and " before a later ";" is inside a title
    closed_list = last != -1 and _LAST.match(view, last, stop) is not None
    articled = len(_ARTICLED.findall(view, start, stop)) > 1  # "the VP, Finance and CFO, the VP, Prevention"
    counted_first = _COUNTED.match(view, start, stop) is not None
    for mark in _CUT.finditer(view, start, stop):
        if mark.start() < depth_end or _BETWEEN.search(view, begin, mark.start()):
            continue
        if not mark[0].strip() and not _lost(view, begin, mark.start()):
            continue
        closed = _bracket_end(view, begin, mark.start(), stop)
        if closed is not None:
            depth_end = closed
            continue
        own = _ARTICLE.match(view, mark.end(), stop) or _DETERMINED.match(view, mark.end(), stop)
        inside = not set(",:") & set(mark[0]) and mark.end() <= last and not own
        inside = inside or (
            _is_and(mark[0]) and mark.end() <= last and _HOLDS.search(view, begin, mark.start()) is not None
        )
        inside = inside or (closed_list and _is_and(mark[0]) and not _DETERMINED.match(view, mark.end(), stop))
        inside = inside or (articled and _is_and(mark[0]) and not _DETERMINED.match(view, mark.end(), stop))
        inside = inside or (_is_and(mark[0]) and _LOOSE_FIELD.fullmatch(view, begin, mark.start()) is not None)
        another = _is_and(mark[0]) and view[mark.start() - 1] == ")" and _ANOTHER.match(view, mark.end(), stop)
        bare = last != -1 or _is_rank(view[begin : mark.start()])
        counted = counted_first and _COUNTED.match(view, mark.end(), stop)
        level = "," in mark[0] and _is_classified(reading, mark.start(), stop)
        own_article = articled and _THE.match(view, mark.end(), stop) is not None
        own_article = own_article and HEAD_NOUN.search(view, begin, mark.start()) is not None
        sure = another or counted or level or own_article or ";" in mark[0]
        if sure or (not inside and _title_starts(view, mark.end(), stop, bare=bare)):
            if not _NAMELY.search(mark[0]):
                yield Span(begin, mark.start())
            begin = mark.end()
    yield Span(begin, stop)


def _lost(view: str, begin: int, position: int) -> bool:
    """Whether a mark was lost before an article: behind a capitalised word of a title, and no preposition."""
    return _NO_MARK.match(view[max(begin, position - _LONGEST_BRACKET) : position]) is not None


def _is_and(mark: str) -> bool:
    return mark.strip() in ("and", "et")


def _bracket_end(view: str, begin: int, position: int, stop: int) -> int | None:
    """Where the bracket closes that a position stands in; None outside of brackets."""
    low = max(begin, position - _LONGEST_BRACKET)
    opened = view.rfind("(", low, position)
    if opened == -1 or view.find(")", opened, position) != -1:
        return None
    closed = view.find(")", position, min(stop, opened + _LONGEST_BRACKET))
    return closed if closed != -1 else None


def _is_rank(text: str) -> bool:
    """Whether a piece of a list is a rank alone, whose field a comma sets off: "the Director"."""
    lead = LEAD_IN.match(text)
    return STARTS.fullmatch(text[lead.end() if lead else 0 :].strip()) is not None


def _title_starts(view: str, position: int, stop: int, *, bare: bool = False) -> bool:
    """Whether a new title or unit starts: an article and a number may stand before it; or a number of people.

    Behind a bare rank, or between semicolons, the name of a unit is a field: "Director, Project Management Office".
    """
    if _PEOPLE.match(view, position, stop):
        return True
    if _OFFICE.match(view, position, stop) or (bare and _RANK_OFFICE.match(view, position, stop)):
        return False  # "Director, Deputy Minister's Office" is one post
    first = position
    for skip in (_BLANK, _LETTERED, _ARTICLE, _NUMBER):
        match = skip.match(view, position, stop)
        position = match.end() if match else position
    if _ANSWERS_FOR.match(view, position, stop):
        return False
    counted = bool(view[first:position].strip())
    starts = (STARTS, COUNTED_ENDS if counted else ENDS, *(() if bare and not counted else (_UNIT_NAME,)))
    return any(start.match(view, position, stop) for start in starts)
