"""Misread digits: which one digit, read otherwise, would make a failed sum hold. A candidate is never a pass."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from orgraph.check._account import Account, Operand
from orgraph.check._reading import PLAIN, Reading, readings
from orgraph.interval import plain

_LOOKS = str.maketrans("OoIl|SZBG", "001115286")
_TOKEN = re.compile(r"(?<![0-9A-Za-z.,|])[0-9OoIl|SZBG]{1,9}(?![0-9A-Za-z|])")
_QUOTE = 400  # a figure stands at the head of its quote; a longer quote is no figure
_MOST = 3


def candidates(account: Account) -> list[str]:
    """Up to three misreadings that would reconcile the account, figures read through a repair first.

    A figure that was read without a repair is suspected only if the plain sum, and no other reading,
    asks for it: of two-digit numbers one digit apart, several would be found by mere chance.
    """
    if account.stated is None or any(operand.range.high != operand.range.low for operand in account.operands):
        return []
    suspects = [_of_stated(account, account.stated), *(_of_part(account, account.stated, p) for p in account.parts)]
    found = [suspect for suspect in suspects if suspect.operand.bound.claim.repaired or list(suspect.texts) == [PLAIN]]
    found.sort(key=lambda suspect: not suspect.operand.bound.claim.repaired)
    return [text for suspect in found for text in suspect.texts.values()][:_MOST]


class Suspect(NamedTuple):
    """A figure, and under which readings it could be a misreading."""

    operand: Operand
    texts: dict[Reading, str]


def _of_stated(account: Account, stated: Operand) -> Suspect:
    suspect, looks = Suspect(stated, {}), _lookalikes(stated)
    for reading in readings(account):
        wanted = reading.sum(account).low
        how = _misread(stated, wanted, looks, "the stated")
        if how:
            suspect.texts[reading] = f"{plain(wanted)} = {reading.parts}, {how}"
    return suspect


def _of_part(account: Account, stated: Operand, part: Operand) -> Suspect:
    suspect, looks = Suspect(part, {}), _lookalikes(part)
    for reading in readings(account):
        wanted = part.range.low + stated.range.low - reading.sum(account).low
        how = _misread(part, wanted, looks, "its") if reading.planned or not part.planned else None
        if how:
            suspect.texts[reading] = f"{reading.parts} = {stated} if {part.name} were {plain(wanted)}, {how}"
    return suspect


def _misread(operand: Operand, wanted: Decimal, looks: dict[Decimal, str], whose: str) -> str | None:
    """How a figure could be a misreading of another number, if it could.

    A single digit is one digit away from every other: it is suspected only if it was repaired.
    """
    read, repairs = plain(operand.range.low), operand.bound.claim.repairs
    if wanted in looks:
        return f"as “{looks[wanted]}” can be read"
    if one_digit_apart(read, plain(wanted)) and (repairs or len(read) > 1):
        return f"one digit from {whose} {read}" + (f" (“{repairs[0].raw[:40]}”)" if repairs else "")
    return None


def one_digit_apart(left: str, right: str) -> bool:
    """Whether two numbers are equal but for one digit.

    >>> one_digit_apart("31", "51"), one_digit_apart("31", "50"), one_digit_apart("3", "31")
    (True, False, False)
    """
    if len(left) != len(right):
        return False
    differing = [a + b for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and differing[0].isdigit()


def _lookalikes(operand: Operand) -> dict[Decimal, str]:
    """The numbers that the quote holds if letters that look like digits are digits, the one read left out."""
    quotes = (evidence.quote[:_QUOTE] for evidence in operand.bound.claim.evidence)
    tokens = (token for quote in quotes for token in _TOKEN.findall(quote))
    mixed = (token for token in tokens if any(sign.isdigit() for sign in token) and not token.isdigit())
    found = {Decimal(token.translate(_LOOKS)): token for token in mixed}
    return {number: token for number, token in found.items() if number != operand.range.low}
