"""Find the parts of a job description by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from orgraph.extract._cues import Cues
from orgraph.extract._lexicon import alternation, cue_of, table
from orgraph.text import Span


class Section(NamedTuple):
    """A headed part: its kind ("other" where the heading is not a known one), heading and body."""

    kind: str
    heading: Span
    body: Span


_HEADINGS: Final[dict[str, list[str]]] = {kind: names for kind, names in table("sections").items() if kind != "marked"}
_MARKED = {
    kind: re.compile(rf"\W{{0,4}}(?:\d{{1,2}}[.)]?\s+)?(?:{alternation(names)})\W{{0,4}}$", re.I)
    for kind, names in table("sections")["marked"].items()
}
_KIND = {
    kind: re.compile(rf"\W{{0,4}}(?:(?:\d{{1,2}}[.)]?|(?:[IVX]{{1,4}}|[A-Z])[.)])\s+)?(?:{alternation(names)})\b", re.I)
    for kind, names in _HEADINGS.items()
}
_CAPITALS = alternation(name.upper() for names in _HEADINGS.values() for name in names if name != "Responsibility")
_SURE: Final = frozenset(
    name
    for kind in ("accountability", "structure", "scope", "dimensions", "specific")
    for name in _HEADINGS[kind]
    if " " in name or name == "Dimensions"
)
_MARKDOWN = r"^[ ]{0,3}(?P<marks>#{1,6})[ ]+(?P<name>[^\n]{1,200})$"
_NAMES = alternation(name for names in _HEADINGS.values() for name in names)
_LINE = rf"^[ \t*_]{{0,4}}(?P<line>{_NAMES})[ \t]*:?[*_]{{0,2}}[ \t]*$"
_INLINE = rf"(?=[^a-z]{{2}})(?<![A-Za-z'])(?P<capitals>{_CAPITALS})(?![A-Za-z'])"
# Inside a scanned line: words that no sentence begins with, behind a full stop and before a sentence or a label.
_TITLE_CASE = alternation(name for names in _HEADINGS.values() for name in names if name in _SURE)
_IN_TEXT = rf"(?<=[.!?)]\s)(?P<words>{_TITLE_CASE})(?=:?\s+[A-Z0-9$])"
_HEADING = re.compile(f"{_MARKDOWN}|(?i:{_LINE})|{_INLINE}|{_IN_TEXT}", re.M)
# Where a heading that starts no line may begin: this far before a piece of it that every spelling holds.
_BEFORE: Final = {
    cue_of(name) for names in _HEADINGS.values() for name in (*map(str.upper, names), *_SURE.intersection(names))
}
# A heading of a few words that is none of the known ones: "The position in our organization", "Who reports to whom".
_OF_STRUCTURE = re.compile(
    r"\W{0,4}(?:\d{1,2}[.)]?\s+)?(?:[\w'/&-]+\s+){0,4}?(?:organi[sz]ation|structure|reporting|hierarchy|supervision)"
    r"(?:\s+(?!to\b|are\b)[\w'/&-]+){0,3}[\s:*_]*",
    re.I,
)
_DEEPEST = 7  # level of a heading that Markdown does not mark


def sections(view: str, cues: Cues) -> Iterator[Section]:
    """Sections in order. A known heading, or one that Markdown sets as high, ends the one before.

    A lower heading of unknown kind ("### Reporting to the Director are:") is part of the body.
    """
    found: list[tuple[str, Span]] = []
    level = 0
    for match in _headings(view, cues):
        kind, depth = _kind(match), len(match["marks"] or "") or _DEEPEST
        if kind != "other" or depth <= level:
            if _translates(view, found, kind, match):
                found[-1] = kind, Span(found[-1][1].start, match.end())
                level = max(level, depth % _DEEPEST)
                continue
            found.append((kind, Span(*match.span())))
            level = depth
        elif not found and kind == "other":
            level = max(level, depth)
    for (kind, heading), (_, following) in pairwise([*found, ("", Span(len(view), len(view)))]):
        yield Section(kind, heading, Span(heading.end, following.start))


def _headings(view: str, cues: Cues) -> Iterator[re.Match[str]]:
    """What the pattern of headings matches, in order: it is tried at the start of each line, and around cues."""
    inside = (place - before for cue, reach in _BEFORE for place in cues.places(cue) for before in reach)
    end = 0
    for place in sorted({*cues.line_starts, *inside}):
        match = _HEADING.match(view, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match


def _kind(match: re.Match[str]) -> str:
    name = match["name"] or match["line"] or match["capitals"] or match["words"]
    patterns = (*_KIND.items(), *(_MARKED.items() if match["name"] else ()))
    known = next((kind for kind, pattern in patterns if pattern.match(name)), None)
    return known or ("structure" if match["name"] and _OF_STRUCTURE.fullmatch(name) else "other")


def _translates(view: str, found: list[tuple[str, Span]], kind: str, match: re.Match[str]) -> bool:
    """A bilingual form prints its heading twice in a row: the second is part of the first."""
    if not found or found[-1][0] != kind:
        return False
    return not re.search(r"\w", view[found[-1][1].end : match.start()])
