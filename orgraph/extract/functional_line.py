"""Functional lines, apart from solid ones: "reports functionally to", "dotted line to", "functional guidance from"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from orgraph.extract._about import begins_with_position, clause_start, subject_end
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import item, statements
from orgraph.extract._mentions import superior_at, superior_in
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peers import DU, RELEVE
from orgraph.extract._plurals import singular
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._subject import STAND_IN
from orgraph.extract._titles import HEAD_NOUN, STARTS, is_title, only_titles, title_at
from orgraph.model import Mention
from orgraph.text import Span, squeeze

_CUES = ("unctional", "onctionnel", "otted")  # every such line holds one of these
_UP = re.compile(
    r"\b(?P<cue>reports?\s+functionally\s+to|functionally\s+(?:reports?\s+)?to|dotted[- ]line(?:\s+report(?:ing"
    r"|s)?)?\s+(?:in)?to|functional\s+(?:guidance|direction|supervision)\s+(?:is\s+received\s+)?from"
    r"|(?P<has>functional\s+reporting)\s+(?:relationship|line|link)\s+(?:to|with)"
    r"|under\s+the\s+functional\s+(?:direction|guidance|authority)\s+of)\s+"
    rf"|(?P<fr>(?:sur\s+le\s+plan\s+fonctionnel|(?<=et\s)fonctionnellement),?\s+{DU})",
    re.I,
)
_DOWN = re.compile(
    r"\b(?:[Ff]unctional|[Dd]otted[- ]line|[Mm]atrix)\s+"
    r"(?:supervision|direction|guidance|authority|responsibility|management)\s+"
    rf"(?:of|over|to|for)\s+(?P<the>the\s+)?(?="
    rf"(?:{NUMBER}|{WORD})\s+[A-Za-z]|[A-Z])"
)
# Posts in the plural that report to somebody else, or of which a bracket gives the number.
_SEVERAL = re.compile(
    rf"(?P<post>(?:(?:{WORD}|{NUMBER})\s+)?[A-Z][^.;:()\n]{{3,80}}?s\b[^.;:()\n]{{0,40}}?\s?(?P<times>\(x?\s?[0-9OIl]{{1,3}}\))?)"
    r"(?:,\s+(?:who|which)\s+(?:formally\s+)?reports?\b|(?(times)|(?!)))"
)
_A_NUMBER = re.compile(rf"(?:{NUMBER}|{WORD})\s+")
_BELOW = re.compile(r"reports?\s+functionally|dotted", re.I)
_THEM = re.compile(r"them\b")  # of a description of several who hold the post
_HAVING = re.compile(r"\s+(?:have|has|with)\s+an?\s+$")  # "Lead Clerks have a" before "dotted line to you"
_PLACED = re.compile(r"(?<!\s)\s+(?:on|in|within|across)\s+(?:your|the|each|its|their)\s[^,;:.()]{2,60}$")
# "the Lamp Managers within your harbour (dotted-line reports)"
_MARKED = re.compile(r"\s*\((?:dotted|functional|matrix)[- ](?:line\s+)?reports?\)", re.I)
_LAST_POST = re.compile(r"(?:^|[\s(])(?:the|your|our|all|to|and|with|other)\s+(?=[A-Z])")
_OPENING = re.compile(r"(?:In\s+addition,?\s+)?(?:[Tt]here\s+(?:are|is)\s+(?:also\s+)?)?")
_WHO = re.compile(r"\s+(?:who|that|which)\s*(?:also\s*)?$")
_DOWN_FR = re.compile(
    r"\b(?:autorit[ée ]?|direction|supervision|surveillance)\s+fonctionnelle\s+"
    r"(?:(?:sur|(?:à|a)\s+l'[ée ]gard)\s+(?:des?\s|du\s|les?\s|la\s)"
    rf"|(?:de|du|des|sur)\s+(?=(?:les\s+)?(?:{WORD}|\d{{1,2}})\s))"
)
_ARTICLE = re.compile(r"(?:(?:Le|La|Les)\s+)?")
_FROM_FR = re.compile(
    rf"\b(?P<verb>{RELEVE}),?\s+(?:(?:fonctionnellement|sur\s+le\s+plan\s+fonctionnel),?\s+{DU}|{DU}(?=[^.;:\n]{{3,120}}?,?\s(?:sur\s+le\s+plan\s+fonctionnel|fonctionnellement)))",
    re.I,
)


def functional_line(reading: Reading) -> Iterator[Statement]:
    """Functional lines, apart from solid ones: "reports functionally to", "dotted line to", "functional guidance from".

    What it reads: a functional superior of the position (also "has a functional reporting relationship to", and a
    field "Professionally accountable to"); posts that the position supervises functionally, with their number, or
    that the text calls its dotted-line reports, or that report to another superior ("a dotted line to the Pilots
    (x4), who report to"); in French, posts that report to it functionally. A functional line never counts as a
    reporting line.
    Example: "with a dotted line to the Industry Director".
    Must not read: "functional activities", "Functional Services" as a name.
    Known misses: functional direction to staff without a title; "Reporting functionally to the X are ...".
    """
    view, french = reading.view, reading.french
    for field in reading.fields:
        if field.name == "functional_superior" and is_title(field.value):
            mention = superior_in(reading, field.span)
            yield Statement(SELF, "functional_line_to", mention, (Span(mention.start, mention.end),))
    for match in reading.matches(_UP, _CUES, 40, 80):
        start = clause_start(reading, match.start())
        if match["has"] and subject_end(reading, start, match.start()) is None:
            continue
        span = title_at(view, match.end(), min(len(view), match.end() + 240), french=french)
        stand_in = _THEM.match(view, match.end()) or STAND_IN.match(view, match.end())
        if span is None and stand_in is not None:
            yield from _from_below(reading, match, Span(*stand_in.span()))
        elif span is not None and reading.subject.is_self(view[slice(*span)]):
            yield from _from_below(reading, match, span)
        elif span is not None and (several := _SEVERAL.match(view, span.start)) is not None:
            yield from _of_several(reading, match, several)
        elif span is not None:
            mention = Mention(kind="position", text=squeeze(view[slice(*span)]), start=span.start, end=span.end)
            yield Statement(SELF, "functional_line_to", mention, (Span(match.start(), span.end),))
    for match in reading.matches(_DOWN_FR, _CUES, 40, 80) if french else ():
        span = title_at(view, match.end(), min(len(view), match.end() + 160), french=True)
        found = item(reading, *span) if span is not None and not _is_of_another(reading, match.start()) else None
        if found is not None and STARTS.match(found.mention.text):
            yield from statements(found, Span(*match.span()), SELF, "functional_line_to")
    for match in reading.matches(_FROM_FR, _CUES, 160, 40) if french else ():
        start, boss = clause_start(reading, match.start()), superior_at(reading, match.end())
        if boss is None or not reading.subject.is_self(re.sub(r"\s+sur\s+le\s+plan.*", "", boss.text)):
            continue
        for found in in_sentence(reading, start, match.start()):
            if STARTS.match(found.mention.text):
                yield from statements(found, Span(match.start(), boss.end), SELF, "functional_line_to")
    for match in reading.matches(_MARKED, ("otted", "unctional", "atrix"), 40, 60):
        yield from _marked(reading, match)
    for match in reading.matches(_DOWN, _CUES, 40, 80):
        end = sentence_end(view, match.end(), min(len(view), match.end() + 120))
        stop = re.search(r"\b(?:formally|reporting|on|in|who|for|to)\b|[,(]", view[match.end() : end])
        number = _A_NUMBER.match(view, match.end(), end)
        title = number.end() if number else match.end()
        span = title_at(view, title, end) if view[title].isupper() else None
        span = Span(match.end(), span.end) if span is not None else None
        found = item(reading, *(span or (match.end(), match.end() + stop.start() if stop else end)))
        if found is not None and found.mention.kind == "position" and HEAD_NOUN.search(found.mention.text):
            yield from statements(found, Span(*match.span()), SELF, "functional_line_to")


def _of_several(reading: Reading, match: re.Match[str], several: re.Match[str]) -> Iterator[Statement]:
    """Posts of one title that have a superior of their own: "a dotted line to the Pilots (x4), who report to"."""
    found = item(reading, *several.span("post"))
    if found is not None and found.mention.kind == "position" and found.plural:
        one = found._replace(mention=replace(found.mention, text=singular(found.mention.text)))
        yield from statements(one, Span(match.start(), several.end("post")), SELF, "functional_line_to")


def _marked(reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """The post that a bracket calls a dotted-line report: the last title before it, and where that post is."""
    view, low = reading.view, max(clause_start(reading, match.start()), match.start() - 120)
    for lead in reversed(list(_LAST_POST.finditer(view, low, match.start()))):
        span = title_at(view, lead.end(), match.start())
        if span is None or not HEAD_NOUN.search(view, *span):
            continue
        found = item(reading, *span)
        if found is not None and (span.end == match.start() or _PLACED.fullmatch(view, span.end, match.start())):
            one = found._replace(mention=replace(found.mention, text=singular(found.mention.text)))
            yield from statements(one, Span(*match.span()), SELF, "functional_line_to")
        return


def _is_of_another(reading: Reading, place: int) -> bool:
    """Whether the sentence around a place begins with another post than the position."""
    start = clause_start(reading, place)
    article = _ARTICLE.match(reading.view, start)
    noun = STARTS.match(reading.view, article.end() if article else start, place)
    return noun is not None and not begins_with_position(reading, start)


def _from_below(reading: Reading, match: re.Match[str], position: Span) -> Iterator[Statement]:
    """Posts that a sentence names before "report functionally to" and the position."""
    start = clause_start(reading, match.start())
    start = max(start, reading.view.rfind("; ", start, match.start()) + 2)
    opening = _OPENING.match(reading.view, start, match.start())
    start = opening.end() if opening else start
    phrase = _PLACED.sub("", _HAVING.sub("", _WHO.sub("", reading.view[start : match.start()])))
    if _BELOW.match(match["cue"] or "") and only_titles(phrase):
        for found in in_sentence(reading, start, start + len(phrase)):
            if HEAD_NOUN.search(found.mention.text) and not reading.subject.is_self(found.mention.text):
                yield from statements(found, Span(match.start(), position.end), SELF, "functional_line_to")
