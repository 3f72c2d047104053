"""The home of each Local: its department, whatever a text calls it, and its scope there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from orgraph.resolve.local import Local
from orgraph.titles import canonical, initials

_BRACKETS: Final = re.compile(r"\s*\([^()]{1,40}\)")
_BELOW: Final = re.compile(r"(?<=\w)\W+(?:Directorate|Branch|Division|Sector)\b.*", re.DOTALL)
_ACRONYM: Final = re.compile(r"[A-Z]{2,8}")


class Home(NamedTuple):
    """Department and scope, canonical; both are "" where no text says so."""

    department: str
    scope: str


def homes(locals_: Iterable[Local]) -> dict[Local, Home]:
    """The home of each Local. Where a scope is known in one department only, it is that one's for all."""
    known = list(locals_)
    names = _departments({local.scope.department for local in known} - {""})
    inside: dict[str, set[str]] = defaultdict(set)
    for local in known:
        if local.scope.department:
            inside[local.scope.name].add(names[local.scope.department])
    shared: dict[Home, Home] = {}
    found = ((local, Home(_department(local, names, inside), local.scope.name)) for local in known)
    return {local: shared.setdefault(home, home) for local, home in found}


def _department(local: Local, names: dict[str, str], inside: dict[str, set[str]]) -> str:
    if local.scope.department:
        return names[local.scope.department]
    fits = inside.get(local.scope.name, set()) if local.scope.name else set()
    return next(iter(fits)) if len(fits) == 1 else ""


def _departments(texts: set[str]) -> dict[str, str]:
    """One name for each department: an acronym is that of the one department with these initials.

    A longer name is another department: the Board is not its Secretariat.

    >>> found = _departments({"Lamp and Wick Office", "LWO", "Lamp & Wick Office (LWO)", "Lamp and Wick"})
    >>> [found[name] for name in ("LWO", "Lamp & Wick Office (LWO)", "Lamp and Wick")]
    ['lamp wick office', 'lamp wick office', 'lamp wick']
    """
    plain = {text: _name(text) for text in texts}
    spelled: dict[str, set[str]] = defaultdict(set)
    for text in plain.values():
        if not _ACRONYM.fullmatch(text):
            spelled[initials(text)].add(canonical(text))
    return {text: _spelled(said, spelled) for text, said in plain.items()}


def _name(text: str) -> str:
    """The name without its acronym in brackets, and without the units below it that a scan may run into it."""
    text = _BRACKETS.sub("", text)
    return (_BELOW.split(text, maxsplit=1)[0] or text).strip(" /,:")


def _spelled(text: str, spelled: dict[str, set[str]]) -> str:
    fits = spelled.get(text, set()) if _ACRONYM.fullmatch(text) else set()
    return next(iter(fits)) if len(fits) == 1 else canonical(text)
