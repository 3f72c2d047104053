"""A reporting line stated outright: "X reports to the Y", "accountable to the Y for", "relève du Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import statements
from orgraph.extract._listed import is_listed
from orgraph.extract._mentions import classified, numbered, superior_at
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._titles import STARTS, is_title, only_titles
from orgraph.extract._upward import Upward, upward
from orgraph.text import Span

# Between the posts and their verb: "Three Clerks, each supervising ten Tellers, report to", "also report to".
_ASIDE = re.compile(
    r"(?<!\s)(?:,\s+(?:each|all|who|which)\b.*|\s+(?:(?:also|both|all|directly)\s+)*(?:also|both|all|directly)?\s*)$",
    re.S,
)
_NO_POST = re.compile(r"(?:All|Each|Every|Most|Some|Many|Other|Others|Such|Tous|Chaque)\b")  # of whom not one is named
_ANNOUNCED = re.compile(r"\bfollowing\b|\bsuivante?s?\b", re.I)  # posts that are named elsewhere
# "Members of the team include a Clerk and two Drivers, all of whom report to": who is meant is named behind the verb.
_INCLUDE = re.compile(
    r"(?:[\w'-]+\s+){1,9}?(?:includes?|comprises?|consists?\s+of|(?:is|are))\s+(?=(?:the|an?|[A-Z]|\w+\s+[A-Z]))"
)
_OF_WHOM = re.compile(r",\s+(?:all|each|both)\s+of\s+whom\b|,\s+who\s+(?:all|both)\b")
_SECOND = re.compile(
    r",?\s+(?:and|et)\s+(?:(?:also\s+)?(?:directly\s+)?to\s+)?(?=the\s|du\s|de\s+la\s|au\s|[àa]\s+la\s)", re.I
)
_IN_ADDITION = re.compile(r"(?:In\s+addition|De\s+plus|En\s+outre|Par\s+ailleurs),?\s+")
_LISTED = re.compile(r"[\s*_]*(?::|,?\s*(?:soit|[àa]\s+savoir|namely)\b)")


def reports_to(reading: Reading) -> Iterator[Statement]:
    """A reporting line stated outright: "X reports to the Y", "accountable to the Y for", "relève du Y".

    What it reads: a sentence whose subject is the position (title, acronym, "this position", "the incumbent",
    "you") or left out ("Reports to the Y."); the next above in "reports through the Y to the Z" and "to the Z
    through the Y"; two superiors joined by "and the"; "Reporting to the Y, this role ..."; "Answerable to the Y,
    the X ..."; "receives direction from the Y", "is line managed by the Y"; "The Y assigns work" (not whoever "the
    Supervisor" is), "The Y, to whom the incumbent reports", "The Y is the supervisor of this position", "dont
    relève le titulaire"; the level and the number of the Y before or behind its title; "rend compte au Y", "fait
    rapport au Y", "Relevant du Y, le X ...", "Sous l'autorité du Y, le titulaire ..."; a Y that the text knows by
    an acronym. Where the sentence is about another post and Y is the position, the line runs from that post; also
    from each that "Members of the team include" names, "all of whom report to" it.
    Example: "The Clerk reports to the Harbour Council."
    Must not read: written reports ("prepares reports to the Minister"), functional lines, a superior that is no
    title ("reports to Parliament"), other people ("Staff work under"), what holds at times ("in the absence of",
    "during").
    Known misses: where a French title in small letters ends, behind "comptable au" and "responsable devant".
    """
    for line in upward(reading):
        yield from _superiors(reading, line) if line.own else _subordinates(reading, line)


def _superiors(reading: Reading, line: Upward) -> Iterator[Statement]:
    superior = line.superior
    yield Statement(SELF, "reports_to", superior, (Span(line.verb.start, superior.end),))
    yield from classified(reading, superior)
    yield from numbered(reading, superior)
    also = _SECOND.match(reading.view, superior.end)
    second = superior_at(reading, also.end()) if also else None
    if second is not None:
        yield Statement(SELF, "reports_to", second, (Span(line.verb.start, second.end),))


def _subordinates(reading: Reading, line: Upward) -> Iterator[Statement]:
    """Other posts that report to the position: "Five Inspectors and a Senior Advisor also report to the Director"."""
    if _LISTED.match(reading.view, line.superior.end):
        return  # what is counted here is listed behind it
    added = _IN_ADDITION.match(reading.view, line.start, line.verb.start)
    start = added.end() if added else line.start
    include = _INCLUDE.match(reading.view, start, line.verb.start)
    if include is not None and _OF_WHOM.search(reading.view, include.end(), line.verb.start):
        start = include.end()
    phrase = _ASIDE.sub("", reading.view[start : line.verb.start])
    if _NO_POST.match(phrase) or _ANNOUNCED.search(phrase) or not (reading.french or only_titles(phrase)):
        return
    items = list(in_sentence(reading, start, start + len(phrase)))
    if reading.french and not all(STARTS.match(found.mention.text) for found in items):
        return  # in small letters, only its noun tells a title from other words
    for found in items:
        if (found.code or is_title(found.mention.text)) and not (
            reading.subject.is_self(found.mention.text) or is_listed(reading, found.mention.text)
        ):
            yield from statements(found, Span(line.verb.start, line.superior.end), SELF)
