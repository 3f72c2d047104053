"""Lines that an editor broke at a width: each break becomes a space, and paragraphs are lines again."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import Final

_NARROWEST, _WIDEST = 40, 180  # characters of lines that an editor breaks
_LEAST: Final = 4  # broken lines that show the width
_SHARE: Final = 0.3  # of the full lines, those whose next begins with a small letter: a text that is wrapped
_BEYOND: Final = 0.02  # of the lines, those that may be longer than the width: an address is never broken
_NEARLY: Final = 0.75  # of the width, from which a line goes on in one that begins with a small letter
# What begins a paragraph of its own: an item, a heading, a row of a table, a rule.
_OPENS = re.compile(r"\s*(?:\*\s|#|\||\d{1,2}[.)]\s|[=-]{3}|$)")
_LABEL = re.compile(r"\s*[*_]*[A-ZÀ-Þ][^\s:.]{0,30}(?:\s[^\s:.]{1,30}){0,5}\s?:")
_ALONE = re.compile(r"\s*(?:\||[=-]{3}|$)")
_WORD = re.compile(r"\s*(\S+)")


def unwrapped(view: str) -> str:
    r"""The view with a space for each line end that an editor set, character for character.

    The text shows its width: lines that end only because the next word would not have fitted.
    """
    lines = view.split("\n")
    width = sorted(map(len, lines))[-1 - int(_BEYOND * len(lines))]
    if not _NARROWEST <= width <= _WIDEST:
        return view
    full = [_is_full(one, following, width) for one, following in pairwise(lines)]
    small = sum(broken and _is_small(line) for broken, line in zip(full, lines[1:], strict=True))
    if small < _LEAST or small < _SHARE * sum(full):
        return view
    ends = (" " if broken else "\n" for broken in full)
    return "".join(chain.from_iterable(zip(lines, [*ends, ""], strict=True)))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether a line ends only because the next word would not have fitted in it."""
    word = _WORD.match(following)
    most = _NEARLY * width if _is_small(following) else width  # letters of print differ in their widths
    if word is None or len(line) > width or len(line) + 1 + len(word[1]) <= most:
        return False
    if _ALONE.match(line) or _OPENS.match(following) or (line.lstrip().startswith("#") and not _is_small(following)):
        return False
    return _is_open(line) or not _LABEL.match(following)


def _is_open(line: str) -> bool:
    """Whether a line leaves a bracket or bold type open."""
    return line.count("(") > line.count(")") or line.count("**") % 2 == 1


def _is_small(line: str) -> bool:
    return line.lstrip()[:1].islower()
