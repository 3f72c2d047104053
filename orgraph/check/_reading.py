"""The readings under which a sum of staff may be meant: planned in or out, heads in or out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.check._account import Account, Operand
from orgraph.check._text import listed
from orgraph.interval import Interval, point, total, written


class Reading(NamedTuple):
    """Whether the planned count, the head of the whole counts, and the heads of the parts count."""

    planned: bool
    head: bool
    heads: bool

    def members(self, account: Account) -> list[Operand]:
        """The parts that count."""
        return [part for part in account.parts if self.planned or not part.planned]

    def sum(self, account: Account) -> Interval:
        """What the parts make under this reading."""
        members = self.members(account)
        heads = [part.heads for part in members if part.heads is not None] if self.heads else []
        return total([*(part.range for part in members), *heads, point(int(self.head))])

    def formula(self, account: Account) -> str:
        """The sum written out: `8 + 4 + 3 planned + 1 head`."""
        members = self.members(account)
        terms = [str(part) for part in members] or ["0"]
        if self.head:
            terms.append("1 head")
        if self.heads:
            heads = total(part.heads for part in members if part.heads is not None)
            terms.append(f"{written(heads)} head{'' if heads == point(1) else 's'} of the parts")
        return listed(terms, " + ")

    def phrase(self, account: Account) -> str:
        """Which heads count, and what was left out."""
        if self.planned:
            return self.counted
        left = total(part.range for part in account.parts if part.planned)
        return f"{written(left)} planned left out, {self.counted}"

    @property
    def counted(self) -> str:
        """Which heads count."""
        return _HEADS[self.head, self.heads]

    def name(self, account: Account) -> str:
        """The reading in full, for the values of a finding."""
        if not any(part.planned for part in account.parts):
            return self.counted
        return f"planned {'counted' if self.planned else 'left out'}, {self.counted}"

    @property
    def parts(self) -> str:
        """What is added, in words: `parts + head`."""
        words = "parts" if self.planned else "parts without the planned"
        return words + (" + head" if self.head else "") + (" + their heads" if self.heads else "")

    @property
    def short(self) -> str:
        """How it differs from the plain sum: `with the head`."""
        words = "" if self.planned else "without the planned"
        if self.heads:
            return f"{words} with the heads of the parts{' and the head too' if self.head else ''}".strip()
        return f"{words} with the head".strip() if self.head else words


_HEADS = {
    (False, False): "head not counted",
    (True, False): "head counted",
    (False, True): "heads of the parts counted",
    (True, True): "head and heads of the parts counted",
}

# The order in which they are tried: what a plain sum says first, the reading that explains most last.
_READINGS: Final = (
    Reading(True, False, False),
    Reading(False, False, False),
    Reading(True, True, False),
    Reading(True, False, True),
    Reading(True, True, True),
    Reading(False, True, False),
    Reading(False, False, True),
    Reading(False, True, True),
)
PLAIN: Final = _READINGS[0]


def readings(account: Account) -> Iterator[Reading]:
    """The readings that make a difference to an account, in the order in which they are tried."""
    planned = any(part.planned for part in account.parts)
    heads = [part.heads for part in account.parts]
    headed = None not in heads and any(count != point(0) for count in heads)
    for reading in _READINGS:
        if (reading.planned or planned) and (headed or not reading.heads):
            yield reading


def nearest(account: Account) -> str:
    """What the other readings make: `51 with the head, 56 with the heads of the parts`."""
    seen = {PLAIN.sum(account)}
    words = []
    for reading in readings(account):
        made = reading.sum(account)
        if made not in seen:
            seen.add(made)
            words.append(f"{written(made)} {reading.short}")
    return ", ".join(words)
