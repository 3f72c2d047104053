"""Two units whose names differ by a slip."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from orgraph.check._claims import source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check

_SHORT = 8  # letters below which one of them makes another word
_CROWD = 50  # names that share half of their letters are a naming scheme, and no slips


@check("ORG320", "warning")
def near_duplicate_unit(facts: Facts) -> Iterator[Finding]:
    """Two units have almost the same name.

    What it finds:
        Names of eight letters and more that are equal but for one letter, or for capitals, accents,
        spaces and marks. Names that differ in a digit, or in a word of one letter, are two names.

    Why it matters:
        It is one unit, written in two ways: it stands twice in the chart, and its staff is apart.

    Example:
        "Baking Services" and "Baking Service", or "Bread and Cakes" and "Bread & Cakes".

    What to do:
        If it is one unit, use one name in all sources.

    Known misses:
        Two slips in one name, short names, and names of which one is the other with a word more. Two units
        of exactly one name may well be two.

    Source:
        Record linkage: candidates by blocks that share half of the letters, then edit distance one.
    """
    spelled = {node: _letters(facts.each("label")[node]) for node in facts.ids if not facts.is_position(node)}
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for node, letters in spelled.items():
        if len(letters) >= _SHORT:
            for half in {letters[: (len(letters) + more) // 2] for more in (-1, 0, 1)}:
                blocks[half, 0].append(node)
            for half in {letters[-((len(letters) + more) // 2) :] for more in (-1, 0, 1)}:
                blocks[half, 1].append(node)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, two in combinations(block, 2) if len(block) <= _CROWD else ():
            if (one, two) not in seen and _alike(spelled[one], spelled[two]) and not _apart(facts, one, two):
                seen.add((one, two))
                named = [facts.claims(node, "unit_name")[:1] for node in (one, two)]
                places = [f"“{facts.label(n)}”{_where(said)}" for n, said in zip((one, two), named, strict=True)]
                message = f"one unit, written in two ways? {places[0]} and {places[1]}"
                yield finding(near_duplicate_unit, "fail", one, message, [*named[0], *named[1]], other=two)


def _where(said: list[BoundClaim]) -> str:
    return f" in {brief(source(said[0]))}" if said else ""


def _letters(name: str) -> str:
    """The letters and digits of a name alone, in small letters without accents; "and" is a mark.

    >>> _letters("Bread & Cakes") == _letters("Bread and cakes")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"\b(?:and|et)\b|[\W_]", "", plain)


def _alike(one: str, two: str) -> bool:
    """Whether two words are equal but for one letter: another, one more, or one less.

    >>> _alike("services", "service"), _alike("bakery", "bakers"), _alike("bread", "cakes")
    (True, True, False)
    """
    if abs(len(one) - len(two)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    longer, shorter = (one, two) if len(one) >= len(two) else (two, one)
    if len(longer) == len(shorter):
        return longer[start + 1 :] == shorter[start + 1 :]
    return longer[start + 1 :] == shorter[start:]


def _apart(facts: Facts, one: str, two: str) -> bool:
    """Whether two names are the same, or a digit or a word of one letter or two tells them apart: "Region IV"."""
    words = [re.findall(r"\w+|[^\w\s]", facts.each("label")[node].casefold()) for node in (one, two)]
    different = {word for word in set(words[0]) ^ set(words[1]) if word[0].isalnum()}
    return words[0] == words[1] or any((len(w) < 3 and w != "et") or any(map(str.isdigit, w)) for w in different)
