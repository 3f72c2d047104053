"""The title that a description gives its position at the top, or that a posting looks for."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from orgraph.extract._codes import codes
from orgraph.extract._columns import rest
from orgraph.extract._fields import Field
from orgraph.extract._grades import behind_title
from orgraph.extract._labels import after_residue
from orgraph.extract._titles import HEAD_NOUN, only_titles, title_at
from orgraph.text import Span, squeeze

if TYPE_CHECKING:
    from orgraph.extract._reading import Reading

# A line of its own near the top of a text; the name of a form, an employer or a unit is no title.
_LINE = re.compile(
    r"^[ \t]*+(?:\*\*|__|=+)?[ \t]*+(?:(?:Job|Position|Post|Role)\s+(?:Description|Profile)\s?[:–-]\s+)?"
    r"(?P<text>[^\W\d_][^\n:.]{3,90}?)[ \t*_=]{0,6}$",
    re.M | re.I,
)
_NUMBERED = re.compile(r"\s*(?:[-–]\s*#?\d{3,12}|\(#\s?\w{2,12}\s?\))$")  # "Wharf Manager (#13410)"
_DASH = re.compile(r"\s+[-–—|]\s+")
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
_FORM = re.compile(
    r"(?:job|position|work)\s+(?:description|details|profile)|description\s+de|d[ée]tails|summary|note\b|the role"
    r"|about",
    re.I,
)
# A posting without a title line says whom it looks for.
_POSTING = re.compile(
    r"\b(?:[Aa]s\s+(?:an?|our|the|its\s+next)|(?:seek(?:s|ing)|looking\s+for|recruiting(?:\s+for)?|hiring|searching\s+for)"
    r"\s+(?:an?|our|its)(?:\s+(?:new|next))?|[Ii]nvit(?:es|ing)\s+applications\s+for\s+(?:an?|the)"
    r"|[Aa]ccepting\s+applications\s+for(?:\s+an?|\s+the\s+(?:position|post)\s+of)?|[Tt]he\s+new|[Ff]or\s+(?:the|a)\s+(?:position|post|role)\s+of)\s+(?=[A-Z])"
)


class Name(NamedTuple):
    """One title of the subject and where it stands."""

    text: str
    span: Span


def given_title(reading: Reading) -> Name | None:
    """The title by the first of these that gives one: its field; a heading, or "Post"; a first line; a posting."""
    field = reading.field("title")
    name = _from_field(reading, field) if field is not None else None
    if name is not None:
        return name
    headed = min(filter(None, (_heading(reading), _called(reading))), key=lambda name: name.span, default=None)
    return headed or _first_line(reading) or _sought(reading)


def employer(reading: Reading) -> str:
    """The employer that the title field names before a colon; "" where it names none."""
    field = reading.field("title")
    found = _employer(reading, field) if field is not None else None
    return found[1] if found else ""


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
        stop = (
            match.end("text")
            if (number := _NUMBERED.search(match["text"])) is None
            else match.start("text") + number.start()
        )
        text = _DASH.sub(", ", reading.view[match.start("text") : stop])
        if HEAD_NOUN.search(text) and only_titles(text) and not _FORM.match(text) and not _OF_UNIT.search(text):
            return Name(squeeze(reading.view[match.start("text") : stop]), Span(match.start("text"), stop))
    return None


def _from_field(reading: Reading, field: Field) -> Name | None:
    """The title in a field: all of a plain field; of a table row, the words before the code, numbers left out."""
    start, end = field.span
    in_row = len(field.row) > 1
    start = after_residue(reading.view, start, end) if in_row else start
    owner = _employer(reading, field)
    start = owner[0] if owner else start
    cut = (_AFTER_TITLE if in_row else _BEHIND_TITLE).search(reading.view, start, end)
    stop = cut.start() if cut else end
    level = _LEVEL.search(reading.view, start, stop)
    stop = level.start() if level else stop
    grade = behind_title(reading.view, start, stop)
    stop = len(reading.view[: grade.span.start].rstrip(" -–—,(")) if grade else stop
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
    if match is None:
        return None
    quoted = (
        reading.view[field.span.start - 1 : field.span.start] == '"'
    )  # as pages set it: "Harbour Fellows: Deputy Clerk"
    if (HEAD_NOUN.search(match[0]) and not quoted) or not HEAD_NOUN.search(reading.view, match.end(), field.span.end):
        return None
    return match.end(), match["name"]
