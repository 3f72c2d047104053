"""Titles in two languages: a French and an English title that one number makes the same post."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from orgraph.titles import canonical

# Canonical ranks, French to English; of two that begin a title the longer one counts.
_RANKS: Final = {
    "adjoint administratif": "administrative assistant",
    "adjoint executif": "executive assistant",
    "agent": "officer",
    "agent principal": "senior officer",
    "analyste": "analyst",
    "analyste principal": "senior analyst",
    "chef": "chief",
    "chef equipe": "team leader",
    "commissaire": "commissioner",
    "conseiller": "advisor",
    "conseiller principal": "senior advisor",
    "coordonnateur": "coordinator",
    "directeur": "director",
    "directeur adjoint": "deputy director",
    "directeur executif": "executive director",
    "directeur executif principal": "senior executive director",
    "directeur general": "director general",
    "directeur principal": "senior director",
    "directeur regional": "regional director",
    "dirigeant principal finances": "chief financial officer",
    "dirigeant principal information": "chief information officer",
    "gestionnaire": "manager",
    "gestionnaire principal": "senior manager",
    "secretaire": "secretary",
    "sous ministre": "deputy minister",
    "sous ministre adjoint": "assistant deputy minister",
    "sous ministre adjoint principal": "senior assistant deputy minister",
    "sous ministre delegue": "associate deputy minister",
    "superviseur": "supervisor",
    "vice president": "vice president",
}
_ENGLISH: Final = frozenset(_RANKS.values())
_MOST_WORDS: Final = 4  # of a rank
# Words that say nothing of the field: kinds of units and of bodies.
GENERIC: Final = frozenset(
    (
        *("direction", "general", "regional", "division", "secteur", "bureau", "services", "service"),
        *("branch", "directorate", "sector", "office", "ministere", "ministry", "department", "agence", "agency"),
    )
)
_SHARED: Final = 3  # letters that words of one root begin with in both languages


class Ranked(NamedTuple):
    """A title taken apart: its language, its rank in English, and the words of its field."""

    language: Literal["en", "fr"]
    rank: str
    field: tuple[str, ...]


@lru_cache(maxsize=4096)
def ranked(title: str) -> Ranked | None:
    """The parts of a title whose rank both languages have; None for any other.

    >>> ranked("Directrice générale, Ressources humaines")
    Ranked(language='fr', rank='director general', field=('ressources', 'humaines'))
    >>> ranked("Payroll Manager").rank, ranked("Astronomer")
    ('manager', None)
    """
    words = canonical(title).split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        first, last = " ".join(words[:length]), " ".join(words[-length:])
        if first in _RANKS and first not in _ENGLISH:
            return Ranked("fr", _RANKS[first], tuple(words[length:]))
        if first in _ENGLISH:
            return Ranked("en", first, tuple(words[length:]))
        if last in _ENGLISH:
            return Ranked("en", last, tuple(words[:-length]))
    return None


def translate(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether titles in two languages can be of one post: half of the words of their fields have one root.

    >>> translate(["SMA, Services de ressources humaines"], ["ADM, Human Resources Services Branch"])
    True
    >>> translate(["Directeur, Phares"], ["Director, Buoys"]), translate(["Director, Lamps"], ["Director, Lamps"])
    (False, False)
    """
    pairs = ((a, b) for a in map(ranked, one) if a for b in map(ranked, other) if b)
    return any(a.language != b.language and a.rank == b.rank and akin(a.field, b.field) for a, b in pairs)


def akin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether half of the words of the shorter list begin as words of the other; two empty lists are akin.

    >>> akin("gestion des lampes".split(), "lamp management".split())
    True
    >>> akin(["vent"], ["tide"]), akin([], []), akin(["lampes"], [])
    (False, True, False)
    """
    fields = (_roots(one), _roots(other))
    if not all(fields):
        return not any(fields)
    return 2 * len(fields[0] & fields[1]) >= min(map(len, fields))


def share_a_word(one: str, other: str) -> bool:
    """Whether the names of two departments have a word of one root.

    >>> share_a_word("havres et côtes Canada", "harbours and coasts Canada"), share_a_word("vent", "ministry of rain")
    (True, False)
    """
    return not _roots(one.split()).isdisjoint(_roots(other.split()))


def _roots(words: Iterable[str]) -> set[str]:
    return {_root(word) for word in words if word not in GENERIC and len(word) >= _SHARED}


def _root(word: str) -> str:
    """The first letters of a word, a doubled one once: ressources and resources are one."""
    single = "".join(c for before, c in zip(" " + word, word, strict=False) if c != before)
    return single[:_SHARED]
