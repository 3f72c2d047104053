"""The canonical form of a title or name: what two spellings of one title have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NewType

Canonical = NewType("Canonical", str)

_SMALL: Final = frozenset(
    ("of", "the", "for", "and", "to", "our", "de", "du", "des", "la", "le", "les", "et", "au", "aux")
)
# One letter is an article only where it is written as one: "Team A" and "Team D" are two teams.
_ARTICLE = re.compile(r"(?<!\w)(?:[DdLl]'(?=\w)|a(?!\w)|^A(?=\s))")
# "the Clerk's Office", "the Clerks' Panel"
_POSSESSIVE = re.compile(r"(?<=\w)'\u2060*s?(?= \w)")
_WRITTEN_OUT: Final = {
    "sr": "senior",
    "jr": "junior",
    "dir": "director",
    "asst": "assistant",
    "assoc": "associate",
    "mgr": "manager",
    "corp": "corporate",
    "dept": "department",
    "mgmt": "management",
    "dg": "director general",
    "dgs": "director general",
    "adm": "assistant deputy minister",
    "sadm": "senior assistant deputy minister",
    "aadm": "associate assistant deputy minister",
    "dm": "deputy minister",
    "vp": "vice president",
    "sma": "sous ministre adjoint",
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "cio": "chief information officer",
    "coo": "chief operating officer",
}
# Feminine forms that stand for the same post as the masculine.
_FEMININE: Final = {
    "adjointe": "adjoint",
    "administratrice": "administrateur",
    "agente": "agent",
    "conseillere": "conseiller",
    "coordonnatrice": "coordonnateur",
    "deleguee": "delegue",
    "directrice": "directeur",
    "dirigeante": "dirigeant",
    "generale": "general",
    "greffiere": "greffier",
    "presidente": "president",
    "superviseure": "superviseur",
    "surintendante": "surintendant",
    "verificatrice": "verificateur",
}
# Ranks that one organization has once.
_ONCE: Final = frozenset(
    (
        "president",
        "managing director",
        "commissioner",
        "deputy minister",
        "secretary",
        "comptroller general",
        "sous ministre",
        "commissaire",
        "chief audit executive",
    )
)
# "directeur général ou (de la) directrice générale", "Directeur/directrice": one post, named word for word twice.
_MORE = r"(?: (\w{3}|\w{1,2}(?!\w))[\w-]{0,13})?"
_OR = r" ou (?:(?:de |à |a )?l[ae] |(?:de |à |a )?l'|du |de |d'|au )?"
_AGAIN = "".join(rf"(?({group}) \{group}[\w-]{{0,14}})" for group in (3, 4, 5))
_DOUBLED = re.compile(
    rf"\b((\w{{4}})[\w-]{{0,14}}{_MORE * 3})(?:{_OR}|/)\2[\w-]{{0,15}}{_AGAIN}",
    re.I,
)
# The same where a scan has left more words of one of the two: "directeur g n ral ou la directrice generale".
_TWICE = re.compile(
    rf"\b(\w{{4}})([\w-]{{0,14}}(?: [\w-]{{1,14}}){{0,5}}?){_OR}"
    r"\1[^,;:()]{0,60}?(?=,|$| (?:de|du|des|aux?) | d')",
    re.I,
)
_ENDING = re.compile(r"\((?:trice|e|ive|ere|iere|se|ne|le)s?\)", re.I)
_SEPARATOR = re.compile(r",|\s(?:of|for|de|du|des|d'|-|to)\s|/|:|\(", re.I)
_DEFINED = re.compile(r"\([A-Z][A-Z/&]{1,7}\)")
_WORD = re.compile(r"[a-z0-9]+")
# What a name says of the kind of its unit: "Internal Audit Branch" is also called "Internal Audit".
_KINDS: Final = frozenset(("branch", "sector", "directorate", "division"))
# Those right below a department, which has one of a name.
TOP_KINDS: Final = frozenset(("branch", "sector"))
_HEAD_OF_TOP: Final = re.compile(
    r"(?:(?:senior|associate|acting) )*"
    r"(?:(?:assistant )?deputy minister|director general|executive director|vice president|sous ministre adjoint) \w"
)
# Ranks that many parts of an organization have, with the same field: "Manager, Operations".
_REPEATED: Final = frozenset(
    (
        *("administrator", "advisor", "adviser", "analyst", "assistant", "clerk", "coordinator", "lead", "leader"),
        *("manager", "officer", "specialist", "supervisor", "technician"),
        *("adjoint", "agent", "analyste", "commis", "conseiller", "coordonnateur", "gestionnaire", "superviseur"),
    )
)
_PLAIN_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def canonical(title: str) -> Canonical:
    """Small letters without accents, gender doubles, small words and marks; ranks written out.

    >>> canonical("Director of Engagement") == canonical("Director, Engagement")
    True
    >>> canonical("le directeur général ou la directrice générale, Finances")
    'directeur general finances'
    >>> canonical("DG, Policy & Planning") == canonical("Director General, Policy and Planning")
    True
    >>> canonical("CEO’s Office"), canonical("Clerks' Panel")
    ('chief executive officer office', 'clerks panel')
    >>> canonical("Team A"), canonical("a team of l'Équipe D")
    ('team a', 'team equipe d')
    """
    words = _words(_POSSESSIVE.sub("", ungendered(_unaccented(title))).replace("&", " and "))
    return Canonical(" ".join(_WRITTEN_OUT.get(word) or _FEMININE.get(word, word) for word in words))


@lru_cache(maxsize=65536)
def rank(title: str) -> Canonical:
    """The canonical form of what stands before the field of the post.

    >>> rank("Director General, Policy"), rank("Head of Design")
    ('director general', 'head')
    """
    return canonical(_SEPARATOR.split(ungendered(_unaccented(title)), maxsplit=1)[0])


def core(key: str) -> tuple[Canonical, str]:
    """The canonical name of a unit without its kind, and the kind that it ends in.

    >>> core("internal audit branch"), core("outreach team"), core("branch")
    (('internal audit', 'branch'), ('outreach team', ''), ('branch', ''))
    """
    stem, _, last = key.rpartition(" ")
    return (Canonical(stem), last) if stem and last in _KINDS else (Canonical(key), "")


@lru_cache(maxsize=65536)
def stem(title: str) -> tuple[Canonical, str]:
    """The canonical form without the acronym that is defined in it and the kind of unit that it ends in; and that kind.

    >>> stem("ADM, Coast Services Branch (CSB)") == (stem("ADM Coast Services")[0], "branch")
    True
    """
    return core(canonical(_DEFINED.sub(" ", title)))


@lru_cache(maxsize=65536)
def headed(title: str) -> tuple[str, str]:
    """The canonical name of what a high rank heads by its title, and its kind; two times "" for any other title.

    >>> headed("ADM, Lamps Branch"), headed("Director General Policy"), headed("Advisor, Lamps Branch")
    (('lamps', 'branch'), ('policy', ''), ('', ''))
    """
    key, kind = stem(title)
    match = _HEAD_OF_TOP.match(key)
    return (key[match.end() - 1 :], kind) if match else ("", "")


@lru_cache(maxsize=65536)
def scanned(title: str) -> str:
    """What all scans of a title have in common: they keep or lose the e of an accent, and may leave a gap for it.

    >>> scanned("directeur g n ral ou de la directrice generale, D tail") == scanned("Directeur général, Détail")
    True
    """
    return canonical(_TWICE.sub(r"\1\2", _unaccented(title))).replace("e", "").replace(" ", "")


@lru_cache(maxsize=65536)
def field(title: str) -> str:
    """What stands behind the rank, as written; "" for a rank alone.

    >>> field("Director General, Policy"), field("Head of Design"), field("Clerk")
    ('Policy', 'Design', '')
    """
    return [*_SEPARATOR.split(title, maxsplit=1), ""][1].strip(" )")


@lru_cache(maxsize=65536)
def repeats(title: str) -> bool:
    """Whether posts in several parts of one scope may have the title, each under its own superior.

    >>> repeats("Manager, Stores"), repeats("Director, Stores"), repeats("Chief Financial Officer")
    (True, False, False)
    """
    words = rank(title).split()
    return bool(words) and words[-1] in _REPEATED and words[0] != "chief"


@lru_cache(maxsize=65536)
def is_bare(title: str) -> bool:
    """Whether a title names a rank and no field: "Manager" fits many posts, "Manager, Payroll" one.

    A rank that an organization has once ("Chief Executive Officer", "President") is not bare, nor is a high
    one with its field right behind it ("ADM Lamps").

    >>> is_bare("Director General"), is_bare("Director, Policy"), is_bare("Chief Executive Officer")
    (True, False, False)
    """
    key = canonical(title)
    if is_once(key) or _HEAD_OF_TOP.match(key):
        return False
    return " " not in key or key == rank(title)


def is_once(key: str) -> bool:
    """Whether a canonical title is a rank that one organization has once.

    >>> is_once("chief executive officer"), is_once("president"), is_once("director general")
    (True, True, False)
    """
    words = key.split()
    return key in _ONCE or (len(words) > 2 and words[0] == "chief" and words[-1] in ("officer", "executive"))


@lru_cache(maxsize=65536)
def abbreviates(short: str, long: str) -> bool:
    """Whether one title can be the other with words left out, or words given by their initials.

    >>> abbreviates("the Director", "Director, Policy"), abbreviates("CEO, HDS", "Chief Executive Officer")
    (True, True)
    >>> abbreviates("Director, Planning", "Director, Policy"), abbreviates("ADM, HDS", "ADM Lamps Branch")
    (False, False)
    >>> abbreviates("Director General, CPPD", "Director General, Common Pension Plan Division")
    True
    >>> abbreviates("DG, Effectif", "Directeur général, Effectif")
    True
    """
    if "," in short and "," not in long and short.partition(",")[2].strip().isupper() and not headed(long)[0]:
        short = short.partition(",")[0]  # "CEO, HDS" where the long form names no field
    capitals = {word for word in _PLAIN_WORD.findall(short) if word.isupper() and len(word) > 1}
    others = _PLAIN_WORD.sub(lambda word: " " if word[0] in capitals else word[0], short)
    letters, spelled = initials(long), _singulars(long)
    given = all(word in letters or _singulars(word) <= spelled for word in capitals)
    return bool(canonical(short)) and given and _singulars(others) <= spelled


def may_be_one(one: str, other: str) -> bool:
    """Whether either of two titles can be the other in short.

    >>> may_be_one("Director, Policy", "the Director"), may_be_one("Director, Planning", "Director, Policy")
    (True, False)
    """
    return abbreviates(one, other) or abbreviates(other, one)


def _singulars(title: str) -> set[str]:
    return {word.rstrip("s") for word in canonical(title).split()}


@lru_cache(maxsize=65536)
def initials(title: str) -> str:
    """The capitals that an acronym of the title is made of.

    >>> initials("Chief Executive Officer"), initials("Director, Engagement")
    ('CEO', 'DE')
    """
    return "".join(word[0] for word in _words(_unaccented(title))).upper()


def ungendered(text: str) -> str:
    """One form for a post named in both genders.

    >>> ungendered("directeur ou directrice, communications"), ungendered("directeur(trice)")
    ('directeur, communications', 'directeur')
    >>> ungendered("sous-ministre adjoint principal ou de la sous-ministre adjointe principale, Travail")
    'sous-ministre adjoint principal, Travail'
    """
    return _DOUBLED.sub(r"\1", _ENDING.sub("", text))


def _words(text: str) -> list[str]:
    """The words that count, in small letters."""
    return [word for word in _WORD.findall(_ARTICLE.sub(" ", text).lower()) if word not in _SMALL]


def _unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
