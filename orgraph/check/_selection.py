"""Which rules to run: names, codes and beginnings of codes, selected or ignored."""

from __future__ import annotations

from collections.abc import Collection

from orgraph.errors import UnknownName
from orgraph.rules import Rule


def chosen(known: Collection[Rule], select: Collection[str], ignore: Collection[str]) -> tuple[Rule, ...]:
    """The rules that `select` fits (all, if it is empty) and `ignore` does not, in their own order."""
    wanted = _fitting(known, select) if select else {rule.name for rule in known}
    unwanted = _fitting(known, ignore)
    return tuple(rule for rule in known if rule.name in wanted - unwanted)


def _fitting(known: Collection[Rule], words: Collection[str]) -> set[str]:
    found: set[str] = set()
    for word in words:
        names = {rule.name for rule in known if _fits(rule, word)}
        if not names:
            raise UnknownName("rule", word, _legal(known))
        found |= names
    return found


def _fits(rule: Rule, word: str) -> bool:
    """A name is written whole; a code may be cut after its letters, but not before its first digit."""
    code = word.upper()
    return word == rule.name or (code[-1:].isdigit() and (rule.code or "").startswith(code))


def _legal(known: Collection[Rule]) -> list[str]:
    return [f"{rule.name} ({rule.code})" for rule in sorted(known, key=lambda rule: str(rule.code))]
