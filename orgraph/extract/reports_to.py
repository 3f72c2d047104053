"""A reporting line stated outright: "X reports to the Y", "accountable to the Y for", "relève du Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._about import subject_end
from orgraph.extract._items import statements
from orgraph.extract._lists import in_sentence
from orgraph.extract._mentions import WRITTEN, classified, superior_at
from orgraph.extract._peers import DU
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._sentences import sentence_start
from orgraph.extract._titles import is_title, only_titles
from orgraph.model import Mention
from orgraph.text import Span

_UPWARD = re.compile(
    r"\b(?P<verb>[Rr]eports?(?:\s+(?:directly|jointly|administratively|solely))?\s+to|accountable\s+to"
    r"|[Uu]nder\s+(?:the\s+)?(?:(?:general|administrative|overall|direct|immediate|close|limited|broad|day-to-day|executive|policy"
    r"|and|or)\s+){0,3}(?:direction|supervision|authority|guidance|leadership)(?:\s+and\s+\w+)?\s+of)\s+"
)
_FRENCH = re.compile(
    rf"(?<!\bla )\b(?P<verb>[Rr]el[èe ]ve\s+(?:directement\s+)?{DU}|[Rr]end\s+compte\s+au\s+"
    rf"|[Ss]ous\s+l'autorit[ée ]\s+{DU})"
)
_PARTICIPLE = re.compile(r"(?<![^\s*#])(?P<verb>[Rr]eporting\s+(?:directly\s+)?to)\s+")
_OPENS = re.compile(r"(?:^|[.,\n*#])[ \t]*$")
_THIS_ROLE = re.compile(
    r"\s*,\s*(?:this|our|the|you|as)\b[^.\n]{0,80}?(?:\brole\b|\bposition\b|\bwill\b|\byou\b|'ll\b|\bis\b)?", re.I
)
# Every such line holds one of these words.
_CUES = ("eport", "ccountable", "nder ", "nder\n", "elève", "eleve", "el ve", "end compte", "ous l'autorit")
_AROUND_CUE = 80
_SECOND = re.compile(r"\s+(?:and|et)\s+(?:(?:also\s+)?(?:directly\s+)?to\s+)?(?=the\s|du\s|de\s+la\s)", re.I)
_POSITION_THAT = re.compile(r"This\s+is\s+an?\s[^.]{0,80}\b(?:position|role|post)\s+(?:that|which)\s*$")
# Between the subject and its verb: an acronym, an adverb, or other verbs that "and" joins to it.
_BEFORE_VERB = re.compile(
    r"(?:'ll|'re)?\s*(?:\([^()]{1,24}\))?[\s,]*(?:[^.;:]{0,200}?\b(?:and|also|will|shall|must)\b)?\s*(?:(?:also|directly|solely"
    r"|is|are|will)\s*){0,3},?\s*"
)
_HEADED = re.compile(r"Reports\s+to\s+[^\n.]{0,80}:")  # "Reports to the Board:" heads a list
_FUNCTIONAL = re.compile(r"functional|fonctionnel|dotted", re.I)


def reports_to(reading: Reading) -> Iterator[Statement]:
    """A reporting line stated outright: "X reports to the Y", "accountable to the Y for", "relève du Y".

    What it reads: a sentence whose subject is the position (title, acronym, "this position", "the
    incumbent"); two superiors joined by "and the"; "Reporting to the Y, this role ...". Where the
    sentence is about another post and Y is the position, the line runs from that post.
    Example: "The Clerk reports to the Harbour Council."
    Must not read: written reports ("prepares reports to the Minister"), functional lines, a
    superior that is no title ("reports to Parliament").
    Known misses: a subject named more than one sentence before.
    """
    for start, end in reading.near(_CUES, _AROUND_CUE, _AROUND_CUE):
        for pattern in (_UPWARD, _FRENCH, _PARTICIPLE):
            for match in pattern.finditer(reading.view, start, end):
                yield from _line(reading, match)


def _line(reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    view = reading.view
    superior = superior_at(reading, match.end())
    if superior is None:
        return
    if match.re is _PARTICIPLE:
        before = view[max(0, match.start() - 4) : match.start()]
        opens = _OPENS.search(before) and _THIS_ROLE.match(view, superior.end)
        if opens and not reading.subject.is_self(superior.text):
            yield Statement(SELF, "reports_to", superior, (Span(match.start("verb"), superior.end),))
        return
    start = max(sentence_start(view, match.start()), reading.body_start(match.start()))
    phrase = view[start : match.start()]
    if _FUNCTIONAL.search(phrase[-40:]) or len(phrase) > 300:
        return
    if match["verb"][1:].startswith("nder") or _is_about_subject(reading, start, match.start()):
        if not reading.subject.is_self(superior.text):
            yield from _superiors(reading, match, superior)
    else:
        yield from _subordinate(reading, start, match, superior)


def _superiors(reading: Reading, match: re.Match[str], superior: Mention) -> Iterator[Statement]:
    yield Statement(SELF, "reports_to", superior, (Span(match.start("verb"), superior.end),))
    yield from classified(reading, superior)
    also = _SECOND.match(reading.view, superior.end)
    second = superior_at(reading, also.end()) if also else None
    if second is not None:
        yield Statement(SELF, "reports_to", second, (Span(match.start("verb"), second.end),))


def _subordinate(reading: Reading, start: int, match: re.Match[str], superior: Mention) -> Iterator[Statement]:
    """Other posts that report to the position: "Five Inspectors and a Senior Advisor also report to the Director"."""
    phrase = reading.view[start : match.start()].rstrip()
    if not reading.subject.is_self(superior.text) or "following" in phrase.lower():
        return
    if not only_titles(phrase) or WRITTEN.match(reading.view, superior.end):
        return
    for found in in_sentence(reading, start, start + len(phrase)):
        if is_title(found.mention.text) and not reading.subject.is_self(found.mention.text):
            yield from statements(found, Span(match.start("verb"), superior.end), SELF)


def _is_about_subject(reading: Reading, start: int, verb: int) -> bool:
    """Whether the sentence is about the position, and the verb its own: not "prepares reports to"."""
    view = reading.view
    if _POSITION_THAT.match(view[start:verb]) or (start == verb and view[verb] == "R" and not _HEADED.match(view, verb)):
        return True
    own = subject_end(reading, start, verb)
    return own is not None and bool(_BEFORE_VERB.fullmatch(view[own:verb]))
