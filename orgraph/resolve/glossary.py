"""What acronyms of units stand for in one document, as its own titles and units define them: "Learning Branch (LB)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from orgraph.titles import Canonical, canonical, stem

Glossary = Mapping[str, str]
_DEFINITION: Final = re.compile(r"([^()]{3,120})\(([A-Z]{2,8})\)")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,8}\b")
_OF_KIND: Final = ("", "b", "s", "d")  # an acronym may count the word for the kind of unit that a title leaves out


def glossary(names: Iterable[str]) -> Glossary:
    """The words that each acronym is made of; one that is given two meanings has none.

    >>> glossary(["Sr. ADM Lamps & Oil (LOB)", "Lamps and Oil (LOB)", "Advisor (IT)"])
    {'LOB': 'lamps oil'}
    """
    found: dict[str, set[str]] = {}
    for match in (match for name in names if "(" in name for match in _DEFINITION.finditer(name)):
        words = canonical(match[1]).split()
        for kind in _OF_KIND:
            letters = match[2].lower().removesuffix(kind)
            spelled = words[-len(letters) :]
            if len(letters) > 1 and letters + kind == match[2].lower() and "".join(w[0] for w in spelled) == letters:
                found.setdefault(match[2], set()).add(" ".join(spelled))
                break
    return {acronym: next(iter(meanings)) for acronym, meanings in found.items() if len(meanings) == 1}


def written_out(name: str, known: Glossary) -> Canonical | None:
    """The canonical name with its acronyms written out, the kind of unit left out; None where it has none.

    >>> written_out("Associate ADM, LOB", {"LOB": "lamps oil"})
    'associate assistant deputy minister lamps oil'
    """
    spelled = _CAPITALS.sub(lambda match: known.get(match[0], match[0]), name)
    return None if spelled == name or _DEFINITION.search(name) else stem(spelled)[0]
