"""Numbers as job descriptions print them: digits, look-alikes of a scan, words, money spellings.

A scanned `I` may be 1 and a scanned `O` 0. They are read so only inside a token that is nothing
but digits and look-alikes, at a place where a number must stand; the reading is a recorded repair.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from orgraph.extract._lexicon import alternation, table
from orgraph.model import Repair

LOOKALIKES: Final = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "!": "1"})
_WORDS: Final[dict[str, int]] = table("numbers")["words"]

# A run of digits and look-alikes with separators inside: "I,795,538", "9O3.2", "34 OOO", "2,597 O35,435.OO".
DIGIT = r"[0-9OIl]"
NUMBER = rf"(?<![A-Za-z0-9]){DIGIT}{{1,12}}(?:[.,]{DIGIT}{{1,3}}|[ ]{DIGIT}{{3}}(?![A-Za-z0-9])){{0,5}}(?![A-Za-z0-9])"
WORD = rf"\b(?:{alternation(_WORDS)})\b"
AGAIN = rf"\(\s?(?:{NUMBER}|{WORD})\s?\)"  # the number once more: "five (5)", "5 (five)"
VAGUE = rf"\b(?:{alternation(table('numbers')['vague']['words'])})\b"
_KIND = r"(?:section|division|directorate|branch|sector|region|department)"
_TWO_COLUMNS = re.compile(rf"\b{_KIND}\s+(?P<second>{_KIND})\s+(?:FTE\S*|ETP|staff)?\W*$", re.I)
_SPACED_GROUPS = re.compile(r"[\s']")
_SPACE_FOR_COMMA = re.compile(r"(?<=\d)\s(?=\d{3}(?:,|$))")  # "2,597 035,435.00": one comma of several was lost


class Number(NamedTuple):
    """A value, the repair that read it (if any), and one unit of its last printed digit."""

    value: Decimal
    repair: Repair | None
    step: Decimal


def number(raw: str, start: int, *, repair: bool = True) -> Number | None:
    """The number that `raw`, found at `start`, stands for; None where it stands for none.

    >>> number("I5", 0).value, number("2,58", 0).value, number("1,290", 0).value, number("twelve", 0).value
    (Decimal('15'), Decimal('2.58'), Decimal('1290'), Decimal('12'))
    >>> number("I5", 0, repair=False) is None
    True
    """
    word = _WORDS.get(" ".join(raw.lower().split()))
    if word is not None:
        return Number(Decimal(word), None, Decimal(1))
    digits = raw.translate(LOOKALIKES)
    plain = _plain(digits)
    if plain is None or (digits != raw and not repair):
        return None
    value = Decimal(plain)
    fixed = Repair(start=start, end=start + len(raw), raw=raw, repaired=digits, rule="digit-lookalike")
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return Number(value, fixed if digits != raw else None, step)


def repairs_of(*numbers: Number | None) -> tuple[Repair, ...]:
    """The repairs that numbers were read through, each once, in order."""
    return tuple(dict.fromkeys(found.repair for found in numbers if found is not None and found.repair is not None))


def first_column(raw: str, before: str) -> str:
    """The first of two figures that stand in columns under two kinds of unit: "Division Directorate FTEs: 24 107".

    >>> first_column("24 107", "Division Directorate FTEs: "), first_column("20 532", "Staff ")
    ('24', '20 532')
    """
    return raw.split(" ")[0] if " " in raw and _TWO_COLUMNS.search(before) else raw


def second_column(raw: str, before: str) -> tuple[str, str] | None:
    """The kind and the second of two figures in columns: that of the wider unit.

    >>> second_column("24 107", "Division Directorate FTEs: "), second_column("20 532", "Staff ")
    (('Directorate', '107'), None)
    """
    heads = _TWO_COLUMNS.search(before)
    return (heads["second"], raw.split(" ")[1]) if heads and " " in raw else None


def _plain(digits: str) -> str | None:
    """Digits with a decimal point: thousands marks out, a decimal comma turned into a point.

    A comma or point before exactly three digits is a thousands mark, unless it stands alone with
    a leading zero; the last mark before another number of digits is the decimal mark.
    """
    digits = _SPACE_FOR_COMMA.sub(",", digits) if re.search(r"\d,\d{3}", digits) else digits
    compact = _SPACED_GROUPS.sub("", digits)
    if not re.fullmatch(r"\d{1,40}(?:[.,]\d{1,3}){0,8}|[.,]\d{1,6}", compact):
        return None
    parts = re.split(r"[.,]", compact)
    if len(parts) == 1:
        return compact
    marks = re.findall(r"[.,]", compact)
    if len(parts[-1]) == 3 and parts[0] not in ("", "0") and len(set(marks)) == 1 and len(parts[0]) <= 3:
        return "".join(parts) if marks[0] == "," or len(parts) > 2 else f"{parts[0]}.{parts[1]}"
    return f"{''.join(parts[:-1]) or '0'}.{parts[-1]}"
