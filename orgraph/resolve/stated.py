"""A value as a person writes it in a decision: parsed by what the predicate takes, and compared with a claim's."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, get_args

from orgraph.model import Classification, Date, Measure, Quantity, Status, Text, Value
from orgraph.terms import TERMS
from orgraph.text import squeeze

_CODE: Final = re.compile(r"([A-Z]{1,5})-?(\d{1,2})(?: ?\((\w{1,12})\))?")
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_QUANTITY: Final = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)(?: to (\d{1,12}(?:\.\d{1,6})?))?((?: \w{1,12}){0,2})")
_FORMS: Final = {
    "classification": "a code such as EX-01 or EX-01 (P)",
    "date": "an ISO date such as 2011-05",
    "quantity": "a number, then what it counts and its status: 8 fte planned, 3 to 5, 1200000 CAD",
}


def parse_value(predicate: str, text: str) -> Value:
    """The value that a text states for a predicate that takes one; ValueError says what form is legal.

    >>> parse_value("position_number", "104"), parse_value("classification", "EX-1").code
    (Text(text='104'), 'EX-01')
    >>> parse_value("staff", "8 fte planned").status
    'planned'
    """
    kind = TERMS[predicate].object
    made: Value | None = Text(text=squeeze(text))
    if kind == "classification":
        code = _CODE.fullmatch(text)
        made = code and _classification(*code.groups())
    elif kind == "date":
        made = Date(iso=text) if _DATE.fullmatch(text) else None
    elif kind == "quantity":
        number = _QUANTITY.fullmatch(text)
        made = number and _quantity(predicate, number)
    if made is None:
        raise ValueError(f"{text!r} is no {kind}; write {_FORMS[kind]}")
    return made


def agrees(value: Value, stated: Value) -> bool:
    """Whether a claim's value is the one that a person names: what the person left out may be anything."""
    match value, stated:
        case Text(), Text():
            return squeeze(value.text).casefold() == stated.text.casefold()
        case Classification(), Classification():
            return value.code == stated.code and value.qualifier == stated.qualifier
        case Quantity(), Quantity():
            one_status = stated.status in ("unspecified", value.status)
            return (value.low, value.high, value.measure) == (stated.low, stated.high, stated.measure) and one_status
    return value == stated


def _classification(group: str, level: str, qualifier: str | None) -> Classification:
    return Classification(code=f"{group}-{int(level):02d}", group=group, level=int(level), qualifier=qualifier)


def _quantity(predicate: str, match: re.Match[str]) -> Quantity | None:
    words = match[3].split()
    low, high = Decimal(match[1]), Decimal(match[2] or match[1])
    if predicate == "money":
        currency = words[0] if words and re.fullmatch(r"[A-Z]{3}", words[0]) else None
        return (
            Quantity(measure="budget", low=low, high=high, currency=currency) if len(words) == bool(currency) else None
        )
    measures: list[Measure] = [word for word in get_args(Measure) if word in words]
    states: list[Status] = [word for word in get_args(Status) if word in words]
    if len(measures) + len(states) != len(words) or low > high:
        return None
    usual: Measure = "fte" if predicate == "staff" else "count"
    measure = measures[0] if measures else usual
    return Quantity(measure=measure, low=low, high=high, status=states[0] if states else "unspecified")
