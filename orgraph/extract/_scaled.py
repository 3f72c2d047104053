"""Amounts whose thousands or millions their label tells: "Salary ($000s): 3,200", a column "Amount (k$)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.extract._grids import Cell, cells
from orgraph.extract._money import Amount
from orgraph.extract._numbers import NUMBER, number, repairs_of
from orgraph.text import Span, squeeze

_THOUSANDS = (
    r"(?P<thousands>\$\s?'?000'?s?|'?000'?s?\s?\$|\$\s?[kK]|[kK]\s?\$|(?:in\s+|en\s+)?"
    r"(?:\$\s?)?(?:thousands|milliers)(?:\s+(?:of|de)\s+(?:\w+\s+)?dollars|\s?\$)?)"
)
_MILLIONS = (
    r"(?P<millions>(?:in\s|en\s)?(?:\$\s?MM?|M\s?\$)|"
    r"(?:in\s+|en\s+)?(?:\$\s?)?millions(?:\s+(?:of|de)\s+(?:\w+\s+)?dollars|\s?\$)?)"
)
_SCALE = re.compile(rf"[(\[,]\s?(?:{_THOUSANDS}|{_MILLIONS})\s?(?:[)\]]|$)")
_LABELLED = re.compile(
    rf"(?:^|(?<=[;,]\s))[ \t*_-]{{0,8}}(?P<label>[^\W\d][^\n|:;]{{1,60}}?)\s?"
    rf"(?P<scale>[(\[][^()\[\]\n]{{2,40}}[)\]])[*_ \t]{{0,4}}:[*_ \t]{{0,6}}\$?\s?(?P<value>{NUMBER})"
    r"(?=\s*$|\s*[;(.])",
    re.M,
)
_VALUE = re.compile(rf"[\s*_$]*(?P<value>{NUMBER})[\s*_$]*")
_DOLLARS = re.compile(r"\$|dollars", re.I)
_OF_WHAT: Final = {"thousands": 1_000, "millions": 1_000_000}


class Scaled(NamedTuple):
    """An amount and the words that say what it is for."""

    amount: Amount
    label: str


def scaled(view: str, body: Span, *, repair: bool = True) -> Iterator[Scaled]:
    """Every amount between two offsets whose scale stands in its label, or at the head of its row or column."""
    for match in _LABELLED.finditer(view, *body):
        label = squeeze(match["label"])
        yield from _read(match, match["scale"], label, repair=repair)
    for cell in cells(view, body):
        value = _VALUE.fullmatch(view, *cell.span)
        if value is not None:
            yield from _read(value, f"{cell.row} {cell.column} {cell.corner}", named(cell), repair=repair)


def named(cell: Cell) -> str:
    """What the heads of a cell's row and column call it, their scale apart."""
    return squeeze(_SCALE.sub(" ", f"{cell.row} {cell.column}" if cell.row else cell.column))


def _read(match: re.Match[str], words: str, label: str, *, repair: bool) -> Iterator[Scaled]:
    """The amount of a figure whose label's words tell a scale; it is signed where they name dollars."""
    scale = _SCALE.search(words)
    value = number(match["value"], match.start("value"), repair=repair) if scale else None
    if scale is not None and value is not None:
        times = _OF_WHAT[scale.lastgroup or ""]
        low, span = value.value * times, Span(*match.span("value"))
        signed = _DOLLARS.search(scale[0]) is not None
        yield Scaled(Amount(low, low, value.step * times, span, signed, True, repairs_of(value)), label)
