"""People's names beside a title: "Chief, Programs, Dana Whitfield" is the post of the Chief, Programs."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from orgraph.extract._lexicon import alternation, table
from orgraph.extract._titles import HEAD_NOUN

_GIVEN: Final = frozenset(table("people")["given"])
_UNIT_WORD = re.compile(rf"(?i:\b(?:{alternation(word for words in table('units').values() for word in words)})\b)")
_HONORIFIC = rf"(?:{alternation(table('people')['honorifics'])})\b\.?\s+"
_WORD = r"[A-ZÀ-Þ][\w'.-]*"
_NAME = rf"(?P<honorific>{_HONORIFIC})?(?P<given>{_WORD})(?:\s+{_WORD}){{1,3}}"
_BEHIND = re.compile(rf"(?<!\s)\s*(?:,\s*|\s-\s*|\(){_NAME}\)?$")
_BEFORE = re.compile(rf"{_NAME}\s*(?:,\s*|\s-\s+)(?=\S)")


_WITHHELD = re.compile(r"[(\[](?:name\s+)?(?:withheld|redacted|vacant|name|incumbent)[)\]]\s*[,:;-]?\s*", re.I)


def without_person(text: str) -> tuple[int, int]:
    """The stretch of a superior's title that names the post, without the person before or behind it.

    >>> "Chief, Programs, Dana Whitfield"[slice(*without_person("Chief, Programs, Dana Whitfield"))]
    'Chief, Programs'
    >>> "Ms. Ito Abe, Director"[slice(*without_person("Ms. Ito Abe, Director"))]
    'Director'
    >>> without_person("Director, Victoria Regional Office")
    (0, 34)
    """
    nobody = _WITHHELD.match(text)
    start, end = nobody.end() if nobody else 0, len(text)
    behind = _BEHIND.search(text)
    if behind is not None and _is_person(behind) and HEAD_NOUN.search(text[: behind.start()]):
        end = behind.start()
    before = _BEFORE.match(text)
    if before is not None and before.end() < end and _is_person(before) and HEAD_NOUN.search(text[before.end() :]):
        start = before.end()
    return start, end


def _is_person(name: re.Match[str]) -> bool:
    """Whether capitalised words are a person's name: a form of address or a given name stands first, and no title."""
    if HEAD_NOUN.search(name[0]) or _UNIT_WORD.search(name[0]):
        return False
    plain = "".join(c for c in unicodedata.normalize("NFD", name["given"]) if not unicodedata.combining(c)).lower()
    return bool(name["honorific"]) or plain.split("-")[0] in _GIVEN
