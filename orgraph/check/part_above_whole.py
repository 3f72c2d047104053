"""Staff or money of a part that is more than the figure of the whole around it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._claims import by_document, scoped
from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._text import brief
from orgraph.interval import exceeds, interval, value, written
from orgraph.model import BoundClaim, Finding, Quantity
from orgraph.rules import check

Figure = tuple[BoundClaim, Quantity]


@check("ORG205", "warning")
def part_above_whole(facts: Facts) -> Iterator[Finding]:
    """A part is stated to be larger than the whole that contains it.

    What it finds:
        The own staff or money of a position above the figure that the same document gives as context,
        for the ministry or the superior's area around it; and a part of the own area above the own
        figure. Each pair of figures that can be compared gives a verdict.

    Why it matters:
        A part cannot exceed its whole: one of the two figures is wrong, or belongs to something else.

    Example:
        "Bakery FTEs: 31. Staff of the whole company: 13."

    What to do:
        Compare the quoted figures; if the larger one is not of the containing unit, it is no context.

    Known misses:
        Programs stand outside the budget and are not compared, nor money of different categories unless
        the larger figure is a total or a budget. A bare amount is taken to be in the currency of the
        other. Ranges that merely overlap pass. What other documents say of the parts is ORG224.

    Source:
        Arithmetic of containment, inside one document.
    """
    for node in sorted(facts.areas("staff").keys() | facts.areas("money").keys()):
        said = [*facts.areas("staff").get(node, ()), *facts.areas("money").get(node, ())]
        for group in by_document(said).values() if len(said) > 1 else ():
            for small, large in _pairs(group):
                above = exceeds(interval(small[1]), interval(large[1]))
                verb = "exceeds" if above else "within"
                message = f"{facts.label(node)}: {_wording(small)} {verb} {_wording(large)}"
                yield finding(
                    part_above_whole,
                    "fail" if above else "pass",
                    node,
                    message,
                    [small[0], large[0]],
                    part=value(interval(small[1])),
                    whole=value(interval(large[1])),
                )


def _pairs(group: list[BoundClaim]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of a part and the whole around it: own in context, and a part in own if it is no range."""
    own, context, parts = (scoped(group, scope) for scope in ("own", "context", "part"))
    for smaller, larger in ((own, context), (parts, own)):
        for small in _firsts(smaller):
            yield from ((small, large) for large in _firsts(larger) if _comparable(small[1], large[1]))


def _firsts(figures: list[Figure]) -> list[Figure]:
    """A figure that a document repeats is one figure."""
    first: dict[tuple[object, ...], Figure] = {}
    for bound, figure in figures:
        first.setdefault((figure.measure, figure.category, figure.low, figure.high, figure.label), (bound, figure))
    return list(first.values())


def _comparable(small: Quantity, large: Quantity) -> bool:
    if small.measure != large.measure or small.measure == "count":
        return False
    if None not in (small.currency, large.currency) and small.currency != large.currency:
        return False
    if "program" in (small.category, large.category):
        return False
    if large.category in (None, "total", "combined") or (large.measure == "budget" and _is_budget(large)):
        return True
    return large.category == small.category and large.category != "other"


def _is_budget(figure: Quantity) -> bool:
    """Whether the label says that a figure is a whole budget, and no part of one."""
    return figure.category == "other" and "budget" in (figure.label or "").lower()


def _wording(figure: Figure) -> str:
    quantity = figure[1]
    amount = written(interval(quantity), "," if quantity.measure == "budget" else "")
    return f"{amount} ({brief(quantity.label)})" if quantity.label else amount
