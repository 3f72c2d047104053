"""What of a heading in a list is the title: the pieces between its level, its staff and the brackets about the post."""

from __future__ import annotations

import re

from orgraph.extract._codes import Code
from orgraph.extract._numbers import NUMBER, WORD
from orgraph.extract._seats import Seats, in_bracket, inside, is_count
from orgraph.extract._staff import Staff
from orgraph.extract._titles import STARTS
from orgraph.titles import initials

_BRACKET = re.compile(r"\(([^()\n]{0,90})\)|\[([^\[\]\n]{0,40})\]|\(([^()\n]{0,90})[}\]]")
# How many of the staff are what: "(2 vacant)", "(of which 6 are seasonal)", "+ 3 planned".
_OF_THEM = re.compile(
    rf"(?:of\s+(?:which|whom)\s+|incl(?:uding|\.)?\s+|\+\s?)?(?:{NUMBER}|{WORD})\s+(?:are\s+|is\s+)?(?:vacan|term|planned|proposed|indeterminate"
    r"|seasonal|casual|student|part-time|temporary|unfunded|new\b)",
    re.I,
)
# "at the EX-01 level", "de niveau EX-01"
_AT_THE = re.compile(r"(?<!\s)\s+(?:at\s+the|(?:de|au)\s+niveau)$")
_LEVEL = re.compile(r"\s+level\b,?")
_POSITION_NUMBER = re.compile(r"(?:(?:Position|Pos|No|#)\W{0,3}){0,2}(?=[\d./-]{4,})\d+(?:[./-]\d+)*")  # "(14-08240)"
_PER = re.compile(r"\d{1,3}\s+(?:per|in\s+each)\s")  # "(2 per region)"
# Behind the level of a post: "Clerk (CR-04), 4", "Clerks (CR-04) in Wharfton and Saltby".
_NO_FIELD = re.compile(
    r"\d+|(?:in|at|across|throughout|from|à|au|aux|dans)\s.*|(?:currently\s+)?(?:vacant|proposed)\b.*", re.S
)
# The words that lead from a title to its staff: "with a team of", "équipe de".
_CARRIER = re.compile(
    r"(?<![\s,])[\s,]*+(?:\b(?:with|et\s+(?:son|sa)|and\s+(?:his|her|its|their)|leading|heading|supervising|managing|avec|dirigeant|responsables?|(?:of|d')?\s*each"
    r"|chacune?)\b[^,;()\n]{0,20})?(?:\b(?:an?|d'une?|une?)\s+)?"
    r"(?:\b(?:team|staff|équipe|equipe|effectif|staff\s+complement|complement)\s+(?:of|de)\s*|\b(?:leading|managing|supervising|in\s+charge\s+of)\s*"
    r"|\b(?:an?|une?|with|avec|and|(?:supported|assisted)\s+by|responsible\s+for)\s*)(?:approximately|about|environ)?\s*$"
)
_RANK_ONLY = re.compile(rf"{STARTS.pattern}")  # a second title, and no field: "(Senior Manager)"


def title_pieces(
    view: str, start: int, end: int, code: Code | None, figure: Staff | None
) -> tuple[list[tuple[int, int]], Seats | None]:
    """The heading without its brackets of code, staff, count or acronym; and the count found there."""
    brackets = list(_BRACKET.finditer(view, start, end))
    counts = (
        b
        for b in brackets
        if figure is None or not (figure.span.start < b.start() < figure.span.end or _OF_THEM.match(inside(b)))
    )
    times = [seats for bracket in counts if (seats := in_bracket(bracket)) is not None]
    cuts = [bracket.span() for bracket in brackets if _is_no_title(view, start, bracket, code, figure)]
    carrier = _CARRIER.search(view, start, figure.span.start) if figure and figure.span.start < end else None
    cuts += [carrier.span()] if carrier else []
    for attribute in (code, figure):
        if attribute and attribute.span.start < end and not any(a <= attribute.span.start < b for a, b in cuts):
            before = _AT_THE.sub("", view[start : attribute.span.start].rstrip())
            before = before[:-1].rstrip() if before[-1:] in ("-", ",", ":") else before
            level = _LEVEL.match(view, attribute.span.end, end)
            cuts.append((start + len(before), level.end() if level else attribute.span.end))
    pieces, done = [], start
    for a, b in (*sorted(cuts), (end, end)):
        words = view[done:a].strip(" ,;:.-*_|") if a > done else ""
        if words and (done == start or not (_NO_FIELD.fullmatch(words) or _OF_THEM.match(words))):
            pieces.append(_tight(view, done, a))
        done = max(done, b)
    return pieces or [(start, start)], times[-1] if times else None


def _is_no_title(view: str, start: int, bracket: re.Match[str], code: Code | None, figure: Staff | None) -> bool:
    """Whether a bracket says something about the post: how many, which level, how long; or gives its initials."""
    text = inside(bracket)
    return (
        text[:1].islower()  # "(fixed term of two years)"
        or _POSITION_NUMBER.fullmatch(text) is not None
        or (_PER.match(text) or _OF_THEM.match(text) or _RANK_ONLY.fullmatch(text)) is not None
        or is_count(text)
        or _says_attribute(bracket, code, figure)
        or _is_rank_acronym(view[max(start, bracket.start() - 120) : bracket.start()], text)
    )


def _says_attribute(bracket: re.Match[str], code: Code | None, figure: Staff | None) -> bool:
    """Whether a bracket holds the classification or the staff, with whatever else stands in it."""
    spans = [attribute.span for attribute in (code, figure) if attribute is not None]
    return any(bracket.start() <= span.start and span.end <= bracket.end() + 2 for span in spans)


def _is_rank_acronym(before: str, text: str) -> bool:
    return 1 < len(text) <= 6 and text.isupper() and text == initials(before)


def _tight(view: str, start: int, end: int) -> tuple[int, int]:
    text = view[start:end]
    left = len(text) - len(text.lstrip(" \t\n*_|"))
    kept = text.strip(" \t\n*_|")
    return start + left, start + left + len(kept)
