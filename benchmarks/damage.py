"""Damage a text the way optical character recognition does, a given share of its characters, by a seed.

    python benchmarks/damage.py FILE 5            print the file with 5 % of its characters damaged

A damaged letter becomes a look-alike (O/0, I/l/1, S/5, B/8, rn/m, cl/d ...) or, if it has none, gets a
space behind it; an accented one loses its accent, or is lost whole. A space is lost or doubled, a mark
lost, a typographic mark made plain. The same text, share and seed give the same damage.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from pathlib import Path
from typing import Final

# What one shape is read as; each pair is read both ways.
_PAIRS: Final = (
    ("O", "0"), ("I", "l"), ("I", "1"), ("l", "1"), ("S", "5"), ("B", "8"), ("Z", "2"), ("g", "9"), ("G", "6"),
    ("s", "5"), ("e", "c"), ("n", "u"), ("h", "b"), ("f", "t"), ("v", "y"), ("i", "j"), ("a", "o"), ("rn", "m"),
    ("cl", "d"), ("vv", "w"), ("li", "h"),
)  # fmt: skip
_PLAIN: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "•": "*", "…": "..."}
_LONGEST: Final = 2
_MARKS: Final = frozenset(".,;:()[]-'\"/")


def _shapes() -> dict[str, tuple[str, ...]]:
    both = [*_PAIRS, *((other, one) for one, other in _PAIRS)]
    return {shape: tuple(read for seen, read in both if seen == shape) for shape, _ in both}


_SHAPES: Final = _shapes()


def damaged(text: str, share: float, seed: int = 1) -> str:
    """The text with that share of its characters damaged (0.05: one in twenty).

    >>> damaged("one of five positions", 0)
    'one of five positions'
    """
    chance = random.Random(f"{seed}/{share}/{len(text)}")
    hit = set(chance.sample(range(len(text)), round(share * len(text))))
    parts, at = [], 0
    while at < len(text):
        read, length = _misread(text, at, chance) if at in hit else (text[at], 1)
        parts.append(read)
        at += length
    return "".join(parts)


def _misread(text: str, at: int, chance: random.Random) -> tuple[str, int]:
    """What the characters at a place are read as, and how many they are."""
    found: list[tuple[str, int]] = []
    for length in range(1, _LONGEST + 1):
        found += [(shape, length) for shape in _SHAPES.get(text[at : at + length], ())]
    character = text[at]
    bare = unicodedata.normalize("NFD", character)[0]
    if character in _PLAIN:
        found = [(_PLAIN[character], 1)]
    elif bare != character:
        found += [(bare, 1), ("", 1)]
    elif character in " \n":
        found = [("", 1), (character * 2, 1)]
    elif character in _MARKS:
        found = [("", 1)]
    elif character.isalpha() and not found:
        found = [(character + " ", 1)]
    return chance.choice(found) if found else (character, 1)


def main() -> None:
    """Print a damaged file."""
    sys.stdout.write(damaged(Path(sys.argv[1]).read_text("utf-8"), float(sys.argv[2]) / 100))


if __name__ == "__main__":
    main()
