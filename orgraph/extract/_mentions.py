"""A superior where the text names it: its mention without brackets, and the classification in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from orgraph.extract._about import subject_end
from orgraph.extract._codes import codes
from orgraph.extract._people import without_person
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._titles import HEAD_NOUN, STARTS, title_at
from orgraph.extract._units import header_units
from orgraph.model import Mention, Text
from orgraph.text import Span, squeeze
from orgraph.titles import initials

_BRACKET = re.compile(r"\s*\(([^()]{1,24})\)")
_LONG_BRACKET = re.compile(r"\s*\([^()\n]{1,60}\)")
_LEVEL = re.compile(r"\s*[,/-]\s*[A-Z]{2,4}-?[0-9OIl]{1,2}\b")  # set off behind a title
_NUMBERED = re.compile(r"(?:Position|Pos\.|Post)\s*(?:#|No\.?|Number)\s*:?\s*\d", re.I)
# What tells a superior's level or number before the title: "the EX-03 Director", "position number 3001, Director".
_LED = re.compile(
    r"(?:the\s+)?(?:(?:position|post)\s+(?:number|no\.?|#)?\s*#?\d{3,9}\s*[,:-]?\s+(?:the\s+)?|(?=[A-Z]{2,3}-?\d)(?P<code>[A-Z]{2,3}-?\d{1,2})\s+(?=[A-Z]))"
)
_NUMBER_BEHIND = re.compile(
    r"\s*\([^()\d]{0,20}(?:[A-Z]{2,4}-?\d{1,2},?\s+)?[Pp]os(?:ition|\.)\s*(?:[Nn]umber|[Nn]o\.?|#)?\s*#?(?P<number>\d{3,9})"
)
_NUMBER_BEFORE = re.compile(r"(?<!\d)(?P<number>\d{3,9})\s*[,:-]?\s+(?:the\s+)?$")
_CODE_BEFORE = re.compile(r"(?<![\w-])[A-Z]{2,3}-?\d{1,2}\s+$")
_ARTICLE = re.compile(r"(?:[Tt]he|[Ll]e|[Ll]a|[Aa]n?)\s+(?=\S)")
# A committee is reported to in writing, and is no superior; nor is a board that is told of something, or at times.
_COMMITTEE = re.compile(
    r"(?:Committees?|Task\s+Force|Working\s+Group|Panel|Forum|Cabinet|Parliament|Comité|Groupe\s+de\s+travail)$"
)
_OFFICER_OF = re.compile(rf"{STARTS.pattern}\s+(?:of|to)\s")  # the Secretary to the Cabinet is one, the Cabinet is not
_BODY = re.compile(r"\b(?:Board|Council|Commission|Conseil|Minist(?:er|re)s?)$")
WRITTEN = re.compile(
    r"\s+(?:(?:on|about|regarding)\s+(?!all\b|any\b)"
    r"|(?:every|each|weekly|monthly|quarterly|annually|yearly|regularly|periodically|at\s+least|twice|once|chaque)\b)"
)
_THEN = re.compile(r",\s+(?=(?:the|our|this)\s)")
_ACRONYM = re.compile(
    r"(?:[Tt]he\s+|[Ll][ea]\s+|[Dd]u\s+|[Aa]u\s+)?(?P<acronym>(?P<rank>[A-Z]{2,6})(?:,\s*[A-Z]{2,6})?)\b(?!-)"
)
_DEFINED = re.compile(r"\((?P<acronym>[A-Z]{2,6})\)")
_BEFORE_ACRONYM = 90  # characters that the title before its acronym may take
_RANK_ONLY = re.compile(rf"{STARTS.pattern}[^,;:]*$")  # of which a scan or the other gender hides the initials
_POINTS_BACK = re.compile(r"(?:ce|cette|this|that)\s", re.I)  # a post that a sentence before has named
_LONGEST = 260  # characters that a superior's title may take


def superior_at(reading: Reading, start: int, stop: int | None = None) -> Mention | None:
    """The superior whose title starts at an offset and ends before `stop`; None where no title starts there."""
    view = reading.view
    end = min(len(view), start + _LONGEST, len(view) if stop is None else stop)
    if view[start : start + 1] in "-":
        return None  # a dash sets a value off from its label
    led = _LED.match(view, start, end)
    start = led.end() if led else start
    span = title_at(view, start, end, french=reading.french)
    if _POINTS_BACK.match(view, start):
        return None
    if span is None:
        return _by_acronym(reading, start, end)
    span = _with_unit(reading, span)
    span = _before_subject(reading, span)
    if view[: span.end].endswith("'s"):
        return None  # whose staff or office is meant, and not the post
    if _COMMITTEE.search(view, *span) and not _OFFICER_OF.match(view, *span):
        return None
    if _BODY.search(view, *span) and WRITTEN.match(view, span.end):
        return None
    return superior_in(reading, span)


def _before_subject(reading: Reading, span: Span) -> Span:
    """The title without the position's own behind it: "under the Harbour Clerk, the Deputy Harbour Clerk ..."."""
    for mark in _THEN.finditer(reading.view, *span):
        if subject_end(reading, mark.end(), len(reading.view)) is not None:
            return Span(span.start, mark.start())
    return span


