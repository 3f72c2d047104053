"""Two documents that state different figures for the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from orgraph.check._area import stated, wider_areas
from orgraph.check._claims import quantity, source
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief, listed
from orgraph.interval import agree, interval, widen, written
from orgraph.model import BoundClaim, Finding, Outcome, Quantity
from orgraph.rules import check

Key = tuple[str | None, ...]


@check("ORG214", "warning")
def figures_disagree(facts: Facts) -> Iterator[Finding]:
    """Documents state different staff, or different money, for one position or unit.

    What it finds:
        The own staff of a box by measure and status, and its money by category and currency, each
        document's single figure against that of the others; and what a text states of a unit around it
        against what the description of the head of that unit states. Equal figures pass; money is taken
        to half a unit of its last printed digit.

    Why it matters:
        One document is out of date, and a total can only use one of the two.

    Example:
        "Bakery: 15 FTE" in the Head Baker's description, "Bakery (12 FTE)" in the Managing Director's.

    What to do:
        Compare the dates of the documents; correct the older one, or leave it out.

    Known misses:
        A document that states two figures of one kind, for two years say, is not compared.

    Source:
        Claims that differ are kept side by side and reported; none is preferred in silence.
    """
    for predicate in ("staff", "money"):
        for node, said in facts.areas(predicate).items():
            for claims in _comparable(said) if len(said) > 1 else ():
                outcome, verb = _verdict([_figure(bound) for bound in claims])
                figures = listed(f"{_wording(bound)} in {brief(source(bound))}" for bound in claims)
                message = f"{facts.label(node)}: {verb}: {figures}"
                yield finding(figures_disagree, outcome, node, message, claims)
    yield from _of_heads(facts)


def _of_heads(facts: Facts) -> Iterator[Finding]:
    """What texts state of a unit around them, against what the description of its head states of its own area."""
    heads = facts.edges("heads_unit") if len(facts.descriptions) > 1 else {}
    led = {unit: node for node, units in sorted(heads.items()) for unit in units if facts.described(node)}
    for wider in wider_areas(facts, facts.descriptions) if led else ():
        head = led.get(wider.unit)
        said = [b for predicate in ("staff", "money") for b in facts.areas(predicate).get(head or "", ())]
        own = [b for b in said if b.claim.document in facts.described(head or "")]
        area = next((area for area in stated(own) if area.kind == wider.kind), None)
        if area is not None and len(area.claims) == 1 and area.claims[0].claim.document != wider.claim.claim.document:
            claims = [wider.claim, area.claims[0]]
            outcome, verb = _verdict([_figure(bound) for bound in claims])
            figures = listed(f"{_wording(bound)} in {brief(source(bound))}" for bound in claims)
            message = f"{facts.label(wider.unit)}: {verb}: {figures}"
            yield finding(figures_disagree, outcome, wider.unit, message, claims)


def _comparable(said: list[BoundClaim]) -> Iterator[list[BoundClaim]]:
    """The claims of one kind of figure, a single one for each of two or more documents."""
    groups: dict[Key, dict[str, list[BoundClaim]]] = defaultdict(lambda: defaultdict(list))
    for bound in said:
        figure = quantity(bound)
        if figure is not None and figure.scope == "own":
            key = (figure.measure, figure.status, figure.category, figure.currency)
            groups[key][bound.claim.document].append(bound)
    for documents in groups.values():
        single = [found[0] for found in documents.values() if len({_range(bound) for bound in found}) == 1]
        if len(single) > 1:
            yield single


def _range(bound: BoundClaim) -> tuple[object, object]:
    figure = _figure(bound)
    return figure.low, figure.high


def _figure(bound: BoundClaim) -> Quantity:
    figure = quantity(bound)
    assert figure is not None, "only claims with a figure are compared"
    return figure


def _verdict(figures: list[Quantity]) -> tuple[Outcome, str]:
    first, *others = (widen(interval(figure), (figure.step or Decimal(0)) / 2) for figure in figures)
    agreements = {agree(first, other) for other in others}
    if agreements == {"yes"}:
        return "pass", "the documents agree"
    if "no" in agreements and not any(figure.approximate for figure in figures):
        return "fail", "the documents disagree"
    return "not_verifiable", "the figures are not exact enough to compare"


def _wording(bound: BoundClaim) -> str:
    figure = _figure(bound)
    return written(interval(figure), "," if figure.measure == "budget" else "")
