"""Budgets that a field or a sentence outside the Dimensions gives to the position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from orgraph.extract._about import clause_start, subject_end
from orgraph.extract._money import CODE, Amount, amounts
from orgraph.extract._reading import Reading
from orgraph.extract._titles import HEAD_NOUN, RANK_NOUN
from orgraph.text import Span, squeeze


class Budget(NamedTuple):
    """An amount, the words that call it a budget, and where they stand."""

    amount: Amount
    label: str
    span: Span


_ABOUT = (
    r"(?:(?:approximately|approx\.?|about|around|over|nearly|roughly|circa|c\.|in\s+the\s+region\s+of|up\s+to|some|~)"
    r"\s*)?"
)
_SIGN = rf"(?=[$£€]|{CODE})"  # what an amount begins with
# A field of its own line or cell: "Annual operating budget managed: $1.4M", "| Budget | £31m |".
_FIELD = re.compile(
    r"(?:^[ \t*_|-]{0,6}(?:\d{1,2}[.)][ \t]+)?|(?<=[.;]\s))"
    r"(?P<label>(?:(?!training|learning|personal|wellbeing|equipment|home)[A-Za-z&'/-]+[ \t]+){0,5}?"
    rf"budgets?(?:[ \t]+[a-z()/&]+){{0,4}})[*_ \t]{{0,4}}[:|][*_ \t|]{{0,40}}{_ABOUT}{_SIGN}",
    re.I | re.M,
)
_VERB = (
    r"(?:(?:manag|overse|administer|direct|control|lead|hold|own|execut)(?:ing|e?s|e)?|responsible\s+for|responsibility\s+for"
    r"|accountable\s+for|leadership\s+(?:to|for)|has|have|with)"
)
# What a budget is called as well, and what may stand between the word and its amount: "(1998/99: £312,000)".
_MONEY = (
    r"\b(?:budgets?|(?:revenue|expenditure|annual)\s+estimates|(?:capital|revenue|annual|regional|operating|budget)\s+(?:allocation|allotment)s?)"
    r"(?:\s+(?:of|for)\s+(?:the|its|this)\s+[a-zA-Z]{3,20}(?=\s*\())?"
)
_IN_BRACKET = r"\((?:(?:FY\s?)?\d{4}(?:[-/]\d{2,4})?:\s*)?"
_CUES = ("udget", "stimates", "llocation", "llotment")
_BUDGET_OF = re.compile(
    rf"\b(?:(?:develop|defend|prepar|monitor)(?:s|es?)\s(?:[^.;:,\n]{{0,60}}?\s)?an?\s+(?:[a-z]+\s+){{0,3}}budget\s+of\s+"
    r"|(?:is\s+an?\s+)?budget[- ]holder\s+for\s+(?:[^.;:()\n]{3,60}\()?"
    r"|budget(?:ary)?\s+responsibility\s+(?:of|for)\s+"
    rf"|{_VERB}\s[^.;:\n]{{0,120}}?{_MONEY}\s+(?:{_IN_BRACKET}|(?:of|totall?ing|in\s+excess\s+of|exceeding|worth)\s+)?)"
    rf"{_ABOUT}{_SIGN}",
    re.I,
)
# "The annual budget of the department is $862,000"
_BUDGET_IS = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?:[\w'/-]+\s+){0,4}?(?:"
    r"(?:department|office|division|unit|team|section|service)(?:'s)?\s+(?:[a-z]+\s+){0,2}budget"
    r"|budget\s+(?:of|for)\s+the\s+(?:department|office|division|unit|team|section|service))"
    rf"\s+(?:is|totals)\s+{_ABOUT}{_SIGN}",
    re.I,
)
_BUDGET_BEHIND = re.compile(rf"\b{_VERB}\s+(?:an?|the|its|our|your)\s+{_ABOUT}{_SIGN}", re.I)
_IS_BUDGET = re.compile(r"(?:\s+per\s+(?:year|annum))?\s+(?:[a-z&-]+\s+){0,3}?budget\b", re.I)
_ANOTHER = re.compile(rf",?\s+(?:and|plus)\s+an?\s+(?:[\w-]+\s+){{0,3}}budget\s+of\s+{_ABOUT}{_SIGN}", re.I)
_IN_ANOTHER = re.compile(
    rf"[^()\n]{{0,50}}\)?(?:,|\s+and)\s+[^.;:()\n]{{3,60}}\({_SIGN}"
)  # "... (£1,000) and boats (£2,000)"
_SECOND = re.compile(r"(?:Chief\s+)?(?:Deputy|Assistant|Associate|Vice)\b", re.I)
_LINE_END = re.compile(r"\n|\.\s")
_OPENS = re.compile(r"[\W\d]*(?:to\s+|be\s+)?(?:[a-z]{3,14}(?:,\s+(?:and\s+)?|\s+and\s+)){0,3}", re.I)
_ALSO = re.compile(r"\band\s+(?:(?:is|are|also|will\s+be)\s+){0,2}$")  # "... and is accountable for a budget of"
_DUTY = re.compile(
    rf"[\W\d]*(?!{HEAD_NOUN.pattern})[A-Z][a-z]{{3,12}}s\s"
)  # "Prepares the plan, and manages a budget of"
_NEAR = 90  # characters between the position and the verb of its budget
_ROOM = 40  # characters that an amount may take


def budgets(reading: Reading) -> Iterator[Budget]:
    """The budgets of the first field that holds one; else those of the first sentence."""
    told = False
    for match in reading.matches(_FIELD, ("udget", "UDGET"), 180, 120):
        end = _LINE_END.search(reading.view, match.end(), match.end() + 3 * _ROOM)
        stop = end.start() if end else min(len(reading.view), match.end() + 3 * _ROOM)
        for amount in amounts(reading.view, match.end(), stop, repair=reading.repair):
            told = True
            yield Budget(amount, squeeze(match["label"]), Span(match.start(), amount.span.end))
    if not told:
        yield from _in_prose(reading)


def _in_prose(reading: Reading) -> Iterator[Budget]:
    for pattern in (_BUDGET_OF, _BUDGET_BEHIND, _BUDGET_IS):
        for match in reading.matches(pattern, _CUES, 180, 60):
            found = (
                list(_amounts(reading, match)) if _is_own(reading, match.start(), unit=pattern is _BUDGET_IS) else []
            )
            if found:
                yield from found
                return


def _is_own(reading: Reading, verb: int, *, unit: bool) -> bool:
    """Whether the sentence begins with the verb, or is about the position and the verb stands near it.

    That of a unit is the position's where its title is that of who leads one.
    """
    if unit:
        title = reading.subject.title
        return title is not None and RANK_NOUN.search(title.text) is not None and not _SECOND.match(title.text)
    start = clause_start(reading, verb)
    own = subject_end(reading, start, verb)
    if _DUTY.match(reading.view, start, verb) and _ALSO.search(reading.view, start, verb):
        return True
    return _OPENS.fullmatch(reading.view, start, verb) is not None or (
        own is not None and (verb - own < _NEAR or _ALSO.search(reading.view, own, verb) is not None)
    )


def _amounts(reading: Reading, match: re.Match[str]) -> Iterator[Budget]:
    view, place = reading.view, match.end()
    while (amount := next(islice(amounts(view, place, place + _ROOM, repair=reading.repair), 1), None)) is not None:
        if match.re is _BUDGET_BEHIND and not _IS_BUDGET.match(view, amount.span.end):
            return
        yield Budget(amount, squeeze(match[0]), Span(match.start(), amount.span.end))
        more = (_IN_ANOTHER if view[match.end() - 1] == "(" else _ANOTHER).match(view, amount.span.end)
        if more is None:
            return
        place = more.end()