def _with_unit(reading: Reading, span: Span) -> Span:
    """The title with the whole name of a unit of the header that it breaks off in: French goes on in small letters."""
    for unit in header_units(reading) if reading.french else ():
        name = re.compile(r"\W{1,3}".join(map(re.escape, re.findall(r"\w+", unit.mention.text))), re.I)
        found = name.search(reading.view, span.start, span.end + len(unit.mention.text))
        if found is not None and found.start() < span.end < found.end():
            return Span(span.start, found.end())
    return span


def _by_acronym(reading: Reading, start: int, end: int) -> Mention | None:
    """The superior whose acronym stands at an offset, if the text gives it in brackets behind a title."""
    match = _ACRONYM.match(reading.view, start, end)
    if match is None or match["rank"] not in _ranks(reading):
        return None
    return Mention(kind="position", text=squeeze(match["acronym"]), start=match.start("acronym"), end=match.end())


@lru_cache(maxsize=8)
def _ranks(reading: Reading) -> frozenset[str]:
    """The acronyms behind titles: "dirigeant principal de la vérification (DPV)"."""
    found = set()
    for match in _DEFINED.finditer(reading.view):
        nouns = HEAD_NOUN.finditer(reading.view, max(0, match.start() - _BEFORE_ACRONYM), match.start())
        if any(noun[0][0].upper() == match["acronym"][0] for noun in nouns):
            found.add(match["acronym"])
    return frozenset(found)


def superior_in(reading: Reading, span: Span) -> Mention:
    """The superior whose title fills a span, its acronym and its classification left out of the text."""
    article = _ARTICLE.match(reading.view, *span)
    span = Span(article.end(), span.end) if article else span
    begin, stop = without_person(reading.view[slice(*span)])
    span = Span(span.start + begin, span.start + stop)
    text = squeeze(reading.view[slice(*span)])
    plain = _BRACKET.sub(lambda m: "" if _says_no_field(text[: m.start()], m[1]) else m[0], text)
    plain = re.sub(r",(?:\s*,)+", ",", plain).strip(" ,;:.")
    return Mention(kind="position", text=plain, start=span.start, end=span.end)


def classified(reading: Reading, superior: Mention) -> Iterator[Statement]:
    """The classification that stands in brackets inside or right behind a superior's title."""
    behind = _LONG_BRACKET.match(reading.view, superior.end) or _LEVEL.match(reading.view, superior.end)
    before = _CODE_BEFORE.search(reading.view, max(0, superior.start - 10), superior.start)
    start = before.start() if before else superior.start
    for code in codes(reading.view, start, behind.end() if behind else superior.end, repair=reading.repair):
        yield Statement(superior, "classification", code.value, (code.span,), (code.repair,) if code.repair else ())
        return


def numbered(reading: Reading, superior: Mention) -> Iterator[Statement]:
    """The position number that stands before a superior's title, or in brackets behind it."""
    view, low = reading.view, max(0, superior.start - 40)
    led = _LED.search(view, low, superior.start)
    before = _NUMBER_BEFORE.search(view, led.start(), superior.start) if led else None
    found = before or _NUMBER_BEHIND.match(view, superior.end)
    if found is not None:
        yield Statement(superior, "position_number", Text(text=found["number"]), (Span(*found.span("number")),))


def _says_no_field(before: str, inside: str) -> bool:
    """Whether a bracket holds a classification or the initials of what it follows, and no part of the title."""
    return (
        any(True for _ in codes(inside, 0, len(inside)))
        or bool(_NUMBERED.match(inside))
        or (inside.isupper() and inside == initials(before))
        or bool(_RANK_ONLY.match(before) and re.fullmatch(r"[A-Z]{2,6}", inside) and inside[0] == before[0].upper())
    )
