"""Whether a phrase is a title: as it is, with words left out, in initials, or in a scan that lost letters of it."""

from __future__ import annotations

import re
from functools import lru_cache

from orgraph.extract._titles import HEAD_NOUN
from orgraph.titles import canonical, field, initials, rank, scanned

_BELOW = frozenset(("deputy", "vice", "assistant", "associate", "sous", "adjoint", "adjointe"))
_CAPITALS = re.compile(r"\b[A-Z]{2,7}\b")
_LONG_ENOUGH = 16  # characters of a phrase whose lost letters do not make it another
_ACRONYM = re.compile(r"[A-Z]{2,5}")

_OWNER = re.compile(r"^.{2,60}'s\s+")  # "Harbour Clerk's Office Manager" is no Harbour Clerk


def shortens(text: str, title: str, employer: str = "") -> bool:
    """Whether a phrase is a title, or the title with words left out or in initials: "the Director", "CFO and ADM".

    The name of the employer may stand in it: "the Harbour Service Director".
    """
    initialled = _initialled(title)
    others = _CAPITALS.sub(lambda word: " " if word[0] in initialled else word[0], text)
    words, known = set(canonical(others).split()), set(canonical(title).split())
    words -= set(canonical(employer).split()) - known
    return (
        (bool(words) or others != text)
        and words <= known
        and not _is_above(words, title)
        and not _is_field(text, title)
        and not _is_of_other_rank(text, title)
    )


@lru_cache(maxsize=4096)
def _initialled(title: str) -> frozenset[str]:
    """The initials of the parts of a title."""
    return frozenset(initials(part) for part in re.split(r",| and ", title) if " " in part.strip())


def is_scan_of(text: str, title: str) -> bool:
    """Whether a phrase is a title or its rank, with other letters lost."""
    if len(text) <= _LONG_ENOUGH:
        return False
    return scanned(text) == scanned(title) or ("," not in text and scanned(rank(title)).startswith(scanned(text)))


def _is_of_other_rank(text: str, title: str) -> bool:
    """Whether a phrase has another rank and another field: "Director, Bays", not "Director General, All Bays"."""
    own = scanned(field(text))
    return "," in text and own != scanned(field(title)) and rank(text) != rank(title) and rank(text) in rank(title)


def _is_field(text: str, title: str) -> bool:
    """Whether a phrase has a noun of a post, and it stands in no rank of the title: the Council of its Clerk."""
    nouns = _nouns(title)
    own = {found[0].lower() for found in HEAD_NOUN.finditer(canonical(text))}
    return bool(nouns and own) and not (nouns & own)


@lru_cache(maxsize=4096)
def _nouns(title: str) -> frozenset[str]:
    """The nouns of posts in the rank of a title."""
    ranks = (rank(_OWNER.sub("", part)) for part in title.split("/"))
    return frozenset(found[0].lower() for one in ranks for found in HEAD_NOUN.finditer(one))


def _is_above(words: set[str], title: str) -> bool:
    """Whether words name whom a title is the deputy of: "the Director" of a Deputy Director, by rank and no other."""
    own = canonical(rank(title)).split()
    below = _BELOW & set(own)
    return bool(below - words) and bool(words & (set(own) - below))


def is_named(text: str, title: str) -> bool:
    """Whether a post of a list is a title: letters that a scan lost, and initials for its rank, apart.

    >>> is_named("DG, Bou es", "Directeur général, Bouées"), is_named("DG, Bouées", "Directeur général, Phares")
    (True, False)
    """
    short = _ACRONYM.match(text)
    of = field(text)
    by_field = (
        short is not None and of != "" and short[0][0] == title[:1].upper() and scanned(of) == scanned(field(title))
    )
    return scanned(text) == scanned(title) or by_field
