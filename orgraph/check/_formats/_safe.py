"""Text of sources made fit for an output: no control signs, no half characters, no endless lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

# Controls but tab and line ends; half surrogates; signs that turn the direction of writing; noncharacters.
_BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile(r"[\t\r\n]")


def visible(text: str) -> str:
    r"""The text with every sign that could steer a terminal, an editor or a parser replaced; same length.

    >>> visible("\x1b[31mred")
    '�[31mred'
    """
    return _BAD.sub("\ufffd", text)


def line(text: str) -> str:
    r"""The same on one line, still of the same length.

    >>> line("a\tb\nc")
    'a b c'
    """
    return _SPACE.sub(" ", visible(text))


def cut(text: str, most: int) -> str:
    """A long text without its middle.

    >>> cut("abcdefghij", 7)
    'abc…hij'
    """
    if len(text) <= most:
        return text
    half = most // 2
    return f"{text[:half]}…{text[len(text) - (most - half - 1) :]}"


def tail(text: str, most: int) -> str:
    """The end of a text, as it stands before a quote."""
    return text if len(text) <= most else "…" + text[len(text) - most + 1 :]


def head(text: str, most: int) -> str:
    """The beginning of a text, as it stands after a quote."""
    return text if len(text) <= most else text[: most - 1] + "…"


def ended(lines: Iterable[str]) -> Iterator[str]:
    r"""Each line with its end: what a format yields can be written as it comes.

    >>> list(ended(["a", "b"]))
    ['a\n', 'b\n']
    """
    return (f"{text}\n" for text in lines)


def dumped(value: Any) -> str:
    r"""JSON in UTF-8, indented; half a surrogate is written as its escape, so that every text can be encoded.

    >>> dumped("\ud800é")
    '"\\ud800é"'
    """
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
