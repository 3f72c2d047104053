"""Grades of schemes without a group and a level: "Band 8a", "Grade 7", "SCS Pay Band 1", "SEO"."""

from __future__ import annotations

import re

from orgraph.extract._codes import Code
from orgraph.model import Classification
from orgraph.text import Span, squeeze

_SCHEME = r"(?:(?:SCS|NHS|Pay|Salary)\s+){0,2}(?:Band|Grade|Level|Range)"
_GRADE = re.compile(
    rf"(?:(?:Agenda\s+for\s+Change|AfC)[\s,:-]+)?(?P<code>(?P<group>{_SCHEME})\s+(?:[A-Z]-?)?(?P<level>\d{{1,2}})[a-d]?"
    r"|(?P<short>[SH]?EO|AO|SCS\s?[1-4]?))"
)
# A grade of a scheme that only its own field or column tells: "E08", "MG1", "0844A".
_OF_SCHEME = re.compile(r"[A-Z]{1,3}[- ]?\d{1,3}[A-Z]?|\d{4}[A-Z]")
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{2,40})\)")


def grade(view: str, start: int, end: int) -> Code | None:
    """The grade that fills the text between two offsets; None where other words stand there."""
    match = _GRADE.fullmatch(view, start, end)
    if match is None:
        return None
    group, level = match["group"] or match["short"], match["level"]
    value = Classification(code=squeeze(match["code"]), group=squeeze(group), level=int(level) if level else None)
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
    found = (grade(view, *bracket.span("inside")) for bracket in _BRACKET.finditer(view, start, end))
    return next((code for code in found if code is not None), None)
