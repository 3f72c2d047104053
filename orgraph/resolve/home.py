"""The home of each Local: its department, whatever a text calls it, and its scope there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from orgraph.resolve.local import Local
from orgraph.resolve.scope import NOWHERE, Home
from orgraph.titles import TOP_KINDS, abbreviates, canonical, field, initials, stem

_BRACKETS: Final = re.compile(r"\s*\([^()]{1,40}\)")
_BELOW: Final = re.compile(r"(?<=\w)\W+(?:Directorate|Branch|Division|Sector)\b.*", re.DOTALL)
_ACRONYM: Final = re.compile(r"\b[A-Z]{2,8}\b")


def give_homes(locals_: Iterable[Local]) -> None:
    """Give each Local its home, and tell the heads of the whole.

    Where a scope is known in one department only, it is that one's for all.
    """
    known = list(locals_)
    names = _departments({local.scope.department for local in known} - {""})
    inside: dict[str, set[str]] = defaultdict(set)
    for local in known:
        if local.scope.department:
            inside[local.scope.name].add(names[local.scope.department])
    shared: dict[Home, Home] = {}
    for local in known:
        home = _home(local, names, inside)
        local.home = shared.setdefault(home, home)
        local.is_head = bool(local.scope.whole) and any(_heads(name, local.scope.whole) for name in local.names)


def _home(local: Local, names: dict[str, str], inside: dict[str, set[str]]) -> Home:
    """Department and scope; a text without a scope may name one in the title of its head: "ADM, Lamps Branch"."""
    if local.scope.department:
        return Home(names[local.scope.department], local.scope.name)
    if local.scope.name:
        fits = inside.get(local.scope.name, set())
        return Home(next(iter(fits)) if len(fits) == 1 else "", local.scope.name)
    for unit, kind in (stem(field(name)) for name in local.names if local.kind == "position"):
        fits = inside.get(unit, set()) if kind in TOP_KINDS else set()
        if len(fits) == 1:
            return Home(next(iter(fits)), unit)
    return NOWHERE


def _heads(title: str, whole: str) -> bool:
    """Whether the field of a title is the name of the organization itself, or its acronym."""
    of = field(title)
    return bool(of) and (
        canonical(of) == canonical(whole)
        or (of.isupper() and abbreviates(of, whole))
        or (whole.isupper() and abbreviates(whole, of))
    )


def _departments(texts: set[str]) -> dict[str, str]:
    """One name for each department: an acronym is that of the one department with these initials.

    A longer name is another department, the Board is not its Secretariat; but for the name of the country.

    >>> found = _departments({"Lamp and Wick Office", "LWO", "Lamp & Wick Office (LWO)", "Lamp and Wick"})
    >>> [found[name] for name in ("LWO", "Lamp & Wick Office (LWO)", "Lamp and Wick")]
    ['lamp wick office', 'lamp wick office', 'lamp wick']
    >>> sorted(set(_departments({"Lamps & Wicks Canada", "LWC", "Lamps and Wicks", "LWC and Wicks Canada"}).values()))
    ['lamps wicks canada']
    """
    plain = {text: _name(text) for text in texts}
    whole: set[str] = {canonical(text) for text in plain.values() if not _acronym(text)}
    spelled: dict[str, set[str]] = defaultdict(set)
    for key in whole:
        spelled[initials(key)].add(_with_country(key, whole))
    return {text: _spelled(said, whole, spelled) for text, said in plain.items()}


def _name(text: str) -> str:
    """The name without its acronym in brackets, and without the units below it that a scan may run into it."""
    text = _BRACKETS.sub("", text)
    return (_BELOW.split(text, maxsplit=1)[0] or text).strip(" /,:")


def _acronym(text: str) -> str:
    """The acronym that a name is, or holds among its words; "" for a name written out, in capitals or not."""
    found = _ACRONYM.search(text)
    return found[0] if found and (found[0] == text or not text.isupper()) else ""


def _with_country(key: str, whole: set[str]) -> str:
    """The name with that of the country, where a text says it so; a single word says too little."""
    longer = f"{key} canada"
    return longer if " " in key and longer in whole else key


def _spelled(text: str, whole: set[str], spelled: dict[str, set[str]]) -> str:
    fits = {key for key in spelled.get(_acronym(text), ()) if abbreviates(text, key)}
    return next(iter(fits)) if len(fits) == 1 else _with_country(canonical(text), whole)
