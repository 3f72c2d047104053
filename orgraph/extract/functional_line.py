"""Functional lines, apart from solid ones: "reports functionally to", "dotted line to", "functional guidance from"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._enumeration import in_sentence
from orgraph.extract._items import item, statements
from orgraph.extract._mentions import superior_at
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._peers import DU, RELEVE
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_end
from orgraph.extract._titles import HEAD_NOUN, STARTS, only_titles, title_at
from orgraph.model import Mention
from orgraph.text import Span, squeeze

_CUES = ("unctional", "onctionnel", "otted")  # every such line holds one of these
_UP = re.compile(
    r"\b(?P<cue>reports?\s+functionally\s+to|functionally\s+(?:reports?\s+)?to|dotted[- ]line(?:\s+report(?:ing"
    r"|s)?)?\s+(?:in)?to|functional\s+(?:guidance|direction|supervision)\s+(?:is\s+received\s+)?from"
    r"|(?P<has>functional\s+reporting)\s+(?:relationship|line|link)\s+(?:to|with)"
    r"|under\s+the\s+functional\s+(?:direction|guidance|authority)\s+of)\s+"
    rf"|(?P<fr>sur\s+le\s+plan\s+fonctionnel,?\s+{DU})",
    re.I,
)
_DOWN = re.compile(
    rf"\b[Ff]unctional\s+(?:supervision|direction|guidance|authority)\s+(?:of|over|to)\s+(?P<the>the\s+)?(?="
    rf"(?:{NUMBER}|{WORD})\s+[A-Za-z]|[A-Z])"
)
_BELOW = re.compile(r"reports?\s+functionally", re.I)
_IN_ADDITION = re.compile(r"In\s+addition,?\s+")
_DOWN_FR = re.compile(
    r"\b(?:autorit[ée ]|direction|supervision|surveillance)\s+fonctionnelle\s+(?:sur|(?:à|a)\s+l'[ée ]gard)\s+"
    r"(?:des?\s|du\s|les?\s|la\s)"
)
_FROM_FR = re.compile(
    rf"\b(?P<verb>{RELEVE})\s+(?:fonctionnellement\s+{DU}|{DU}(?=[^.;:\n]{{3,120}}?,?\s(?:sur\s+le\s+plan\s+fonctionnel|fonctionnellement)))",
    re.I,
)


def functional_line(reading: Reading) -> Iterator[Statement]:
    """Functional lines, apart from solid ones: "reports functionally to", "dotted line to", "functional guidance from".

    What it reads: a functional superior of the position (also "has a functional reporting relationship to"); posts
    that the position supervises functionally, with their number; in French, posts that report to it
    functionally. A functional line never counts as a reporting line.
    Example: "with a dotted line to the Industry Director".
    Must not read: "functional activities", "Functional Services" as a name.
    Known misses: functional direction to staff without a title; "Reporting functionally to the X are ...".
    """
    view, french = reading.view, reading.french
    for match in reading.matches(_UP, _CUES, 40, 80):
        start = clause_start(reading, match.start())
        if match["has"] and subject_end(reading, start, match.start()) is None:
            continue
        span = title_at(view, match.end(), min(len(view), match.end() + 240), french=french)
        if span is not None and reading.subject.is_self(view[slice(*span)]):
            yield from _from_below(reading, match, span)
        elif span is not None:
            mention = Mention(kind="position", text=squeeze(view[slice(*span)]), start=span.start, end=span.end)
            yield Statement(SELF, "functional_line_to", mention, (Span(match.start(), span.end),))
    for match in reading.matches(_DOWN_FR, _CUES, 40, 80) if french else ():
        span = title_at(view, match.end(), min(len(view), match.end() + 160), french=True)
        found = item(reading, *span) if span is not None else None
        if found is not None and STARTS.match(found.mention.text):
            yield from statements(found, Span(*match.span()), SELF, "functional_line_to")
    for match in reading.matches(_FROM_FR, _CUES, 160, 40) if french else ():
        start, boss = clause_start(reading, match.start()), superior_at(reading, match.end())
        if boss is None or not reading.subject.is_self(re.sub(r"\s+sur\s+le\s+plan.*", "", boss.text)):
            continue
        for found in in_sentence(reading, start, match.start()):
            if STARTS.match(found.mention.text):
                yield from statements(found, Span(match.start(), boss.end), SELF, "functional_line_to")
    for match in reading.matches(_DOWN, _CUES, 40, 80):
        end = sentence_end(view, match.end(), min(len(view), match.end() + 120))
        stop = re.search(r"\b(?:formally|reporting|on|in|who|for|to)\b|[,(]", view[match.end() : end])
        span = title_at(view, match.end(), end) if view[match.end()].isupper() else None
        found = item(reading, *(span or (match.end(), match.end() + stop.start() if stop else end)))
        if found is not None and found.mention.kind == "position" and HEAD_NOUN.search(found.mention.text):
            yield from statements(found, Span(*match.span()), SELF, "functional_line_to")


def _from_below(reading: Reading, match: re.Match[str], position: Span) -> Iterator[Statement]:
    """Posts that a sentence names before "report functionally to" and the position."""
    start = clause_start(reading, match.start())
    added = _IN_ADDITION.match(reading.view, start, match.start())
    start = added.end() if added else start
    if _BELOW.match(match["cue"] or "") and only_titles(reading.view[start : match.start()]):
        for found in in_sentence(reading, start, match.start()):
            if HEAD_NOUN.search(found.mention.text) and not reading.subject.is_self(found.mention.text):
                yield from statements(found, Span(match.start(), position.end), SELF, "functional_line_to")
