"""The stated number of direct reports or teams against those that the same document lists."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._count import Count, seats, stated, unresolved
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import plural
from orgraph.interval import Interval, agree, exceeds, point, value, written
from orgraph.model import BoundClaim, Finding, Outcome
from orgraph.rules import check

Lines = dict[str, list[BoundClaim]]


@check("ORG202", "warning")
def stated_reports(facts: Facts) -> Iterator[Finding]:
    """A document states a number of direct reports or teams and lists another.

    What it finds:
        A count that equals neither everything listed as reporting to the position, nor the teams
        alone, nor the positions alone. A box of four identical seats counts four. A count without a
        number, and a count without a list, cannot be verified.

    Why it matters:
        A report that was missed takes its staff and everything below it out of the chart.

    Example:
        "Four teams report to the Head Baker: Bread (6 FTE), Pastry (3 FTE) and Cakes (2 FTE)."

    What to do:
        Look for the missing name beside the quoted list; correct the count if the list is right.

    Known misses:
        A count of other things ("five product teams") that was read as a count of reports.

    Source:
        Count against list, inside one document; other documents may describe another year.
    """
    blurred = unresolved(facts)
    for node, _ in facts.positions_with("stated_reports"):
        listed = facts.reports(node)
        for count in stated(facts, node, "stated_reports"):
            lines = listed.get(count.document, {})
            outcome, text, reading = _verdict(facts, count, lines, blurred[count.document])
            evidence = [count.bound, *(claims[0] for claims in lines.values())]
            yield finding(
                stated_reports,
                outcome,
                node,
                f"{facts.label(node)}: {text}",
                evidence,
                stated=value(count.number) if count.number else None,
                listed=value(seats(facts, lines, count.document)),
                reading=reading,
            )
    yield from _uncounted(facts)


def _uncounted(facts: Facts) -> Iterator[Finding]:
    """The lists of descriptions that state no number at all."""
    for node, documents in facts.descriptions.items():
        counted = {bound.claim.document for bound in facts.claims(node, "stated_reports")}
        for document, lines in facts.reports(node).items():
            if document in documents and document not in counted:
                number = written(seats(facts, lines, document))
                message = f"{facts.label(node)}: no number of reports is stated, {number} listed"
                evidence = [claims[0] for claims in lines.values()]
                yield finding(stated_reports, "not_verifiable", node, message, evidence)


def _verdict(facts: Facts, count: Count, lines: Lines, blurred: int) -> tuple[Outcome, str, str | None]:
    everything = seats(facts, lines, count.document)
    if count.number is None:
        return "not_verifiable", f"no number of reports is stated ({count.reason}), {written(everything)} listed", None
    if not lines and count.number == point(0):
        return "pass", "0 reports stated, none listed", "reports"
    if not lines:
        return "not_verifiable", f"{written(count.number)} reports stated, none listed", None
    for reading, made in _readings(facts, lines, count.document):
        if made.exact and agree(count.number, made) == "yes":
            return "pass", f"{written(count.number)} stated, {written(made)} {reading} listed", reading
    return (*_apart(count.number, everything, blurred), None)


def _readings(facts: Facts, lines: Lines, document: str) -> Iterator[tuple[str, Interval]]:
    yield "reports", seats(facts, lines, document)
    for kind, word in (("unit", "teams"), ("position", "positions")):
        members = [node for node in lines if facts.each("kind")[node] == kind]
        if members:
            yield word, seats(facts, members, document)


def _apart(number: Interval, everything: Interval, blurred: int) -> tuple[Outcome, str]:
    text = f"{written(number)} reports stated, {written(everything)} listed"
    if not everything.exact and not exceeds(everything, number):
        return "not_verifiable", f"{text}: a plural without a number is in the list"
    if blurred and exceeds(number, everything):
        return "not_verifiable", f"{text}; {plural(blurred, 'mention')} left open in the same document"
    return "fail", text
