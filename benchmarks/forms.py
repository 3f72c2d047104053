"""One text in many hands: F1 of descriptions typed with other bullets, emphasis, headings, labels and line ends.

    python benchmarks/forms.py CORPUS [FORM ...]     with the scorer of a reference corpus
    python benchmarks/forms.py                       with the invented organizations of data/

What a text says does not depend on how it was typed. A form rewrites the clean texts, and nothing of what they say.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Final

Form = Callable[[str], str]

_ITEM = re.compile(r"(?m)^([ \t]*)[*+-][ \t]+(?=\S)")
_ITEMS = re.compile(r"(?m)(?:^[*+-][ \t]+\S.*\n?)+")
_HEADING = re.compile(r"(?m)^(#+) (.*)$")
_LABEL = re.compile(r"(?m)^(?:[*+-][ \t]+)?\*\*([^*\n:]{2,40}):\*\*[ \t]*(?=\S)")


def _bullet(mark: str) -> Form:
    return lambda text: _ITEM.sub(rf"\g<1>{mark}", text)


def _lettered(text: str) -> str:
    """The items of each list behind a letter."""

    def letters(found: re.Match[str]) -> str:
        lines = found[0].splitlines(keepends=True)
        return "".join(f"{chr(97 + place % 26)}) {_ITEM.sub('', line)}" for place, line in enumerate(lines))

    return _ITEMS.sub(letters, text)


def _numbered(text: str) -> str:
    """The items of each list behind a number."""

    def numbers(found: re.Match[str]) -> str:
        return "".join(
            f"{place}. {_ITEM.sub('', line)}" for place, line in enumerate(found[0].splitlines(keepends=True), 1)
        )

    return _ITEMS.sub(numbers, text)


def _heading(wanted: Callable[[re.Match[str]], str]) -> Form:
    return lambda text: _HEADING.sub(wanted, text)


def _label(wanted: str | Callable[[re.Match[str]], str]) -> Form:
    """The header, which is the first list, with its labels set apart from their values in another way."""
    return lambda text: _ITEMS.sub(lambda header: _LABEL.sub(wanted, header[0]), text, count=1)


def _wrapped(width: int) -> Form:
    """Lines that are longer than a width, broken there as an editor does."""

    def wrap(text: str) -> str:
        lines = (
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [line]
            for line in text.split("\n")
        )
        return "\n".join(piece for pieces in lines for piece in pieces)

    return wrap


FORMS: Final[dict[str, Form]] = {
    "as typed": lambda text: text,
    "bullets -": _bullet("- "),
    "bullets +": _bullet("+ "),
    "bullets •": _bullet("•\t"),
    "bullets o": _bullet("o  "),
    "bullets ➢": _bullet("➢ "),
    "bullets ✓": _bullet("✓ "),
    "bullets Ø": _bullet("Ø  "),
    "bullets a)": _lettered,
    "bullets 1.": _numbered,
    "no bold": lambda text: text.replace("**", ""),
    "bold __": lambda text: text.replace("**", "__"),
    "slanted *": lambda text: text.replace("**", "*"),
    "slanted _": lambda text: text.replace("**", "_"),
    "labels, tab": _label(r"\1:\t"),
    "labels, tab alone": _label(r"\1\t"),
    "labels, gap": _label(r"\1      "),
    "labels, dots": _label(r"\1 ......... "),
    "labels, dash": _label(r"\1 - "),
    "labels above": _label(r"\1:\n"),
    "labels CAPITAL": _label(lambda found: f"{found[1].upper()}: "),
    "indented": lambda text: re.sub(r"(?m)^(?=\S)", "    ", text),
    "headings plain": _heading(lambda found: found[2]),
    "headings CAPITAL": _heading(lambda found: found[2].upper() if len(found[1]) < 3 else found[0]),
    "headings bold": _heading(lambda found: f"**{found[2]}**"),
    "headings underlined": _heading(lambda found: f"{found[2]}\n{'-' * len(found[2])}"),
    "quotes curled": lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text.replace("'", "’")),
    "quotes straight": lambda text: re.sub("[’‘]", "'", re.sub("[“”]", '"', text)),
    "dashes plain": lambda text: re.sub("[–—]", "-", text),
    "line ends CR LF": lambda text: text.replace("\n", "\r\n"),
    "line ends CR": lambda text: text.replace("\n", "\r"),
    "lines of 90": _wrapped(90),
    "lines of 70": _wrapped(70),
    "lines of 50": _wrapped(50),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "blank lines between": lambda text: re.sub(r"\n(?=\S)", "\n\n", text),
    "two spaces": lambda text: text.replace(". ", ".  "),
}


def main() -> None:
    from judges import FIGURES, Corpus, Examples, Judge, records

    judge: Judge = Corpus(Path(sys.argv[1])) if len(sys.argv) > 1 else Examples()
    clean = {name: text.replace("\r\n", "\n") for name, text in judge.texts.items() if judge.is_clean(name)}
    print(f"{'F1':24}" + "".join(f"{name:>18}" for name in FIGURES))
    for name in sys.argv[2:] or FORMS:
        texts = {key: FORMS[name](text) for key, text in clean.items()}
        figures = judge.figures(records(texts), texts).all
        print(
            f"{name:24}"
            + "".join(f"{value:18.3f}" if value is not None else f"{'-':>18}" for value in map(figures.get, FIGURES)),
            flush=True,
        )


if __name__ == "__main__":
    main()
