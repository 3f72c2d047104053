"""Staff that a field or a sentence outside the Dimensions gives to the position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._numbers import NUMBER, WORD, number, repairs_of
from orgraph.extract._reading import Reading
from orgraph.extract._staff import Staff, staff
from orgraph.extract._titles import HEAD_NOUN
from orgraph.model import Quantity
from orgraph.text import Span, squeeze

_ABOUT = r"(?:approximately|approx\.?|about|around|roughly|some|over|circa|c\.|~)"
# A field of its own line or cell: "Total staff: 228 FTE", "| Team size | 14 |".
_FIELD = re.compile(
    r"^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?(?P<label>"
    r"(?:(?:total|overall|current|number[ \t]+of|no\.?[ \t]+of)[ \t]+){0,2}"
    r"(?:FTEs?|WTE|headcount|staff(?:ing)?|employees|people)[ \t]+(?:\(?(?:FTEs?|WTE|headcount)\)?[ \t]*)?"
    r"(?:supervised|managed|line[ \t]managed|overseen|led|responsible[ \t]+for|in[ \t]+(?:the[ \t]+)?team)"
    r"(?:,?[ \t]+[a-z]+){0,4}"
    r"|(?:total|overall)[ \t]+(?:FTEs?|WTE|headcount|staff(?:ing)?)(?:[ \t]+\(?(?:FTEs?|WTE)\)?)?"
    r"|(?:total[ \t]+)?(?:team|staff|section|unit|branch|division)[ \t]+size"
    r"|size[ \t]+of[ \t]+team|staff(?:ing)?[ \t]+complement)"
    rf"(?:[*_ \t]{{0,4}}[:|]|[ ]{{3}}|\t)[*_ \t|]{{0,30}}(?:{_ABOUT}\s?)?"
    rf"(?P<low>{NUMBER}|{WORD})(?:\s?-\s?(?P<high>{NUMBER}))?"
    r"(?:[ \t]*(?:FTEs?|WTE|ASL|staff|people|employees))?[ \t*_]*(?=$|[|.;,(])",
    re.I | re.M,
)
_STAFF = ("fte", "wte", "asl", "eadcount", "taff", "mployees", "eople", "eam", "ize")
_FIELD_CUES = (*_STAFF, *map(str.upper, _STAFF))
_FTE = re.compile(r"\b(?:FTE|WTE|ASL)", re.I)
_PROSE = re.compile(
    r"\b(?:assigned\s+staff\s+of|staff\s+complement\s+of|organi[sz]ation\s+(?:consisting|composed)\s+of"
    r"|responsible\s+for\s+(?:a\s+)?(?:staff|team)\s+of"
    rf"|(?:overall|total|line\s+management)\s+responsibility\s+for(?=\s+(?:{_ABOUT}\s*)?{NUMBER}\s*(?:FTE|WTE|staff|employees|people))"
    r"|dirige\s+une?\s+(?:équipe|effectif)\s+de)\b",
    re.I,
)
# What a position does with its staff; the sentence must be about the position.
_LEADS = re.compile(
    r"\b(?:leads?|leading|supervises?|manages?|managing|directs?|heads?|oversees?|encadre|dirige|supervise|g[èe ]re"
    r"|(?:responsibility|accountable)\s+for|supervision\s+(?:of|to|over))"
    r"(?:,?\s+through\s[^.;:\n]{3,80}?,)?\s+(?:an?|une?)\s+(?!virtual|matrix)(?:[\w-]+\s+){0,3}?"
    r"(?:team|staff|workforce|group|organi[sz]ation|office|unit|section|équipe|effectif)\s+(?:of|de)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:leads|lead|supervises|manages|manage|directs|oversees|oversee)\s+"
    rf"(?=(?:{_ABOUT}\s*)?(?:{NUMBER}|{WORD})\s+(?:full-time\s+|permanent\s+|(?:direct\s+)?)(?:FTEs?|WTE|employees|staff|people|equivalents)\b)",
    re.I,
)
# What it is responsible for, and how many people that is: "responsible for the oversight of an agency with about 20".
_RUNS = re.compile(
    r"\b(?:responsib(?:le|ility)\s+for|provid(?:es?|ing)\s+(?:[a-z]+\s+){0,2}leadership(?:\s+and\s+(?:[a-z]+\s+){1,2})?\s+(?:to|for)|oversees?|leads?|directs?|heads|manages?)\s+(?:the\s+|an?\s+)(?!virtual|matrix)[^.;:()\n]{0,140}?"
    r"\b(?:agency|organi[sz]ation|office|department|division|workforce|staff|team|unit)\s+(?:with|of|\()\s*"
    r"(?=(?:approximately|about|around|roughly|some|over|~)?\s*\d)",
    re.I,
)
_TEAMS = ("office", "unit", "section", "taff", "team", "orkforce", "group", "rganiz", "rganis", "quipe", "ffectif")
_HEADS = ("gency", "ffice", "epartment", "ivision", "unit ")
_HEADCOUNT = ("mployees", "taff", "people", "FTE", "WTE", "equivalents")
# Each pattern with the words that every match of it holds, how far before them it may start, and how far behind end.
_IN_PROSE = (
    (_PROSE, (*_TEAMS, "sponsibility for"), 60),
    (_LEADS, _TEAMS, 150),
    (_PEOPLE, _HEADCOUNT, 90),
    (_RUNS, (*_TEAMS, *_HEADS), 190),
)
_NEAR = 40  # characters between the position and its verb
_JOINED = re.compile(r"\sand(?:\s+(?:also|will|shall|you'll))*\s*$")  # "... and will" before the verb
_OPENS = re.compile(
    r"(?:(?:Directly|Also|To|[A-Z][a-z]+(?:,\s+[a-z]+){0,3},?\s+and|Provides?\s+(?:[a-z]+\s+){0,4})\s*)?"
)
_OF_EACH = re.compile(r"\beach\s*$")
_OF_ANOTHER = re.compile(
    r"\b(?:who|which|that|qui)\s+(?:(?:is|are|est|also)\s+){0,2}$"
)  # whose list item, or superior, it is
_ITEM = re.compile(r"[ \t]*[*+-][ \t]+\*{0,2}(?P<title>[A-Z][^*:;.\n]{3,90}?)\s?(?:\*\*|:)")
_DIRECT = re.compile(r"\bdirect(?:ly)?\b", re.I)
_INDIRECT = re.compile(r"\bindirect", re.I)
_AT_TIMES = re.compile(r"\s+(?:\w+\s+)?(?:temporary|seasonal|casual|contract|volunteers?|poll|student)\b", re.I)


def staff_told(reading: Reading) -> Iterator[Staff]:
    """The staff that the first field tells; else that which the first sentence tells."""
    told = False
    for match in reading.opening(_FIELD, _FIELD_CUES, 60):
        figure = _in_field(reading, match)
        if figure is not None:
            told = True
            yield figure
            break
    if not told:
        yield from _in_prose(reading)


def _in_field(reading: Reading, match: re.Match[str]) -> Staff | None:
    if _DIRECT.search(match["label"]) and not _INDIRECT.search(match["label"]):
        return None  # its direct reports are a part of the staff
    low = number(match["low"], match.start("low"), repair=reading.repair)
    high = number(match["high"], match.start("high"), repair=reading.repair) if match["high"] else low
    if low is None or high is None or high.value < low.value:
        return None
    quantity = Quantity(
        measure="fte" if _FTE.search(match[0]) else "headcount",
        low=low.value,
        high=high.value,
        label=squeeze(match["label"]),
        step=low.step,
        approximate=re.search(_ABOUT, match[0][match.end("label") - match.start() :]) is not None,
    )
    return Staff(quantity, Span(*match.span("low")), repairs_of(low, high))


def _in_prose(reading: Reading) -> Iterator[Staff]:
    """The figure of the first sentence; people for a season are no staff, and before a list they are its reports."""
    view = reading.view
    cues = (
        m
        for pattern, cues, before in _IN_PROSE
        for m in reading.matches(pattern, cues, before, 60)
        if not _OF_EACH.search(view[max(0, m.start() - 12) : m.start()])
        and not (pattern is _PROSE and _OF_ANOTHER.search(view[max(0, m.start() - 24) : m.start()]))
        and not _in_item_of_another(reading, m.start())
        and (pattern is _PROSE or _is_about_subject(reading, m.start()))
    )
    for cue in islice(cues, 1):
        for figure in islice(staff(view, cue.start(), cue.end() + 60, repair=reading.repair), 1):
            listed = cue.re is _PEOPLE and view[figure.span.end : figure.span.end + 1] == ":"
            if not listed and not _AT_TIMES.match(view, figure.span.end):
                yield figure._replace(quantity=replace(figure.quantity, label=squeeze(cue[0])))


def _in_item_of_another(reading: Reading, verb: int) -> bool:
    """Whether a sentence stands in a bullet that begins with the title of another post: "* **Chief, Nets:** ..."."""
    item = _ITEM.match(reading.view, reading.view.rfind("\n", 0, verb) + 1, verb)
    return (
        item is not None and HEAD_NOUN.search(item["title"]) is not None and not reading.subject.is_self(item["title"])
    )


def _is_about_subject(reading: Reading, verb: int) -> bool:
    """Whether the sentence whose verb stands there begins with it, with the position, or with you."""
    view, start = reading.view, clause_start(reading, verb)
    if _OPENS.fullmatch(view, start, verb) and view[start].isupper():
        return True
    end = subject_end(reading, start, verb)
    return end is not None and end <= verb and (verb <= end + _NEAR or _JOINED.search(view, end, verb) is not None)
