"""The proof of the headcount: the stated total of a position against the figures of its reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgraph.check._account import MEASURED, Account, Operand, accounts, headed
from orgraph.check._digits import candidates
from orgraph.check._facts import Facts
from orgraph.check._finding import Found, finding
from orgraph.check._reading import Reading, first, nearest, readings
from orgraph.check._text import listed
from orgraph.interval import Interval, agree, apart, exceeds, plain, total, value, written
from orgraph.model import Finding, Outcome
from orgraph.rules import check


@check("ORG201", "error", because=("reporting-loop",))
def fte_rollup(facts: Facts) -> Iterator[Finding]:
    """The staff of the reports does not add up to the stated staff.

    What it finds:
        A position whose document states its staff and the staff of those who report to it, where no
        reading makes the two equal. Readings are tried in a fixed order, and the first that holds is
        named: everything counted and the head not; the planned left out; the head of the whole counted
        (one more); the heads of the parts counted (one for each part that is a position); both; the
        last three again without the planned. Ranges are added end by end and hold when one lies inside
        the other. A digit that would explain a failure is named as a candidate, never taken as a pass.
        Words beside the total bind it: "including the Director", "excluding vacancies", "of which 3 are
        planned" leave only the readings that they allow; and what "including 4 students" adds is added.

    Why it matters:
        The total is what budgets and floor plans are made from. If it is not the sum of its parts,
        a team is missing, counted twice, or a digit was misread.

    Example:
        "Bakery FTEs: 31" over reports of 0, 4, 16, 9, 13 and 8: 50, and 51, 56 or 57 with heads.

    What to do:
        Compare the quoted figures with the source. Correct the figure, or add the missing team.

    Known misses:
        A part that stands in the list both as a team and through its manager is added twice. "Four
        managers (5 FTE)" is taken as 5 in all. Two different figures for one part: the first counts.
        Figures that other documents give for the same part are not used (ORG224 does that). Of several
        totals in one document the first that holds is proved, else the first; the others are named. A
        text may list only some of the reports without saying so: the gap is then the staff of the others.

    Source:
        Position control: the establishment of a unit is the sum of the establishments of its parts.
    """
    for node in headed(facts):
        for possible in accounts(facts, node):
            account, verdict = _settled(possible)
            message = f"{facts.label(node)}: {verdict.message}"
            operands = [operand.bound for operand in account.operands]
            yield finding(fte_rollup, verdict.outcome, node, message, operands, **_values(account, verdict))


class Verdict(NamedTuple):
    """The outcome, in words, and the reading that holds."""

    outcome: Outcome
    message: str
    reading: Reading | None = None


def _settled(possible: list[Account]) -> tuple[Account, Verdict]:
    """The account of a document that states several totals: the first that holds, else the first."""
    judged = [(account, _verdict(account)) for account in possible]
    return next((pair for pair in judged if pair[1].outcome == "pass"), judged[0])


def _verdict(account: Account) -> Verdict:
    if any(operand.by_place for operand in account.operands):
        return Verdict("not_applicable", f"{_places(account)}: a range by place is no sum")
    if account.stated is None:
        return Verdict("not_verifiable", f"parts sum to {_plain_sum(account)}, no total stated{_silent(account)}")
    if not account.parts:
        if account.unlike:
            two = (MEASURED[account.measure], MEASURED[account.unlike])
            return Verdict("not_verifiable", f"{account.stated} {two[0]} stated, the parts are stated in {two[1]}")
        why = "no report carries a figure" if account.silent else "no reports are listed"
        return Verdict("not_verifiable", f"{account.stated} stated, {why}")
    return _incomplete(account, account.stated) if account.silent else _complete(account, account.stated)


def _complete(account: Account, stated: Operand) -> Verdict:
    """The verdict when every part has a figure."""
    made = [(reading, agree(stated.range, reading.sum(account))) for reading in readings(account)]
    for reading, agreement in made:
        if agreement == "yes":
            return Verdict("pass", _holds(account, stated, reading), reading)
    if added := _added(account, stated):
        return added
    if any(operand.figure.approximate for operand in account.operands):
        return Verdict("not_verifiable", f"{_sum(account)}, stated {stated}; not every figure is exact")
    if any(agreement == "overlap" for _, agreement in made):
        return Verdict("not_verifiable", f"{_sum(account)}, stated {stated}; the ranges only overlap")
    return Verdict("fail", _fails(account, stated))


def _added(account: Account, stated: Operand) -> Verdict | None:
    """The verdict on a total whose words put something into it that no list holds."""
    if not account.basis.others or any(operand.figure.approximate for operand in account.operands):
        return None
    numbers = [other.number for other in account.basis.others]
    known = total(Interval(number, number) for number in numbers if number is not None)
    reading = first(account)
    made = total((reading.sum(account), known))
    if None not in numbers and agree(stated.range, made) == "yes":
        terms = " + ".join([reading.formula(account), *(other.what for other in account.basis.others)])
        return Verdict("pass", f"{terms} = {written(made)} holds, {reading.phrase(account)}{_words(account)}", reading)
    if None in numbers and exceeds(stated.range, made):
        unknown = f"{_words(account)}, of which no figure is given"
        return Verdict("not_verifiable", f"{_sum(account)}, stated {stated}{unknown}")
    return None


def _words(account: Account) -> str:
    """What the words of the total say of it."""
    return f"; the text says {account.basis.words}" if account.basis.words else ""


def _incomplete(account: Account, stated: Operand) -> Verdict:
    """The verdict when parts lack a figure: a failure only if the others are too many already."""
    least = min((reading.sum(account) for reading in readings(account)), key=lambda made: made.low)
    if exceeds(least, stated.range) and not any(operand.figure.approximate for operand in account.operands):
        return Verdict("fail", f"{_sum(account)} is more than the stated {stated} already{_silent(account)}")
    return Verdict("not_verifiable", f"{_sum(account)} of the stated {stated}{_silent(account)}")


def _holds(account: Account, stated: Operand, reading: Reading) -> str:
    made = reading.sum(account)
    within = "" if made == stated.range else f", stated {stated}"
    equation = _equation(reading.formula(account), written(made))
    return f"{equation} holds{within}, {reading.phrase(account)}{_words(account)}{_others(account)}"


def _fails(account: Account, stated: Operand) -> str:
    difference = plain(apart(stated.range, first(account).sum(account)))
    words = [f"{_sum(account)}, stated {stated} ({difference} apart)", nearest(account), *candidates(account)]
    return "; ".join(word for word in words if word) + _words(account) + _others(account)


def _others(account: Account) -> str:
    """The further totals of the document, which this proof says nothing of."""
    return f"; also stated: {listed(map(str, account.others))}" if account.others else ""


def _sum(account: Account) -> str:
    return _equation(first(account).formula(account), _plain_sum(account))


def _equation(formula: str, made: str) -> str:
    """A sum and what it makes; a sum of one figure is that figure."""
    return f"{formula} = {made}" if " + " in formula else formula


def _plain_sum(account: Account) -> str:
    return written(first(account).sum(account))


def _silent(account: Account) -> str:
    return f"; no figure for {listed(account.silent)}" if account.silent else ""


def _places(account: Account) -> str:
    figures = (operand.figure for operand in account.operands if operand.by_place)
    figure = next(figures)
    ends = ((figure.low, figure.low_place), (figure.high, figure.high_place))
    return " to ".join(f"{plain(end)} ({place or 'no place'})" for end, place in ends if end is not None)


def _values(account: Account, verdict: Verdict) -> dict[str, Found]:
    return {
        "stated": value(account.stated.range) if account.stated else None,
        "sum": value((verdict.reading or first(account)).sum(account)) if account.parts else None,
        "reading": verdict.reading.name(account) if verdict.reading else None,
        "parts": [f"{part.name} {part}" for part in account.parts],
        "without_figure": list(account.silent),
        "candidates": [] if verdict.outcome != "fail" or account.silent else candidates(account),
        "measure": account.measure,
    }
