"""The readings under which a sum of staff may be meant: planned in or out, heads in or out.

Where the words of the total say what it holds, only the readings that they allow are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.check._account import Account, Operand
from orgraph.check._basis import Basis
from orgraph.check._text import listed
from orgraph.interval import Interval, point, total, written


class Reading(NamedTuple):
    """Whether the planned count, the head of the whole counts, and the heads of the parts count."""

    planned: bool
    head: bool
    heads: bool

    def members(self, account: Account) -> list[Operand]:
        """The parts that count."""
        vacant = account.basis.vacant is not False
        return [part for part in account.parts if (self.planned or not part.planned) and (vacant or not part.vacant)]

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
        left = [part for part in account.parts if part not in self.members(account)]
        return "".join(f"{part} left out, " for part in left) + self.counted

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
    """The readings that make a difference to an account and that its words allow, in the order of trial."""
    planned = any(part.planned for part in account.parts)
    heads = [part.heads for part in account.parts]
    headed = None not in heads and any(count != point(0) for count in heads)
    for reading in _READINGS:
        differs = (reading.planned or planned) and (headed or not reading.heads)
        if differs and _allowed(reading, account.basis, planned=planned, headed=headed):
            yield reading


def _allowed(reading: Reading, basis: Basis, *, planned: bool, headed: bool) -> bool:
    """Whether a reading agrees with what the words of the total say."""
    return (
        basis.head in (None, reading.head)
        and (not headed or basis.heads in (None, reading.heads))
        and (not planned or basis.planned in (None, reading.planned))
    )


def first(account: Account) -> Reading:
    """The reading that the words of the total ask for; without such words the plain sum."""
    return next(readings(account))


def nearest(account: Account) -> str:
    """What the other readings make: `51 with the head, 56 with the heads of the parts`."""
    seen = {first(account).sum(account)}
    words = []
    for reading in readings(account):
        made = reading.sum(account)
        if made not in seen:
            seen.add(made)
            words.append(f"{written(made)} {reading.short}")
    return ", ".join(words)
