"""A budget that does not say whose it is, beside figures that do."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document, scoped
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding, Quantity
from orgraph.rules import check
from orgraph.titles import canonical, core

Pair = tuple[BoundClaim, Quantity]


@check("ORG225", "info")
def unnamed_area(facts: Facts) -> Iterator[Finding]:
    """The budget of a document does not say whose it is, where other figures do.

    What it finds:
        A budget in one figure whose label names no unit, in a document where the label of another figure
        names one.

    Why it matters:
        It is read as of the position's own area; it could be of the wider one that stands beside it.

    Example:
        "Bakery Division FTEs: 15. Operating Budget: $1M": the budget of the division, or of the company?

    What to do:
        Name the unit in every label.

    Known misses:
        A document in which no figure names its area: there the section is about the position. A list of
        salary, operating money and total, which is taken to be of the position as a whole.

    Source:
        Reading of figures: a number holds for the area that it names.
    """
    for node in facts.descriptions:
        names = _names(facts, node)
        said = [b for predicate in ("staff", "money") for b in facts.areas(predicate).get(node, ())]
        for document, group in by_document(said).items():
            figures = [pair for scope in ("own", "context") for pair in scoped(group, scope)]
            if document in facts.described(node) and any(_is_named(figure, names) for _, figure in figures):
                for bound, figure in _undivided(scoped(group, "own")):
                    if figure.label and not _is_named(figure, names):
                        message = f"{facts.label(node)}: “{brief(figure.label)}” names no area, other figures do"
                        yield finding(unnamed_area, "fail", node, message, [bound])


def _names(facts: Facts, node: str) -> set[str]:
    """What the units around a position are called, without their kinds, and their acronyms."""
    wholes = facts.edges("part_of")
    units = [*facts.edges("in_unit").get(node, ()), *facts.edges("heads_unit").get(node, ())]
    for unit in units:
        units += [whole for whole in wholes.get(unit, ()) if whole not in units]
    called = {facts.each("label")[unit] for unit in units}
    called.update(name for unit in units for name in (*facts.each("names")[unit], *facts.each("acronyms")[unit]))
    names: set[str] = {core(canonical(name))[0] for name in called}
    return names - {""}


def _is_named(figure: Quantity, names: set[str]) -> bool:
    label = f" {canonical(figure.label or '')} "
    return any(f" {name} " in label for name in names)


def _undivided(figures: list[Pair]) -> list[Pair]:
    """The first budget that is stated in one figure; none where its parts stand beside it."""
    parts = any(figure.category in ("salary", "operating") for _, figure in figures)
    return [] if parts else [pair for pair in figures if pair[1].category in ("combined", "total")][:1]
