"""What a heading means: by its name as the lexicon has it, else by the parts that it is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from orgraph.tables._lexicon import Field, best_names, names

_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ASIDE = re.compile(r"\([^()]*\)?")
_NUMBER_SIGN = re.compile(r"[#№]|\bN°")
_POSSESSIVE = re.compile(r"['’]s\b")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 200  # characters of a heading that are looked at

_PARTS = re.compile(r"\s*[/|]\s*")
_BEFORE = re.compile(r"^(?:primary|main|current|home|employee|worker) (?=\w)")
_BEHIND = re.compile(
    r" (?:text|txt|short|long|label|desc|descr|description|de l employee?|de la personne|du titulaire|du poste)$"
)
_PROSE: Final = frozenset(("job", "role", "post", "position", "work", "function"))  # their description is no name
# "Line Manager Person Number": who is above, and what of theirs.
_ABOVE = re.compile(
    r"(?:(?:direct|line|reporting|immediate|people) )?"
    r"(?:manager|supervisor|superior|boss|reports? to|reporting to|superviseur|superieur|gestionnaire|responsable)"
    r"(?: (?:person|employee|worker|associate|user|personnel|staff))? (?P<what>[a-z ]+)"
)
_ABOVE_IN_FRENCH = re.compile(
    r"(?P<what>[a-z ]+) (?:du|de la|de l) (?:superieure?|gestionnaire|superviseure?|responsable|manager|chef|n 1)"
    r"(?: immediate?| hierarchique| directe?)?"
)
_OF_ABOVE: Final = {
    **dict.fromkeys(("id", "number", "no", "nbr", "num", "code", "matricule", "identifiant", "numero"), "manager_id"),
    **dict.fromkeys(("name", "full name", "display name", "nom"), "manager_name"),
    **dict.fromkeys(("email", "e mail", "email address", "mail", "courriel"), "manager_email"),
    **dict.fromkeys(
        ("position", "position id", "position number", "position nbr", "position code"), "manager_position"
    ),
    **dict.fromkeys(("poste", "no de poste", "numero de poste", "id poste"), "manager_position"),
}


class Meaning(NamedTuple):
    """The field of a heading, and how good its name is: 0 the best for the field, 1 another one, 2 made of parts."""

    field: Field
    rank: int


@lru_cache(maxsize=4096)
def meaning(heading: str) -> Meaning | None:
    """What a heading means; None where neither it nor its parts are known, or they mean different things.

    >>> meaning("Position Text"), meaning("Line Manager Person Number"), meaning("JOBCODE")
    (Meaning(field='title', rank=0), Meaning(field='manager_id', rank=2), Meaning(field='job_code', rank=1))
    >>> meaning("Branch / Direction générale"), meaning("Name/Title"), meaning("Shoe size")
    (Meaning(field='branch', rank=2), None, None)
    """
    name = plain(heading)
    field = names().get(name) or _run_together().get(name)
    if field is not None:
        return Meaning(field, 0 if name in best_names() else 1)
    found = set(_by_parts(heading, name))
    return Meaning(found.pop(), 2) if len(found) == 1 else None


def _by_parts(heading: str, name: str) -> Iterator[Field]:
    known = names()
    parts = _PARTS.split(heading[:_LONGEST])
    if len(parts) > 1:
        yield from (known[part] for part in map(plain, parts) if part in known)
        return
    above = _ABOVE.fullmatch(name) or _ABOVE_IN_FRENCH.fullmatch(name)
    if above:
        if above["what"] in _OF_ABOVE:
            yield _OF_ABOVE[above["what"]]
        return
    shorter = _BEHIND.sub("", _BEFORE.sub("", name))
    if shorter in known and not (name.endswith("description") and shorter in _PROSE):
        yield known[shorter]


@cache
def _run_together() -> dict[str, Field]:
    """The names of several words as systems write them without a space; none that two fields share."""
    return {"".join(words): field for name, field in names().items() if len(words := name.split()) > 1}


def plain(name: str) -> str:
    """A heading as the lexicon has it.

    >>> plain("ManagerID"), plain("Salary Cost of Reports (£)"), plain("N° employé"), plain("Manager's Employee #")
    ('manager id', 'salary cost of reports', 'no employe', 'manager employee no')
    """
    spaced = _CASE.sub(" ", _ASIDE.sub(" ", name[:_LONGEST])).replace("%", " percent ")
    return _OTHER.sub(" ", unaccented(_NUMBER_SIGN.sub(" no ", _POSSESSIVE.sub("", spaced)))).strip()


def unaccented(text: str) -> str:
    """A text in small letters without accents."""
    return text.lower() if text.isascii() else _unaccented(text)


@lru_cache(maxsize=4096)
def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in letters if not unicodedata.combining(c))
