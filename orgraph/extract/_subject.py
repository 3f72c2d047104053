"""How a description names the position it describes: its title, other titles, and stand-ins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from orgraph.extract._given_title import Name, employer, given_title
from orgraph.extract._lexicon import loose
from orgraph.extract._same_title import is_scan_of, shortens
from orgraph.extract._sentences import sentence_start
from orgraph.extract._titles import title_at
from orgraph.text import Span, squeeze
from orgraph.titles import abbreviates, initials, is_bare

if TYPE_CHECKING:
    from orgraph.extract._reading import Reading

# "This position", "the incumbent": found here as the subject, never as a title.
STAND_IN = re.compile(
    r"(?:the\s+)?(?:(?:post|job|role)[- ]?holder|(?:successful|ideal)\s+candidate)\b"
    r"|(?:this|the|ce|le|la|cette)\s+(?:senior\s+|executive\s+)?(?:position|post|role|job|class|incumbent|poste|fonction"
    r"|titulaire|personne\s+titulaire)\b(?:\s+du\s+poste\b)?"
    r"|the\s+person\s+(?:in|holding)\s+this\s+(?:position|post|role|job)\b"
    r"|each\b(?=\s+(?:is|has|leads|manages|supervises|line)\b)|(?:you|vous|they|he\s+or\s+she|she\s+or\s+he|he\s*/\s*she|she\s*/\s*he|s/he)\b"
    r"|(?:Position\b(?=\s*$|\s+is\b)|one\b(?=\s*$))"
    r"|(?:il\s+ou\s+elle|elle\s+ou\s+il)\b"
    r"|(?:le\s+ou\s+la|la\s+ou\s+le)\s+titulaire\b(?:\s+du\s+poste\b)?|it\b|incumbent\b",
    re.I,
)
# What may open a sentence before its subject: "With frequent elections, the Registrar ..."; no clause of its own.
OPENING = re.compile(
    r"(?:With|In|As|Under|During|Through|Within|Given|Working|Acting|Reporting|Appointed|(?:Acc|Answer|Respons)[a-z]+ble|On\s+behalf|At)\b[^.;:]{0,160}?,\s+"
    r"(?=the\b|this\b|you\b)|In\s+this\s+(?:role|position|post|job),?\s+(?=you\b)|As\s+(?:an?|the|our)\s+[^.,;:]{3,80}?,?\s+(?=you\b)"
    r"|(?:Sous|En|Dans|Avec|Relevant|À)\b[^.;:]{0,160}?,\s+(?=(?:le|la|l'|ce|cette)\b)"
)
_ARTICLE = re.compile(r"(?:[Tt]he|[Ll]e|[Ll]a)\s*,\s*")
_SENTENCES = 12  # sentences about the subject that may bring another title of it
_ACRONYM_ROOM = 16  # characters of an acronym in brackets between title and verb
# The sentences that can only be about the subject: what stands before these words is one of its titles.
_ABOUT = re.compile(
    r"\b(?:is\s+(?:one|1)\s+of|occupies\s+one\s+of|one\s+of\s+(?:one\s+of\s+)?(?:\w+\s+)?(?:positions?|executives?)"
    rf"|is\s+(?:specifically\s+)?accountable|{loose('est l')}['u]|est\s+(?:charg|responsable))"
)
_ABOUT_CUES = ("one of", "1 of", "one\n", "one  ", "accountable", "est ", "est\n")
_DUTY = re.compile(r"accountable|responsable|charg")
_ASSIGNED = re.compile(
    r"(?:assigned\s+to\s+the\s+position\s+of|{})\s+(?P<title>[^\n]{{3,120}})".format(loose("attribuées au poste de"))
)
_WITHIN = re.compile(r"\((?P<acronym>[A-Z]{2,6})\)$")
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-Z][A-Za-z/&-]{1,11})\)")
# With a rank written out: "(Senior ADM/CIO)"; what it stands for must be the title before it.
_RANKED = re.compile(r"\s*\((?P<acronym>[A-Z][a-z]{1,11}\.? [A-Z]{2,6}(?:/[A-Z]{2,6})?)\)")


class Subject(NamedTuple):
    """The titles of the subject (the first is its title), its acronyms, and the employer that its title field names."""

    names: tuple[Name, ...]
    acronyms: tuple[Name, ...]
    employer: str = ""

    @property
    def title(self) -> Name | None:
        """The title that the header or the heading gives."""
        return self.names[0] if self.names else None

    def is_self(self, text: str) -> bool:
        """Whether a phrase stands for the subject: a stand-in, a title, its rank alone, an acronym."""
        text = squeeze(text)
        if STAND_IN.match(text) or any(text == acronym.text for acronym in self.acronyms):
            return True
        for acronym in self.acronyms:
            text = text.removesuffix(f", {acronym.text}")  # the rank, and the acronym in the place of the field
        return any(shortens(text, name.text, self.employer) or is_scan_of(text, name.text) for name in self.names)

    def end_at(self, view: str, start: int) -> int | None:
        """Where one of the titles or acronyms ends that stands at `start`, spaces and case apart.

        A rank that an organization has once needs no field: "Chief Data Officer" of "Chief Data Officer, Tides".
        """
        texts = [name.text for name in (*self.names, *self.acronyms)]
        texts += [alone for text in texts if not is_bare(alone := text.partition(",")[0])]
        ends = [m.end() for text in texts if (m := _spelled(text).match(view, start)) is not None]
        return max(ends, default=None)


def _spelled(text: str) -> re.Pattern[str]:
    return re.compile(r"\W{1,4}".join(map(re.escape, re.findall(r"\w+", text))) + r"(?:s\b)?", re.I)


def subject(reading: Reading) -> Subject:
    """The names of the subject: header field or heading first, then what the body calls it."""
    names: list[Name] = []
    given = given_title(reading)
    said = [*([given] if given else []), *_body(reading)]
    for name in said:
        if not any(shortens(name.text, known.text) for known in names):
            names.append(name)
    acronyms = {acronym.text: acronym for acronym in _acronyms(reading, said)}
    names = [name for name in names if name.text not in acronyms]
    return Subject(tuple(names), tuple(acronyms.values()), employer(reading))


def _body(reading: Reading) -> Iterator[Name]:
    """Titles in the first sentences that are about the subject by their form."""
    for match in islice(reading.matches(_ABOUT, _ABOUT_CUES, 30, 60), _SENTENCES):
        start = max(sentence_start(reading.view, match.start()), reading.body_start(match.start()))
        if _DUTY.search(match[0]) and not _opens_section(reading, start):
            continue
        span = _title_before(reading, start, match.start())
        if span is not None:
            yield Name(squeeze(reading.view[slice(*span)]), span)
    for match in list(_ASSIGNED.finditer(reading.view))[:2]:
        span = title_at(reading.view, match.start("title"), match.end("title"), french=reading.french)
        if span is not None:
            yield Name(squeeze(reading.view[slice(*span)]), span)


def _title_before(reading: Reading, start: int, end: int) -> Span | None:
    """The title that fills a sentence from its start, "The, Director, Policy," included."""
    for skip in (OPENING, _ARTICLE):
        match = skip.match(reading.view, start, end)
        start = match.end() if match else start
    span = title_at(reading.view, start, end, french=reading.french)
    if span is None or STAND_IN.match(reading.view, span.start, end):
        return None
    return span if len(reading.view[span.end : end].strip(" ,")) <= _ACRONYM_ROOM else None


def _opens_section(reading: Reading, position: int) -> bool:
    """Whether a sentence opens a part about duties: only there it is sure to be about the subject."""
    kind = next((s.kind for s in reversed(reading.sections) if s.body.start <= position), "")
    opens = not re.search(r"\w", reading.view[reading.body_start(position) : position])
    return opens and kind != "structure"


def _acronyms(reading: Reading, names: list[Name]) -> Iterator[Name]:
    for name in names:
        within = _WITHIN.search(name.text)
        if within is not None and initials(name.text[: within.start()]) == within["acronym"]:
            place = reading.view.index(within["acronym"], name.span.start)
            yield Name(within["acronym"], Span(place, place + len(within["acronym"])))
        for place in reading.spelled(reading.view[slice(*name.span)]):
            end = place + name.span.end - name.span.start
            acronym = _ACRONYM.match(reading.view, end) or _RANKED.match(reading.view, end)
            if acronym and (acronym.re is _ACRONYM or abbreviates(acronym["acronym"], name.text)):
                yield Name(acronym["acronym"], Span(*acronym.span("acronym")))
                break
