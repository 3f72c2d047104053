"""The packaged font: where its files are, and how wide a text is when it is set in it."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from orgraph.chart.style import FAMILY

FACES = {400: "Regular", 600: "Semibold"}
_WIDE, _USUAL = 1.0, 0.6  # em: letters that the font lacks


def font_files() -> list[str]:
    """Paths of the font files that a renderer needs to draw a chart."""
    return [font_file(weight) for weight in FACES]


def font_file(weight: int) -> str:
    """Path of the font file of one weight, a key of FACES."""
    return str(_path(weight))


def width(text: str, size: float, weight: int = 400) -> float:
    """Width of a text in pixels.

    >>> width("Chief", 14, 600) > width("Chief", 14, 400) > 0
    True
    """
    return size * _ems(text, weight)


@lru_cache(maxsize=65536)  # a chart sets the same words many times, and in several sizes
def _ems(text: str, weight: int) -> float:
    advances = _advances(weight)
    return sum([advances[char] if char in advances else _missing(char) for char in text])


def covers(text: str) -> bool:
    """Whether the font has every letter of the text.

    >>> covers("Élan, Œuvre №"), covers("長")
    (True, False)
    """
    return set(text) <= _advances(400).keys() | {"\n"}


def _path(weight: int) -> Path:
    name = f"{FAMILY.replace(' ', '')}-{FACES[weight]}.ttf"
    return Path(str(files("font_source_sans_pro"))) / "files" / name


@cache
def _missing(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _USUAL


@cache
def _advances(weight: int) -> dict[str, float]:
    """Advance width in em of each character: the tables cmap, hhea, hmtx and head of the font file."""
    data = _path(weight).read_bytes()
    tables = {
        data[at : at + 4]: struct.unpack(">I", data[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * _unsigned(data, 4), 16)
    }
    unit = _unsigned(data, tables[b"head"] + 18)
    last = _unsigned(data, tables[b"hhea"] + 34) - 1
    widths = [_unsigned(data, tables[b"hmtx"] + 4 * glyph) / unit for glyph in range(last + 1)]
    return {chr(code): widths[min(glyph, last)] for code, glyph in _glyphs(data, tables[b"cmap"]) if glyph}


def _unsigned(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Code point and glyph of every entry of the full Unicode table (platform 3, encoding 10, format 12)."""
    for at in range(cmap + 4, cmap + 4 + 8 * _unsigned(data, cmap + 2), 8):
        platform, encoding, offset = struct.unpack(">HHI", data[at : at + 8])
        if (platform, encoding) == (3, 10):
            table = cmap + offset
            for group in range(struct.unpack(">I", data[table + 12 : table + 16])[0]):
                first, last, glyph = struct.unpack(">III", data[table + 16 + 12 * group : table + 28 + 12 * group])
                yield from zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)
