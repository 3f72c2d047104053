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
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{2,40})\)")


def grade(view: str, start: int, end: int) -> Code | None:
    """The grade that fills the text between two offsets; None where other words stand there."""
    match = _GRADE.fullmatch(view, start, end)
    if match is None:
        return None
    group, level = match["group"] or match["short"], match["level"]
    value = Classification(code=squeeze(match["code"]), group=squeeze(group), level=int(level) if level else None)
    return Code(value, Span(*match.span("code")), None)


def in_brackets(view: str, start: int, end: int) -> Code | None:
    """The first grade that fills a bracket: "Head of Audit (Grade 6)"."""
    found = (grade(view, *bracket.span("inside")) for bracket in _BRACKET.finditer(view, start, end))
    return next((code for code in found if code is not None), None)
