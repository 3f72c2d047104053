"""Areas that several documents state, together more than the area around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgraph.check._area import Area, stated, wider_areas
from orgraph.check._claims import by_document
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import listed, plural
from orgraph.interval import Interval, exceeds, total, value, written
from orgraph.model import BoundClaim, Finding
from orgraph.rules import check


class Whole(NamedTuple):
    """A figure of an area, what it is called, and the unit or the position that it is of."""

    kind: tuple[str, str | None]
    amount: Interval
    claim: BoundClaim
    name: str
    of: str


@check("ORG224", "warning", because=("reporting-loop", "two-superiors"))
def parts_above_area(facts: Facts) -> Iterator[Finding]:
    """Areas that their own documents state are together larger than the area that contains them.

    What it finds:
        The staff or the budget of a position or of a unit that one document states, against the figures
        that other documents state of positions in it: those that report to the position, or stand in the
        unit, each counted once and never below another. Who heads the unit is no part of it. Each comparison
        gives a verdict.

    Why it matters:
        Parts cannot exceed their whole: a figure is out of date, or a part was moved and counted twice.

    Example:
        "Bakery Board: 86 FTEs" in one description; 60 in that of the Head Baker, and 31 in that of the
        Shop Manager, both of the Bakery Board.

    What to do:
        Compare the dates of the quoted documents, and correct the older figure.

    Known misses:
        Parts that no document describes are not in the sum: within the whole does not mean complete. Money
        in another currency, and programs, are not compared. A figure of a wider area is tied to a unit by
        the unit's name in its label only.

    Source:
        Arithmetic of containment, across documents.
    """
    own = {node: _own(facts, node) for node in facts.descriptions}
    own = {node: areas for node, areas in own.items() if areas}
    if len(facts.texts) > 1 and len(own) > 1:
        units = _containers(facts)
        for whole in _wholes(facts, own):
            yield from _compared(facts, whole, own, units)


def _own(facts: Facts, node: str) -> dict[tuple[str, str | None], Area]:
    """What the first of its descriptions with a figure says of the area of a position, by kind."""
    said = [b for predicate in ("staff", "money") for b in facts.areas(predicate).get(node, ())]
    found: dict[tuple[str, str | None], Area] = {}
    for document, group in by_document(said).items():
        if document in facts.described(node):
            for area in stated(group):
                found.setdefault(area.kind, area)
    return found


def _wholes(facts: Facts, own: Mapping[str, Mapping[tuple[str, str | None], Area]]) -> Iterator[Whole]:
    for node, areas in own.items():
        for area in areas.values():
            yield Whole(area.kind, area.amount, area.claims[0], facts.label(node), node)
    for wider in wider_areas(facts, own):
        yield Whole(wider.kind, wider.amount, wider.claim, wider.name, wider.unit)


def _containers(facts: Facts) -> dict[str, set[str]]:
    """The units that hold each described position, whatever circles they make."""
    wholes = facts.edges("part_of")
    found: dict[str, set[str]] = {}
    for node in facts.descriptions:
        waiting = [*facts.edges("in_unit").get(node, ()), *facts.edges("heads_unit").get(node, ())]
        held: set[str] = set()
        for unit in waiting:
            if unit not in held:
                held.add(unit)
                waiting += wholes.get(unit, ())
        found[node] = held
    return found


def _compared(
    facts: Facts,
    whole: Whole,
    own: Mapping[str, Mapping[tuple[str, str | None], Area]],
    units: Mapping[str, set[str]],
) -> Iterator[Finding]:
    if facts.is_position(whole.of):
        inside = {node for node in facts.below.get(whole.of, ()) if whole.kind in own.get(node, {})}
    else:
        inside = {node for node, areas in own.items() if whole.kind in areas and whole.of in units[node]}
        inside = {node for node in inside if whole.of not in facts.edges("heads_unit").get(node, ())}
        inside = {node for node in inside if not _is_below(facts, node, inside)}
    parts = [own[node][whole.kind] for node in sorted(inside)]
    elsewhere = {bound.claim.document for part in parts for bound in part.claims} - {whole.claim.claim.document}
    if not parts or not elsewhere:
        return
    made, mark = total(part.amount for part in parts), "," if whole.kind[0] == "money" else ""
    above = exceeds(made, whole.amount)
    terms = listed((written(part.amount, mark) for part in parts), " + ")
    equation = f"{terms} = {written(made, mark)}" if len(parts) > 1 else terms
    verb = "exceeds" if above else "within"
    of = f"{plural(len(parts), 'part')} described in {plural(len(elsewhere), 'other document')}"
    yield finding(
        parts_above_area,
        "fail" if above else "pass",
        whole.of,
        f"{whole.name}: {equation} {verb} {written(whole.amount, mark)}; {of}",
        [whole.claim, *(bound for part in parts for bound in part.claims)],
        parts=value(made),
        whole=value(whole.amount),
        measure=whole.kind[0],
        boxes=[whole.of, *sorted(inside)],
    )


def _is_below(facts: Facts, node: str, others: set[str]) -> bool:
    """Whether a position stands below another of them: its figure is in that one's already."""
    seen, waiting = {node}, list(facts.superiors(node))
    for above in waiting:
        if above in others:
            return True
        if above not in seen:
            seen.add(above)
            waiting += facts.superiors(above)
    return False
