"""How a description names the position it describes: its title, other titles, and stand-ins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from orgraph.extract._codes import codes
from orgraph.extract._columns import rest
from orgraph.extract._fields import Field
from orgraph.extract._labels import after_residue
from orgraph.extract._lexicon import loose
from orgraph.extract._same_title import is_scan_of, shortens
from orgraph.extract._sentences import sentence_start
from orgraph.extract._titles import HEAD_NOUN, only_titles, title_at
from orgraph.text import Span, squeeze
from orgraph.titles import initials

if TYPE_CHECKING:
    from orgraph.extract._reading import Reading

# "This position", "the incumbent": found here as the subject, never as a title.
STAND_IN = re.compile(
    r"(?:the\s+)?(?:(?:post|job|role)[- ]?holder|(?:successful|ideal)\s+candidate)\b"
    r"|(?:this|the|ce|le|la|cette)\s+(?:senior\s+|executive\s+)?(?:position|post|role|job|incumbent|poste|fonction"
    r"|titulaire)\b(?:\s+du\s+poste\b)?"
    r"|(?:you|they|he\s+or\s+she|she\s+or\s+he|he\s*/\s*she|she\s*/\s*he|s/he)\b"
    r"|Position\b(?=\s*$|\s+is\b)"
    r"|(?:il\s+ou\s+elle|elle\s+ou\s+il)\b"
    r"|(?:le\s+ou\s+la|la\s+ou\s+le)\s+titulaire\b(?:\s+du\s+poste\b)?|it\b|incumbent\b",
    re.I,
)
# What may open a sentence before its subject: "With frequent elections, the Registrar ..."; no clause of its own.
OPENING = re.compile(
    r"(?:With|In|As|Under|During|Through|Within|Given|Working|Acting|Reporting|Appointed|(?:Acc|Answer|Respons)[a-z]+ble|On\s+behalf|At)\b[^.;:]{0,160}?,\s+"
    r"(?=the\b|this\b|you\b)|As\s+(?:an?|the|our)\s+[^.,;:]{3,80}?,?\s+(?=you\b)"
    r"|(?:Sous|En|Dans|Avec|Relevant|À)\b[^.;:]{0,160}?,\s+(?=(?:le|la|l'|ce|cette)\b)"
)
# A line of its own near the top of a text; the name of a form, an employer or a unit is no title.
_LINE = re.compile(
    r"^[ \t*_=]{0,6}(?:(?:Job|Position|Post|Role)\s+(?:Description|Profile)\s?[:–-]\s+)?"
    r"(?P<text>[^\s*_=:.][^\n:.]{3,90}?)[ \t*_=]{0,6}$",
    re.M | re.I,
)
_FIRST_LINES = 4
_OF_UNIT = re.compile(
    r"\b(?:Department|Office|Council|County|City|Trust|Agency|Authority|University|Division|Team|Committee|Commission"
    r"|Ministry|Details|Description)$",
    re.I,
)
_HEADING = re.compile(
    r"^[ ]{0,3}#{1,3}[ ]+(?:(?:Job|Post|Role)\s+(?:Description|Profile)\s?[:–]\s+)?(?P<text>[^\n#]{3,200}?)[ ]*$",
    re.M | re.I,
)
# What ends a title in a field; in the row of a flattened table, the end of the line does, too.
_BEHIND_TITLE = re.compile(r"(?<![ \t])[ \t]*+(?:\|\s|_|(?<![A-Za-z])[A-Z]{2}[A-Za-z]?-[0-9OIl]{1,2}\b)")
_EMPLOYER = re.compile(r"(?P<name>[^:\n]{2,60}):\s+")  # "Harbour Service: Chief of Moorings"
_LEVEL = re.compile(r"(?<![\s,]),?+\s++[A-Z]{2,3}[0-9]{1,2}$")  # "Chief of Moorings GS14"
_AFTER_TITLE = re.compile(rf"(?<![ \t])[ \t]*+\n|{_BEHIND_TITLE.pattern}")
_NUMBER = re.compile(r"[0-9OIl]{3,9}[,;.]?")
_ARTICLE = re.compile(r"(?:[Tt]he|[Ll]e|[Ll]a)\s*,\s*")
_SENTENCES = 12  # sentences about the subject that may bring another title of it
_ACRONYM_ROOM = 16  # characters of an acronym in brackets between title and verb
_FORM = re.compile(
    r"(?:job|position|work)\s+(?:description|details|profile)|description\s+de|d[ée]tails|summary|note\b|the role"
    r"|about",
    re.I,
)
# The sentences that can only be about the subject: what stands before these words is one of its titles.
_ABOUT = re.compile(
    r"\b(?:is\s+(?:one|1)\s+of|occupies\s+one\s+of|one\s+of\s+(?:one\s+of\s+)?(?:\w+\s+)?(?:positions?|executives?)"
    rf"|is\s+(?:specifically\s+)?accountable|{loose('est l')}['u]|est\s+(?:charg|responsable))"
)
_ABOUT_CUES = ("one of", "1 of", "one\n", "one  ", "accountable", "est ", "est\n")
_DUTY = re.compile(r"accountable|responsable|charg")
# A posting without a title line says whom it looks for.
_POSTING = re.compile(
    r"\b(?:[Aa]s\s+(?:an?|our|the)|(?:is\s+seeking|(?:are\s+)?looking\s+for)\s+(?:an?|our)(?:\s+new)?"
    r"|[Tt]he\s+new|[Ff]or\s+(?:the|a)\s+(?:position|post|role)\s+of)\s+(?=[A-Z])"
)
_ASSIGNED = re.compile(
    r"(?:assigned\s+to\s+the\s+position\s+of|{})\s+(?P<title>[^\n]{{3,120}})".format(loose("attribuées au poste de"))
)
_WITHIN = re.compile(r"\((?P<acronym>[A-Z]{2,6})\)$")
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-Z][A-Za-z/&-]{1,11})\)")


class Name(NamedTuple):
    """One title of the subject and where it stands."""

    text: str
    span: Span


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
        return any(shortens(text, name.text, self.employer) or is_scan_of(text, name.text) for name in self.names)

    def end_at(self, view: str, start: int) -> int | None:
        """Where one of the titles or acronyms ends that stands at `start`, spaces and case apart."""
        ends = [
            m.end()
            for name in (*self.names, *self.acronyms)
            if (m := _spelled(name.text).match(view, start)) is not None
        ]
        return max(ends, default=None)


def _spelled(text: str) -> re.Pattern[str]:
    return re.compile(r"\W{1,4}".join(map(re.escape, re.findall(r"\w+", text))) + r"(?:s\b)?", re.I)


def subject(reading: Reading) -> Subject:
    """The names of the subject: header field or heading first, then what the body calls it."""
    names: list[Name] = []
    said = [*_header(reading), *_body(reading)]
    for name in said:
        if not any(shortens(name.text, known.text) for known in names):
            names.append(name)
    acronyms = {acronym.text: acronym for acronym in _acronyms(reading, said)}
    field = reading.field("title")
    employer = _employer(reading, field) if field is not None else None
    return Subject(tuple(names), tuple(acronyms.values()), employer[1] if employer else "")


def _header(reading: Reading) -> Iterator[Name]:
    """The title by the first of these that gives one: its field; a heading, or "Post"; a first line; a posting."""
    field = reading.field("title")
    name = _from_field(reading, field) if field is not None else None
    if name is not None:
        yield name
        return
    headed = min(filter(None, (_heading(reading), _called(reading))), key=lambda name: name.span, default=None)
    name = headed or _first_line(reading) or _sought(reading)
    if name is not None:
        yield name


def _heading(reading: Reading) -> Name | None:
    for match in _HEADING.finditer(reading.view, 0, 4000):
        level = next(codes(reading.view, *match.span("text")), None)
        place = Span(match.start("text"), level.span.start if level else match.end("text"))
        text = reading.view[slice(*place)].strip("*([,- ")
        if HEAD_NOUN.search(text) and not _FORM.match(text):
            return Name(squeeze(text), place)
    return None


def _called(reading: Reading) -> Name | None:
    """The value of "Post" or "Role", where it is a title: "Role: Full-time" is none."""
    called = (field for field in reading.fields if field.name == "called" and HEAD_NOUN.search(field.value))
    field = next(called, None)
    return _from_field(reading, field) if field is not None else None


def _sought(reading: Reading) -> Name | None:
    """Whom a posting without a title line says that it looks for."""
    for match in _POSTING.finditer(reading.view):
        span = title_at(reading.view, match.end(), min(len(reading.view), match.end() + 160))
        if span is not None:
            return Name(squeeze(reading.view[slice(*span)]), span)
    return None


def _first_line(reading: Reading) -> Name | None:
    """The title that fills one of the first lines of a text without a heading: "ASSISTANT HARBOUR CLERK"."""
    for match in islice(_LINE.finditer(reading.view), _FIRST_LINES):
        text = match["text"]
        if HEAD_NOUN.search(text) and only_titles(text) and not _FORM.match(text) and not _OF_UNIT.search(text):
            return Name(squeeze(text), Span(*match.span("text")))
    return None


def _from_field(reading: Reading, field: Field) -> Name | None:
    """The title in a field: all of a plain field; of a table row, the words before the code, numbers left out."""
    start, end = field.span
    in_row = len(field.row) > 1
    start = after_residue(reading.view, start, end) if in_row else start
    employer = _employer(reading, field)
    start = employer[0] if employer else start
    cut = (_AFTER_TITLE if in_row else _BEHIND_TITLE).search(reading.view, start, end)
    stop = cut.start() if cut else end
    level = _LEVEL.search(reading.view, start, stop)
    stop = level.start() if level else stop
    words = [m for m in re.finditer(r"\S+", reading.view[start:stop]) if not (in_row and _NUMBER.fullmatch(m[0]))]
    text = " ".join(m[0] for m in words).strip(" ,;:._|(")
    if not text or text.upper() in ("TBD", "NEW", "N/A") or (in_row and not HEAD_NOUN.search(text)):
        return None
    place = Span(start + words[0].start(), start + words[-1].end())
    broken = rest(reading.view, reading.fields, field) if not in_row else None
    if broken is not None:
        return Name(squeeze(f"{reading.view[place.start : place.end + 1].strip()} {broken.text}"), place)
    return Name(squeeze(text), place)


def _employer(reading: Reading, field: Field) -> tuple[int, str] | None:
    """The employer that a title field names before a colon, and where the title behind it starts."""
    match = _EMPLOYER.match(reading.view, *field.span)
    if match is None or HEAD_NOUN.search(match[0]) or not HEAD_NOUN.search(reading.view, match.end(), field.span.end):
        return None
    return match.end(), match["name"]


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
            acronym = _ACRONYM.match(reading.view, place + name.span.end - name.span.start)
            if acronym:
                yield Name(acronym["acronym"], Span(*acronym.span("acronym")))
                break
