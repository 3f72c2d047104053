"""Misread digits: which one digit, read otherwise, would make a failed sum hold. A candidate is never a pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._account import Account, Operand
from orgraph.check._interval import plain
from orgraph.check._reading import Reading, readings

_LOOKS = str.maketrans("OoIl|SZBG", "001115286")
_TOKEN = re.compile(r"(?<![0-9A-Za-z.,|])[0-9OoIl|SZBG]{1,9}(?![0-9A-Za-z|])")
_QUOTE = 400  # a figure stands at the head of its quote; a longer quote is no figure
_MOST = 3


def candidates(account: Account) -> list[str]:
    """Up to three misreadings that would reconcile the account, figures read through a repair first."""
    if account.stated is None or any(operand.range.high != operand.range.low for operand in account.operands):
        return []
    found = [*_of_stated(account, account.stated), *_of_parts(account, account.stated)]
    found.sort(key=lambda pair: not pair[0].bound.claim.repaired)
    return [text for _, text in found[:_MOST]]


def _of_stated(account: Account, stated: Operand) -> Iterator[tuple[Operand, str]]:
    for reading in readings(account):
        wanted = reading.sum(account).low
        if _misread(stated, wanted):
            was = f"the stated {plain(stated.range.low)}{_raw(stated)}"
            yield stated, f"{plain(wanted)} = {reading.parts}, one digit from {was}"


def _of_parts(account: Account, stated: Operand) -> Iterator[tuple[Operand, str]]:
    missing = [(reading, stated.range.low - reading.sum(account).low) for reading in readings(account)]
    for part in account.parts:
        for reading, difference in missing:
            wanted = part.range.low + difference
            if (reading.planned or not part.planned) and _misread(part, wanted):
                yield part, _if_part(part, wanted, reading, stated)


def _if_part(part: Operand, wanted: Decimal, reading: Reading, stated: Operand) -> str:
    read = f"one digit from its {plain(part.range.low)}{_raw(part)}"
    return f"{reading.parts} = {plain(stated.range.low)} if {part.name} were {plain(wanted)}, {read}"


def _misread(operand: Operand, wanted: Decimal) -> bool:
    """Whether a figure could be a misreading of another number.

    A single digit is one digit away from every other: it is suspected only if it was repaired.
    """
    read = plain(operand.range.low)
    if wanted in _lookalikes(operand):
        return True
    return one_digit_apart(read, plain(wanted)) and (operand.bound.claim.repaired or len(read) > 1)


def one_digit_apart(left: str, right: str) -> bool:
    """Whether two numbers are equal but for one digit.

    >>> one_digit_apart("31", "51"), one_digit_apart("31", "50"), one_digit_apart("3", "31")
    (True, False, False)
    """
    if len(left) != len(right):
        return False
    differing = [a + b for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and differing[0].isdigit()


def _lookalikes(operand: Operand) -> set[Decimal]:
    """The numbers that the quote holds if letters that look like digits are digits, the one read left out."""
    quotes = (evidence.quote[:_QUOTE] for evidence in operand.bound.claim.evidence)
    tokens = (token for quote in quotes for token in _TOKEN.findall(quote))
    mixed = (token for token in tokens if any(sign.isdigit() for sign in token) and not token.isdigit())
    return {Decimal(token.translate(_LOOKS)) for token in mixed} - {operand.range.low}


def _raw(operand: Operand) -> str:
    repairs = operand.bound.claim.repairs
    return f" (“{repairs[0].raw[:40]}”)" if repairs else ""
