"""Where the list behind a lead-in stands, and the number that the lead-in states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from orgraph.extract._lead_ins import DIRECT, HAS, OWN_TEAM, OWN_UNIT, SUPERVISED, SUPERVISES
from orgraph.extract._reading import Reading
from orgraph.text import Span


class Lead(NamedTuple):
    """A lead-in: its place, the words that may hold a count, and the stretch that may hold the list.

    One of another post's reports is not `own`: it only ends the list before it. Behind a `strict` one, other
    things than posts may be listed.
    """

    span: Span
    what: Span
    start: int
    stop: int
    own: bool = True
    strict: bool = False


# Lead-ins that a verb makes, behind which other things than posts may be listed.
_OF_ANYTHING = (SUPERVISES, OWN_TEAM, OWN_UNIT)
_BULLET = re.compile(r"(?<=\n)\*\s")
_COLON = re.compile(r":[*_]{0,2}(?=\s|$)")
_THEY_ARE = re.compile(r"\.\s+(?:They|These|The\s+\w+\s+\w+)\s+(?:are|include)\s*(?:the\s+following)?\s*:", re.I)
_REMARK = re.compile(r"\((?:\d{1,2}|[^()\d]{1,80})\)")  # "four (4) positions (staff in parentheses):"
_COUNTED = re.compile(r"\s*\w{1,12}\s+(?:\w+\s+){0,2}positions\b|[ \t]*\w{1,9}[ \t]*(?=\n|\(|$)", re.I)
_NEXT_FIELD = re.compile(r"[ \t]*\n+[ \t*_|-]*[A-Z][^\n:]{2,40}:")  # below a number alone: no list of posts
_NUMBER_OF = re.compile(r"\b(?:Number|No\.?)\s+of\s+$", re.I)  # a field that tells how many, and lists none
_IN_BRACKET = re.compile(r"[ \t]*\w{1,9}[ \t]*\((?P<list>[^()\n]{3,300})\)")  # "Direct reports: 3 (2 Clerks, 1 Driver)"
_GOES_ON = re.compile(r"(?<![:.,])\s?(?:and|as\s+well\s+as)\s+[a-z]")  # "has six direct reports and holds the keys"
_AND_INDIRECT = re.compile(
    r"\s?(?:and|plus|with)\s+(?:[a-z]+\s+){0,2}[\w-]{1,14}\s+indirect(?:\s+reports|\s+staff)?\s?(?=:)"
)
_BELOW = re.compile(r"[ \t]*\n+(?=[ \t]*[*+-]\s)")  # a list under a field that tells its number
_BRACKETED = re.compile(r"\s*\((?P<list>[A-Z][^()\n]{3,300})\)")  # "has two direct reports (a Clerk and a Driver)"
_LONGEST_LEAD = 320
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_OPENS_FIELD = re.compile(r"[ \t*_|-]*+(?:\d{1,2}[.)][ \t]*)?(?:[\w ]{0,24}\btitles?[ \t]+of[ \t]+)?", re.I)
_LONGEST_FIELD = 300  # characters of a typed line; a scanned page is longer


def with_list(reading: Reading, match: re.Match[str], end: int) -> Lead:
    """The lead-in that ends at an offset, with its number and the stretch of its list."""
    view = reading.view
    if match.re is HAS and (indirect := _AND_INDIRECT.match(view, end)) is not None:
        end = indirect.end()
    elif match.re is HAS and _GOES_ON.match(view, end):
        return Lead(Span(match.start(), end), Span(*match.span("what")), end, end)
    if match.re is HAS and (inside := _BRACKETED.match(view, end)) is not None:
        return Lead(Span(match.start(), end), Span(*match.span("what")), *inside.span("list"))
    if match.re is SUPERVISED:
        below = _BELOW.match(view, end)
        stop = len(view) if below else end
        return Lead(Span(*match.span()), Span(*match.span("what")), below.end() if below else end, stop, strict=True)
    limit = min(len(view), end + _LONGEST_LEAD)
    paragraph = view.find("\n\n", end, limit)
    colon = _COLON.search(view, end, limit if paragraph == -1 else paragraph + 1)
    if _BULLET.match(view, end):
        colon = None  # that of the first item
    elif view[end - 1] == ":" or re.match(r"[*_]{0,2}:[*_]{0,2}", view[end : end + 5]):
        colon = _COLON.search(view, end - 1, end + 6)
    told = match[0].rstrip(" *_").endswith(":")  # the lead-in has its colon: another one is of something else
    listed = colon.end() if colon and not told and _plain_lead(view, end, colon.start()) else end
    told_by = next((name for name in ("what", "many") if match.groupdict().get(name)), None)
    what = Span(*match.span(told_by)) if told_by else Span(end, listed)
    if match.re is DIRECT and not match["many"] and (counted := _COUNTED.match(view, listed)) is not None:
        what = Span(listed, counted.end())
        alone = _NEXT_FIELD.match(view, counted.end()) is not None
        if alone or _NUMBER_OF.search(view, max(0, match.start() - 16), match.start()):
            return Lead(Span(match.start(), listed), what, counted.end(), counted.end())
        if (inside := _IN_BRACKET.match(view, listed)) is not None:
            return Lead(Span(match.start(), listed), what, *inside.span("list"))
    return Lead(
        Span(match.start(), listed), what, listed, _field_end(view, match, listed), strict=match.re in _OF_ANYTHING
    )


def opens_field(view: str, start: int) -> bool:
    """Whether a place opens its line, marks, a number of the form and "Titles of" apart."""
    return _OPENS_FIELD.fullmatch(view, view.rfind("\n", 0, start) + 1, start) is not None


def _field_end(view: str, match: re.Match[str], listed: int) -> int:
    """Where the list of a header field ends: with its line; any other list may go on."""
    line, end = view.rfind("\n", 0, match.start()) + 1, view.find("\n", listed)
    is_field = match.re is DIRECT and opens_field(view, match.start()) and _WORDS.search(view, listed, end) is not None
    return end if is_field and -1 < end - line < _LONGEST_FIELD else len(view)


def _plain_lead(view: str, start: int, colon: int) -> bool:
    """Whether the words before a colon only lead in: one sentence, or one more that says "They are"."""
    between = _REMARK.sub("", view[start:colon])
    stops = re.findall(r"[.;]\s|\(|\d\s?FTE", between)
    return not stops or (stops[0][0] in ".;" and len(stops) == 1 and bool(_THEY_ARE.search(view, start, colon + 1)))


def bounded(reading: Reading, found: list[Lead]) -> Iterator[Lead]:
    """Each list ends at the next lead-in or the next section."""
    following = len(reading.view)
    bounded: list[Lead] = []
    for lead, after in zip(reversed(found), [None, *reversed(found)], strict=False):
        if after is not None and after.span.start > lead.start:
            following = after.span.start
        stop = min(lead.stop, following, reading.section_end(lead.start - 1))
        bounded.append(lead._replace(stop=max(stop, lead.start)))
    yield from reversed(bounded)
