"""Bullets and emphasis of other hands, written as Markdown writes them, character for character."""

from __future__ import annotations

import re

# What begins an item: a dash, a plus, a circle that a word processor typed as a letter, an arrow or a square of a
# symbol font that was lost, an arrow; or a letter or a small roman number, which tell no more than a bullet does.
_ITEM = re.compile(
    r"\n(?P<indent>[ ]{0,16})(?P<mark>[-o\u00d8\u00a7\u0178\u00fc\u2192\u21d2]|\+(?=[ ]+[^\W\d_]|[ ]+[*_\"(])"
    r"|\((?:[a-z]|[ivx]{2,4})\)|(?:[a-z]|[ivx]{2,4})[.)])(?=[ ]+\S)"
)
_TAB = re.compile(r"(?P<label>\n[ *]{0,8}[A-Z\u00c0-\u00de][^\t\n:.]{1,50})\t(?=[^\t\n]+(?=\n|\Z))|\t")
_STOPS = re.compile(r"\b(?:F\.T\.E|W\.T\.E|[E\u00c9]\.T\.P|P\.Y)\.(?:'?s\b)?")
_BOLD = re.compile(r"__(?<![\w_]__)(?=[^\s_])(?P<text>[^\n_]{1,240})(?<=\S)__(?![\w_])")
_SLANTED = (
    re.compile(r"\*(?<![\w*]\*)(?=[^\s*])(?P<text>[^\n*]{1,240})(?<=\S)\*(?![\w*])"),
    re.compile(r"_(?<![\w_]_)(?=[^\s_])(?P<text>[^\n_]{1,240})(?<=\S)_(?![\w_])"),
)


def as_markdown(view: str) -> str:
    r"""The view with a star for each mark of an item, numbers apart; two around bold type, nothing around slanted.

    A tab stays where it sets the first words of a line off from the rest; any other is a space. Units of staff lose
    their stops.

    >>> as_markdown("o _Head_ Clerk\n  + __Number of F.T.E.s:__ 3\n+ 3 more ____")
    '*  Head  Clerk\n  * **Number of FTEs   :** 3\n+ 3 more ____'
    """
    view = _flush(f"\n{view}")
    if "\t" in view:
        view = _TAB.sub(lambda tab: f"{tab['label']}\t" if tab["label"] else " ", view)
    view = _ITEM.sub(lambda item: f"\n{item['indent']}{'*':<{len(item['mark'])}}", view)[1:]
    view = _BOLD.sub(r"**\g<text>**", view)
    if ".T." in view or "P.Y." in view:
        view = _STOPS.sub(lambda unit: unit[0].replace(".", "").replace("\u00c9", "E").ljust(len(unit[0])), view)
    for emphasis in _SLANTED:
        view = emphasis.sub(r" \g<text> ", view)
    return view


def _flush(view: str) -> str:
    """The view, whose lines each follow a line end, with the margin that all of them share behind the line before."""
    lines = [line for line in view.split("\n") if line and not line.isspace()]
    margin = " " * min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)
    return view.replace(f"\n{margin}", f"{margin}\n") if margin else view
