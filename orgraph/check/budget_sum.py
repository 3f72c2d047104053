"""Salary and operating money against the total that the same document states."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._budget import Budget, Line, budget
from orgraph.check._claims import by_document, scoped
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._sorted import Said
from orgraph.interval import apart, exceeds, interval, plain, value, written
from orgraph.model import Finding, Outcome
from orgraph.rules import check


@check("ORG204", "error")
def budget_sum(facts: Facts) -> Iterator[Finding]:
    """The parts of a budget do not add up to its stated total.

    What it finds:
        Salary and operating money of a position's own budget against the total, or the combined sum, that the
        same document states. If these two do not make it, one other figure is added, then all others, and the
        verdict says so. A budget in one figure beside the money of a program has nothing to add: whether it
        holds the program is not said, and the proof does not apply. Every figure is taken to half a unit of
        its last printed digit: $2.96M may be 5,000 more or less. A part that the words of the total leave
        out ("excluding capital") is not added; figures of different years are not compared.

    Why it matters:
        A total that its parts do not make is a wrong total, a forgotten part or a misread digit.

    Example:
        "Salary $2.96M, operating $71K, total $3.1M": the parts make 3,031,000, and 3.1 million
        is 69,000 away where 55,500 would be rounding.

    What to do:
        Compare the quoted figures with the source: a digit, a thousand for a million, a part that is
        missing. If the total holds more than its parts, name the rest.

    Known misses:
        Money without a category, and money of a program that the total leaves out and another includes.
        Several salary lines of different value are added. Of several totals one is compared: the first
        that is made, else the nearest.

    Source:
        Exact decimal arithmetic; tolerance from the printed digits, as rounded tables are compared.
    """
    for node, said in facts.areas("money").items():
        for group in by_document(said).values():
            found = budget(group)
            if found is None:
                yield from _undivided(facts, node, group)
            else:
                outcome, text = _verdict(found)
                yield finding(
                    budget_sum,
                    outcome,
                    node,
                    f"{facts.label(node)}: {text}",
                    [line.bound for line in found.lines],
                    stated=value(found.stated.range) if found.stated else None,
                    sum=value(found.sum),
                    parts=[f"{line.figure.label or line.figure.category} {line}" for line in found.parts],
                )


def _undivided(facts: Facts, node: str, group: Said) -> Iterator[Finding]:
    """A budget in one figure beside the money of a program: nothing to add, and unsaid whether one holds the other."""
    own = scoped(group, "own")
    whole = next((pair for pair in own if pair[1].category in ("total", "combined")), None)
    program = next((pair for pair in own if pair[1].category == "program"), None)
    if whole is not None and program is not None:
        amounts = [written(interval(figure), ",") for _, figure in (whole, program)]
        text = f"whether {amounts[0]} holds the {amounts[1]} of a program is not said"
        message = f"{facts.label(node)}: no total stated; {text}"
        yield finding(budget_sum, "not_applicable", node, message, [whole[0], program[0]])


def _verdict(found: Budget) -> tuple[Outcome, str]:
    figures = [line.figure for line in found.lines]
    if any(figure.low_place or figure.high_place for figure in figures):
        return "not_applicable", "money by place is no sum"
    if len({figure.currency for figure in figures}) > 1:
        return "not_verifiable", "the figures are in different currencies"
    if found.stated is None:
        return "not_verifiable", f"{found.formula}, no total stated"
    return _compared(found, found.stated)


def _compared(found: Budget, stated: Line) -> tuple[Outcome, str]:
    """The verdict against a total; a single part below it says nothing, a part above it does."""
    if len(found.parts) == 1 and not exceeds(found.sum, found.limits):
        return "not_verifiable", f"{found.formula} of {stated}, the other part is not stated"
    text = f"{found.formula}, stated {stated}"
    if found.of_other_years:
        years = ", ".join(sorted({year for line in found.lines for year in line.years}))
        return "not_verifiable", f"{text}; the figures are of different years: {years}"
    if found.agreement == "yes":
        return "pass", _holds(found, stated)
    if found.holds_more and exceeds(stated.range, found.sum):
        return "not_verifiable", f"{text}{_words(found)}"
    if any(line.figure.approximate for line in found.lines):
        return "not_verifiable", f"{text}; not every figure is exact"
    if found.agreement == "overlap":
        return "not_verifiable", f"{text}; the ranges only overlap"
    return "fail", f"{text} ({plain(apart(stated.range, found.sum), ',')} apart){_words(found)}"


def _holds(found: Budget, stated: Line) -> str:
    rounded = "" if found.sum == stated.range else f", stated {stated}, apart by rounding only"
    return f"{found.formula} holds{rounded}{', other money counted' if found.wide else ''}{_words(found)}"


def _words(found: Budget) -> str:
    """What the text puts into the total or leaves out of it."""
    return f"; the text says {found.words}" if found.words else ""
