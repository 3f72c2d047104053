"""Grades of schemes without a group and a level: "Band 8a", "Grade 7", "SCS Pay Band 1", "SEO"."""

from __future__ import annotations

import re
from typing import Final

from orgraph.extract._codes import Code
from orgraph.model import Classification
from orgraph.text import Span, squeeze

_SCHEME = r"(?:(?:SCS|NHS|Pay|Salary)\s+){0,2}(?:Band|Grade|Level|Range|Scale)"
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_GRADE = re.compile(
    rf"(?:(?:Agenda\s+for\s+Change|AfC)[\s,:-]+)?(?P<code>(?P<group>{_SCHEME})\s+"
    rf"(?:(?:[A-Z]-?)?(?P<level>\d{{1,2}})[a-d]?|(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})|[A-Z])\b"
    r"|(?P<short>[SH]?EO|AO|SCS\s?[1-4]?))"
)
# A grade of a scheme that only its own field or column tells: "E08", "MG1", "0844A".
_OF_SCHEME = re.compile(r"[A-Z]{1,3}[- ]?\d{1,3}[A-Z]?(?:\s?[-/]\s?\d{1,3})?|\d{4}[A-Z]")
_THEN_TITLE = re.compile(r"\s+[A-Z][a-z]+")
_SET_OFF = re.compile(r"\s*(?:[,;(/|]|[-–—]\s|$)")
_BEHIND = re.compile(rf"(?<!\s)\s*(?:[-–—,(]\s*)(?P<grade>{_SCHEME}\s+\w{{1,4}})\)?\s*$", re.I)
# One that a title tells beside it: "Clerk (P3)", "APS6 Policy Officer"; a national officer's is a letter.
_BESIDE = re.compile(r"(?P<code>(?P<group>[A-Z]{1,3})(?P<level>\d{1,2})|NO-?[A-D])")
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{2,40})\)")


def grade(view: str, start: int, end: int) -> Code | None:
    """The grade that fills the text between two offsets; None where other words stand there."""
    return _code(_GRADE.fullmatch(view, start, end))


def first_grade(view: str, start: int, end: int) -> Code | None:
    """The grade that a text begins with, set off from what follows: "Level 9, Local Government Award"."""
    match = _GRADE.match(view, start, end)
    return _code(match) if match and _SET_OFF.match(view, match.end(), end) else None


def before_title(view: str, start: int, end: int) -> Code | None:
    """The grade that stands before a title: "Grade VII Project Manager"; what is called by its grade alone has none."""
    short = _BESIDE.match(view, start, end)
    if short is not None and short["group"] and len(short["group"]) > 1 and _THEN_TITLE.match(view, short.end(), end):
        return of_scheme(view, *short.span())
    match = _GRADE.match(view, start, end)
    named = match is not None and match["group"] and _THEN_TITLE.match(view, match.end(), end)
    return _code(match) if named else None


def behind_title(view: str, start: int, end: int) -> Code | None:
    """The grade that a dash, a comma or a bracket sets off behind a title: "Manager, Quays – Grade VIII"."""
    match = _BEHIND.search(view, start, end)
    return _code(_GRADE.fullmatch(view, *match.span("grade"))) if match else None


def _code(match: re.Match[str] | None) -> Code | None:
    if match is None:
        return None
    group, level = match["group"] or match["short"], match["level"]
    step = int(level) if level else _ROMAN.index(match["roman"]) + 1 if match["roman"] else None
    value = Classification(code=squeeze(match["code"]), group=squeeze(group), level=step)
    return Code(value, Span(*match.span("code")), None)


def of_scheme(view: str, start: int, end: int) -> Code | None:
    """The grade of whatever scheme that fills a field or a cell of grades; None where other words stand there."""
    match = _OF_SCHEME.fullmatch(view, start, end)
    if match is None:
        return None
    value = Classification(code=match[0], group=re.sub(r"[^A-Z].*", "", match[0]) or match[0])
    return Code(value, Span(*match.span()), None)


def in_brackets(view: str, start: int, end: int) -> Code | None:
    """The first grade that fills a bracket: "Head of Audit (Grade 6)"."""
    places = [Span(*bracket.span("inside")) for bracket in _BRACKET.finditer(view, start, end)]
    found = (grade(view, *place) or _beside(view, place) for place in places)
    return next((code for code in found if code is not None), None)


def _beside(view: str, place: Span) -> Code | None:
    """The grade of a scheme of its own letters that fills a bracket."""
    match = _BESIDE.fullmatch(view, *place)
    if match is None:
        return None
    level = int(match["level"]) if match["level"] else None
    return Code(Classification(code=match["code"], group=match["group"] or match["code"], level=level), place, None)
