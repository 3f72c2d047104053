"""Split lists of posts into items: bullets, run-on prose, or titles in one sentence.

A list in a sentence is cut at semicolons and at the start of a new title, never at the commas
and the "and" that titles themselves hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from orgraph.extract._codes import codes
from orgraph.extract._items import CLAUSE, Item, item
from orgraph.extract._kinds import unit_kind
from orgraph.extract._lexicon import loose
from orgraph.extract._numbers import WORD
from orgraph.extract._reading import Reading
from orgraph.extract._staff import staff
from orgraph.extract._titles import COUNTED_ENDS, ENDS, HEAD_NOUN, STARTS, only_titles, phrase_end
from orgraph.text import Span
from orgraph.titles import canonical

_BULLET = re.compile(
    r"^[ \t]{0,8}(?:[*+•-]|\d{1,2}[.)]|[a-z][.)])[ \t]+(?P<body>[^\n]+(?:\n(?![ \t]*(?:[*+•#-]|\d{1,2}[.)])"
    r"|\n)[^\n]+)*)",
    re.M,
)
_BOLD = re.compile(r"\*\*(?P<bold>[^*\n]{2,240}?)\s*:?\s*\*\*(?P<more>[^\n:]{0,40}?:)?")
# Brackets behind a bold title that say its level or its staff: "**Director, Audit** (EX-01) **(21 FTEs)**".
_BEHIND_BOLD = re.compile(r"(?:[ *]*+\((?=[^()\n]*(?:[A-Z]{2}-?[0-9OIl]{1,2}|FTE|ETP|staff|employ))[^()\n]{0,90}\))+")
_ACCOUNTABLE = r"(?:(?:is|are|who\s+is|who\s+are|each|and|also)\s+){0,2}(?:accountable|responsible)\b|"
_DUTY = (
    _ACCOUNTABLE + r"(?:,\s*)?(?:provides?"
    r"|works?|plays?|leads?|directs?|manages?|supports?|oversees?)\s+"
    + "|"
    + loose("qui est")
    + r"\b|"
    + loose("est responsable")
    + r"\b|est\s+charg|responsable\s+d|assure\b|chacun"
)
_RESPONSIBLE = _ACCOUNTABLE + loose("qui est") + r"\b|" + loose("est responsable") + r"|who\s"
_AFTER_HEADING = re.compile(rf"\s*+(?:[:;-]\s|,?+\s*+(?:{_RESPONSIBLE}))")
# "the Senior Director. Data Centres; ...": a scan's full stop behind a rank, and no verb before the next mark.
_RANK_STOP = re.compile(r"(?:^|[;,:]\s*|\b(?:and|the|et|le|la)\s+)(?:the\s+|le\s+|la\s+)?(?P<rank>[A-Z][\w' ]{2,40})$")
_ITS_FIELD = re.compile(r"\.\s(?P<field>[^.;:\n]{3,120})(?=[.;:\n]|$)")
# The end of a sentence; a scan may lose its full stop, or the capital behind it.
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\bSr)(?<!\bDir)\.(?=\s++[A-ZÀ-Þ\d]|\s*+$)|(?<=[a-z]{4})\.(?=\s++[a-z])|\n[ \t]*+\n|\n(?=[ \t]*+#)"
    r"|(?<=[\w,;)])[ \n]++(?=In\s++(?:this|these|that|addition)\b)"
)
# A unit's name: capitalised words, the last of them its kind.
_UNIT_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w&/.'-]*\s+){1,5}(?:Team|Unit|Section|Division|Directorate|Branch|Office|Centre)s?"
    r"(?=\s*(?:[,;(.]|$|and\b|et\b))"
    r"|(?:Section|Division|Direction|Équipe|Unité|Service|Bureau|Secteur)\s+(?:de|des|du|d')[\s\w]"
)
_LONGEST_BRACKET = 120
_BLANK = re.compile(r"\s*+")
_NUMBER = re.compile(
    rf"(?:{WORD}|[0-9OIl]{{1,2}})\s+(?:\(\d{{1,2}}\)\s+)?|[Aa]n?\s+(?:(?:shared|vacant|new|(?:full|part)-time)\s+)?|[Uu]ne?\s+",
    re.I,
)
_ANSWERS_FOR = re.compile(r"responsables?\s+d")  # "responsable de la paye" is a duty, not a post
_LONGEST_SENTENCE = 4000  # characters of a sentence that lists posts
_CUT = re.compile(
    r"(?<!\s)\s*+(?:(?:;|:(?=\s))\s*+(?:(?:and|et)\b)?|,\s*+(?:(?:and|et)\s++)?)"
    r"|(?<!\s)\s++(?:(?:and|et)\s++|&\s++(?=the\b))"
)
_OFFICE = re.compile(r"(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*'s\s+Office\b")
_PEOPLE = re.compile(r"\d{1,3}\s+(?:[\w-]+\s+){0,2}(?:staff|employees|personnel|people|employés|personnes)\b")
_ARTICLE = re.compile(r"(?:(?:(?:celui|celle|ceux|celles)\s+)?(?:du|de\s+la|des|de)\s|the\b|les?\b|la\b|l')\s*", re.I)
_ARTICLED = re.compile(r"(?:[,;:]|\b(?:and|et|are|is|sont))\s+(?:the|le|la|l')\b")
_DETERMINED = re.compile(rf"\s*(?:the|an?|le|la|les|l'|du|de\s+la|une?|{WORD}|\d{{1,2}})\b", re.I)
_PERIOD_LIST = re.compile(
    r"[Ss]taff\s++of\s++[0-9OIl]{1,5}\s++(?=[A-Z])"
    r"|(?<=[.;:!)}])\s++(?:(?:and|et)\s++)?(?:(?:[Tt]he|[Aa]n?|[Ll]e|[Ll]a|[Ll]es|une?)\s++)?(?=[A-ZÀ-Þ0-9])"
    rf"|(?<=[;:])\s++(?:(?:and|et)\s++)?(?=(?:{WORD}|\d)\s+[A-ZÀ-Þ(]|(?:[Ll]e|[Ll]a|[Uu]ne?|[Ll]es)\s+[a-zà-ÿ])"
    r"|(?<!\s)[ \t]*+\n\s*+(?=[A-ZÀ-Þ*])"
)


def in_sentence(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Items of a list that ends with its sentence: "The others are: A; B, C and D"."""
    stop = _sentence_stop(reading, start, min(stop, start + _LONGEST_SENTENCE))
    for a, b in _cuts(reading, start, stop):
        found = item(reading, a, b)
        if found is not None and _says_post(found):
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


