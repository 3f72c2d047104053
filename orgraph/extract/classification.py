"""The classification of the position, and of its superior's, from their header fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgraph.extract._codes import Code, codes
from orgraph.extract._fields import Field
from orgraph.extract._grades import behind_title, first_grade, in_brackets, of_scheme
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.extract._superior import header_superior
from orgraph.model import Classification
from orgraph.text import Span

_SPACED = re.compile(r"(?P<group>[A-Z]{2,3}) (?P<level>\d{1,2})")  # "EX 01", which only a field of its own can hold
# "Pay Grade: 27", "Band: 8a": the label names the scheme; an aside may follow.
_BARE = re.compile(r"(?P<code>(?P<level>\d{1,3})[A-Za-z]?|[A-Z])(?:\s*\([^()]*\))?")
_SCHEME = re.compile(r"\b(?:Grade|Band)\b", re.I)

_BELOW = re.compile(r"[ \t*_]*\n\s{0,3}[*_]{0,2}(?P<code>[A-Z]{2,4}-[\d-]{1,9})[ \t*_]*(?=\n|$)")
_BEHIND = 24  # characters behind a title that may hold its code


def classification(reading: Reading) -> Iterator[Statement]:
    """The classification of the position, and of its superior's, from their header fields.

    What it reads: "Level", "Classification", "Group/Level", "Niveau du poste", or the code that stands
    behind the title in its field or in the heading, a grade there, too ("Manager, Quays – Grade VIII"); "EX 01",
    "Band 8a", "PO 5-8" or "SEO" in a field of its own, "27" in one that is called a grade or a band; look-alikes in
    a code are repaired on record ("EX-OI(P)" is EX-01, qualifier P, which is not expanded).
    Example: "**Level:** EX-01".
    Must not read: a code in a list of reports; that code is another position's.
    Known misses: a level that the prose gives.
    """
    for name, mention in (("classification", SELF), ("supervisor_classification", None)):
        superior = header_superior(reading) if mention is None else None
        subject = mention or (superior.mention if superior else None)
        code = next((c for field in _places(reading, name) for c in _codes(reading, field)), None)
        code = code or (_in_heading(reading) if mention is SELF else None)
        if subject is not None and code is not None:
            yield Statement(subject, "classification", code.value, (code.span,), (code.repair,) if code.repair else ())


def _in_heading(reading: Reading) -> Code | None:
    """The code that fills the line below the title, or stands behind it in one heading: "# Director, Nets (EX-01)"."""
    title = reading.subject.title
    if title is not None and (below := _BELOW.match(reading.view, title.span.end)) is not None:
        return next(codes(reading.view, *below.span("code"), repair=reading.repair), None)
    if title is None or not reading.view[reading.view.rfind("\n", 0, title.span.start) + 1 :].startswith("#"):
        return None
    end = reading.view.find("\n", title.span.end)
    stop = min(end if end != -1 else len(reading.view), title.span.end + _BEHIND)
    return next(codes(reading.view, title.span.end, stop, repair=reading.repair), None)


def _places(reading: Reading, name: str) -> list[Field]:
    """The fields of a classification; in a flattened table, the row of the title that it belongs to."""
    beside = {"classification": "title", "supervisor_classification": "supervisor"}[name]
    rows = [field for field in reading.fields if field.name == beside and len(field.row) > 1]
    own = [field for field in reading.fields if field.name == name and field.value]
    behind = [field for field in reading.fields if field.name == "title" and field.value] if beside == "title" else []
    return [*rows, *own, *behind]


def _codes(reading: Reading, field: Field) -> Iterator[Code]:
    """Codes of the field; a plain field may also hold a grade of another scheme ("E08")."""
    found = list(codes(reading.view, *field.span, repair=reading.repair))
    yield from found
    spaced = _SPACED.fullmatch(field.value) if not found else None
    if spaced is not None:
        group, level = spaced["group"], int(spaced["level"])
        yield Code(Classification(code=f"{group}-{level:02d}", group=group, level=level), field.span, None)
        return
    named = None if found else of_scheme(reading.view, *field.span) or first_grade(reading.view, *field.span)
    named = named or in_brackets(reading.view, *field.span)
    named = named or (behind_title(reading.view, *field.span) if field.name == "title" else None)
    scheme, bare = _SCHEME.search(reading.view, *field.label), _BARE.fullmatch(field.value)
    if named is not None:
        yield named
    elif scheme is not None and bare is not None:
        value = Classification(
            code=bare["code"], group=scheme[0].title(), level=int(bare["level"]) if bare["level"] else None
        )
        yield Code(value, Span(field.span.start, field.span.start + len(bare["code"])), None)
