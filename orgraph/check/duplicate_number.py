"""One position number on two positions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from orgraph.check._claims import start
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief, listed
from orgraph.interval import plain
from orgraph.model import BoundClaim, Finding, Outcome, Text
from orgraph.rules import check
from orgraph.terms import GONE


@check("ORG301", "error")
def duplicate_number(facts: Facts) -> Iterator[Finding]:
    """Two positions carry one position number.

    What it finds:
        A position number that the sources give to more than one position. In a table a reference holds
        for that table only, and rows that differ in nothing but the holder and the share are one post.
        A job code may be shared: it names the work, and several positions may do it. Where the two are
        named in two languages they may be one position, and nothing can be verified.

    Why it matters:
        The number is what tells positions apart. Payroll, budgets and other tables join on it; lines
        that name it can lead to either, which may close a loop or lose everybody below.

    Example:
        Head Baker, position 40017, and Pastry Chef, position 40017.

    What to do:
        If they are one position under two titles, use one title in both documents; otherwise one of
        the quoted numbers is wrong. Until it is corrected, `orgraph decide reject SOURCE --of POSITION
        --predicate position_number --value NUMBER` takes the number from one, and the lines follow.

    Known misses:
        Two people who share one position are one position here. Numbers that differ in leading zeros
        are different numbers.

    Source:
        The published validator of UK organograms: unique references, with job shares as the only exception.
    """
    holders: dict[tuple[str, str], dict[str, BoundClaim]] = defaultdict(dict)
    for node, bound in _repeated(facts):
        document = bound.claim.document
        holders["" if document in facts.texts else document, said(bound)].setdefault(node, bound)
    for (table, number), found in sorted(holders.items()):
        if len(found) > 1 and number:
            ordered = sorted(found, key=lambda node: start(found[node]))
            names = listed((facts.label(node) for node in ordered), " and ")
            where = _rows(facts, found, ordered) if table else f"{len(found)} positions"
            told = _told(facts, found, ordered[0]) if table else ""
            message = f"position number {brief(number)} on {where}: {names}{told}"
            claims = [found[node] for node in ordered]
            doubt = _in_languages(facts, claims)
            message += "; in two languages, they may be one" if doubt else ""
            outcome: Outcome = "not_verifiable" if doubt else "fail"
            yield finding(duplicate_number, outcome, ordered[0], message, claims, boxes=ordered)


def _in_languages(facts: Facts, claims: list[BoundClaim]) -> bool:
    """Whether two texts, each in a language of its own, name a position by one number: titles cannot be compared."""
    languages = [
        facts.sources[bound.claim.document].language for bound in claims if bound.claim.document in facts.texts
    ]
    return sorted(languages) == ["en", "fr"] and len(claims) == len(languages)


def _repeated(facts: Facts) -> Iterator[tuple[str, BoundClaim]]:
    """The numbers that more than one claim states, of positions that are still there."""
    status = facts.each("post_status")
    live = {node: claims for node, claims in facts.positions_with("position_number") if status[node] not in GONE}
    counts = Counter(_text(bound) for claims in live.values() for bound in claims)
    repeated = {text for text, count in counts.items() if count > 1}
    for node, claims in live.items() if repeated else ():
        yield from ((node, bound) for bound in claims if _text(bound) in repeated)


def _text(bound: BoundClaim) -> str:
    value = bound.claim.value
    return value.text if isinstance(value, Text) else ""


def _rows(facts: Facts, found: dict[str, BoundClaim], nodes: list[str]) -> str:
    """The rows of a table that carry one number, and in what they differ."""
    lines = listed((str(found[node].claim.evidence[0].line) for node in nodes), " and ")
    differ = [word for word, values in _compared(facts, nodes).items() if len(values) > 1]
    return f"rows {lines}" + (f", which differ in {listed(differ)}" if differ else "")


def _told(facts: Facts, found: dict[str, BoundClaim], first: str) -> str:
    """How many FTE no top reaches by the line of each row, where the rows have different superiors."""
    read = [reading for reading in facts.readings.get(first, ()) if reading.row in found]
    if len({reading.fte_lost for reading in read}) < 2:
        return ""
    rows = ((found[reading.row].claim.evidence[0].line, plain(reading.fte_lost, ",")) for reading in read)
    return "; of all FTE " + listed(f"{fte} are lost by row {line}" for line, fte in rows)


def _compared(facts: Facts, nodes: list[str]) -> dict[str, set[object]]:
    return {
        "title": {facts.each("label")[node] for node in nodes},
        "grade": {facts.each("classification")[node] for node in nodes},
        "superior": {tuple(facts.superiors(node)) for node in nodes},
        "staff cost": {tuple(m for m in facts.each("money")[node] if m.scope == "own") for node in nodes},
        "unit": {tuple(sorted(facts.edges("in_unit").get(node, ()))) for node in nodes},
    }