def of_reports(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Items of a list of reports: bullets if there are any, else run-on headings, else a sentence."""
    bullets = list(_BULLET.finditer(reading.view, start, stop))
    if bullets and _leads_in(reading.view[start : bullets[0].start()]):
        yield from filter(None, (_bullet(reading, *m.span("body")) for m in bullets))
        return
    enumerated = list(in_sentence(reading, start, stop))
    sentence = reading.view[start : _sentence_stop(reading, start, stop)]
    brief = all(found.mention.end - found.mention.start < _LONGEST_ITEM for found in enumerated)
    closed = sentence.count("(") == sentence.count(")")
    plain = brief and closed and len(enumerated) > 1 and _PLAIN_LIST.fullmatch(sentence)
    if not plain:
        yield from list(_run_on(reading, start, stop)) or enumerated
        return
    yield from enumerated
    known = {canonical(found.mention.text) for found in enumerated}
    later = _run_on(reading, start + len(sentence), stop)
    yield from (found for found in later if canonical(found.mention.text) not in known)


def _leads_in(text: str) -> bool:
    """Whether what stands before the first bullet is no more than the rest of the lead-in."""
    return len(text.strip(" \t\n:*_.")) < 160 and not re.search(r"\.\s+\S|\n\s*\w+:", text)


def _bullet(reading: Reading, start: int, end: int) -> Item | None:
    """A bullet: its bold heading, or what stands before its first duty or colon."""
    view = reading.view
    bold = _BOLD.match(view, start, end)
    if bold is not None and (behind := _BEHIND_BOLD.match(view, bold.end("bold"), end)) is not None:
        stop = behind.end()
    elif bold is not None:
        stop = bold.end() if bold["more"] and re.search(r"staff|FTE|ETP|\(", bold["more"]) else bold.end("bold")
    else:
        mark = re.search(rf":\s|:$|\s-\s|\.\s|,?\s+(?:{_DUTY})", view[start:end])
        stop = start + mark.start() if mark else end
    found = item(reading, start, stop)
    if found is None:
        return None
    if bold is None and not _says_post(found):
        return None
    return _with_trailing_staff(reading, found, stop, end)


def _says_post(found: Item) -> bool:
    """Whether an item says that it is a post or a team: by its noun, its classification, its number of seats."""
    text = found.mention.text
    counted = found.seats is not None and text[:1].isupper()
    return bool(found.code or counted or HEAD_NOUN.search(text) or found.mention.kind == "unit")


def _run_on(reading: Reading, start: int, stop: int) -> Iterator[Item]:
    """Headings inside prose: a title at the start of a sentence, then its brackets, then a duty or colon."""
    view = reading.view
    starts = [start, *(m.end() for m in _PERIOD_LIST.finditer(view, start, stop))]
    headings: list[tuple[int, int]] = []
    for begin in starts:
        end = _heading_end(reading, begin, stop)
        if end is not None and (not headings or begin >= headings[-1][1]):
            headings.append((begin, end))
    for (begin, end), (following, _) in pairwise([*headings, (stop, stop)]):
        found = item(reading, begin, end)
        if found is not None:
            yield _with_trailing_staff(reading, found, end, following)


_ATTRIBUTES = re.compile(
    r"(?:\s*+[,:.-]?+\s*+[(\[][^()\[\]\n]{0,90}[)\]}]"
    r"|\s*+[,-]?+\s*+-?+\s*+(?:staff\s++of|effectif\s++de)\s++[\w-]{1,12}(?:\s?-\s?\w{1,4})?"
    r"(?:\s++(?:FTEs?|ETP|employ\w{1,4}s|employees))?"
    r"|,?+\s++(?:(?:each\s++)?(?:with|responsible\s++for|leading|managing|supervising)|avec"
    r"|who\s++(?:directs|leads|manages|has)|qui\s++(?:dirige|encadre))\s++(?:(?:an?|une?)\s++"
    r"(?:team|staff|équipe)\s++(?:of|de)\s++)?(?:(?:approximately|about|up\s++to|environ)\s++)?"
    r"[0-9OIl]{1,4}(?:\s?(?:-|to|à)\s?[0-9OIl]{1,4})?\s++(?:employees|employés|FTEs?|ETP|staff|people)\b"
    r"|,?+\s++who\s++(?:directs|leads|manages|has)\s++an?\s++(?:team|staff)\s++of\s++\d{1,4}\b"
    r"|\s*+[,-]?+\s*+[0-9OIl]{1,4}\s?(?:FTEs?|ETP|PYs?)\b)+"
)
# A sentence that only enumerates: no duty, and no colon after the lead-in.
_PLAIN_LIST = re.compile(rf"\s*[:*_]*(?:(?!{_RESPONSIBLE}|\breports?\b)[^:\n])*")
_LONGEST_ITEM = 90  # characters of a title that stands in an enumeration
_LEAD_IN = re.compile(
    r"[\s:;,*_-]*(?:(?:and|et)\s+)?(?:(?:the|an?|le|la|les|une?)\s+)?"
    rf"(?:(?:{WORD}|\d{{1,2}})[ ]+(?:\(\d{{1,2}}\)[ ]+)?)?",
    re.I,
)


def _heading_end(reading: Reading, begin: int, stop: int) -> int | None:
    """Where the heading that starts at `begin` ends; None where no heading starts there."""
    view = reading.view
    lead = _LEAD_IN.match(view, begin, stop)
    here = lead.end() if lead else begin
    end = phrase_end(view, here, stop, french=reading.french)
    title = view[here:end]
    if end - here < 4 or _NO_HEADING.match(title):
        return None
    tail = (_ACCENT_LOST if reading.french else _LOWER_TAIL).match(view, end, stop)
    end = tail.end() if tail else end
    brackets = _ATTRIBUTES.match(view, end, stop)
    level = next(codes(view, *brackets.span()), None) if brackets else None
    if not (level or HEAD_NOUN.search(title) or unit_kind(title)):
        return None
    if brackets is None and reading.subject.is_self(title):
        return None
    after = brackets.end() if brackets else end
    if _AFTER_HEADING.match(view, after, stop) or (brackets and (level or _STAFF.search(brackets[0]))):
        return after
    closes = _LAST_OF_LIST.search(view, max(0, begin - 12), begin) and _STOP.match(view, after, stop)
    return after if closes else None


# A title whose last words a scan or a typist left in small letters: "Science and insights services - staff of 45".
_LOWER_TAIL = re.compile(r"(?:\s[a-z]{3,14}){1,2}(?=\s?-\s?staff\s+of)")
# The ends of words whose accented letters a scan lost: "gestion int gr e (EX-O2)".
_ACCENT_LOST = re.compile(r"(?:\s[a-z]{1,3}){1,2}(?=\s?\([A-Z])")
_STAFF = re.compile(r"FTE|ETP|staff|team\s|effectif|employ|people")
_LAST_OF_LIST = re.compile(r";\s*(?:and|et)\s+(?:(?:the|an?|le|la|une?|l')\s*)?$")
_STOP = re.compile(r"\s*(?:\.(?=\s|$)|$)")
_NO_HEADING = re.compile(r"(?:Staff\s+of|Each|All|Both|This|These|Further|Chacun|Tous)\b")
# Staff that follows the heading at once (": 12 FTE"), closes the description ("Staff of 54."), or stands in brackets.
_AT_ONCE = re.compile(
    r"[\s:*,–-]{1,8}(?:de\s+)?(?=[0-9OIl]{1,6}(?:[.,][0-9OIl]{1,2})?(?:\s?(?:-|to|à)\s?[0-9OIl]{1,6})?"
    r"\s?(?:FTE|ETP|PY|employees\b|employés\b|staff\b|people\b))"
)
_CLOSING = re.compile(
    r"(?<=[.;:]\s)Staff(?:\s+of\s+|\s?:\s?)[0-9OIl]{1,5}\b"
    r"|\b(?:with|manages|leads|supervises|directs|heads)\s+an?\s+(?:staff|team)\s+of\s+(?:approximately\s+|about\s+)?[0-9OIl]{1,5}\b|\((?:staff\s+of\s+[^()]{1,16}|[^()]{1,12}(?:FTEs?|ETP))\)"
)


def _with_trailing_staff(reading: Reading, found: Item, start: int, stop: int) -> Item:
    """The item with a staff figure that closes its description ("Staff of 54."), if it has none yet."""
    if found.staff is not None:
        return found
    at_once = _AT_ONCE.match(reading.view, start, stop)
    if at_once is not None:
        return found._replace(staff=next(staff(reading.view, at_once.end(), stop, repair=reading.repair), None))
    closing = _CLOSING.search(reading.view, start, stop)
    if closing is not None:
        return found._replace(staff=next(staff(reading.view, *closing.span(), repair=reading.repair), None))
    return found


def _sentence_stop(reading: Reading, start: int, stop: int) -> int:
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
    before = _RANK_STOP.search(view[max(start, dot - 60) : dot].lstrip())
    return before is not None and STARTS.fullmatch(before["rank"].strip()) is not None


def _cuts(reading: Reading, start: int, stop: int) -> Iterator[Span]:
    """The stretches between cuts: after each possible mark, only where a new title starts."""
    view, begin, depth_end = reading.view, start, start
    last = view.rfind(";", start, stop)  # " and " before a later ";" is inside a title
    articled = len(_ARTICLED.findall(view, start, stop)) > 1  # "the VP, Finance and CFO, the VP, Prevention"
    for mark in _CUT.finditer(view, start, stop):
        if mark.start() < depth_end:
            continue
        closed = _bracket_end(view, begin, mark.start(), stop)
        if closed is not None:
            depth_end = closed
            continue
        inside = not set(",:") & set(mark[0]) and mark.end() <= last and not _ARTICLE.match(view, mark.end(), stop)
        inside = inside or (
            articled and mark[0].strip() in ("and", "et") and not _DETERMINED.match(view, mark.end(), stop)
        )
        if ";" in mark[0] or (
            not inside and _title_starts(view, mark.end(), stop, bare=_is_rank(view[begin : mark.start()]))
        ):
            yield Span(begin, mark.start())
            begin = mark.end()
    yield Span(begin, stop)


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
    lead = _LEAD_IN.match(text)
    return STARTS.fullmatch(text[lead.end() if lead else 0 :].strip()) is not None


def _title_starts(view: str, position: int, stop: int, *, bare: bool = False) -> bool:
    """Whether a new title or unit starts: an article and a number may stand before it; or a number of people.

    Behind a bare rank the name of a unit is its field: "Director, Project Management Office".
    """
    if _PEOPLE.match(view, position, stop):
        return True
    if _OFFICE.match(view, position, stop):
        return False  # "Director, Deputy Minister's Office" is one post
    first = position
    for skip in (_BLANK, _ARTICLE, _NUMBER):
        match = skip.match(view, position, stop)
        position = match.end() if match else position
    if _ANSWERS_FOR.match(view, position, stop):
        return False
    counted = bool(view[first:position].strip())
    starts = (STARTS, COUNTED_ENDS if counted else ENDS, *(() if bare and not counted else (_UNIT_NAME,)))
    return any(start.match(view, position, stop) for start in starts)
