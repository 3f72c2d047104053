"""The total of each box by scope: what stands below it, or one line below, with or without its head, by status.

A box with several superiors counts below one of them, a stated line before an inferred one; so the totals of
the tops are the total of all. Linear in boxes and lines, and nothing recurses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from orgraph.interval import total
from orgraph.rollup.accounts import Along
from orgraph.rollup.amounts import Amounts, Book, Kind
from orgraph.rollup.boxes import Boxes
from orgraph.rollup.ledger import Ledger

Below = Mapping[str, Sequence[str]]


class Scope(NamedTuple):
    """Which figures a total holds.

    `reach` subtree: everything below; direct: the figures one line below. `head`: the box's own seat counts,
    too; the staff that is stated for what it leads has its head in or out as the source has it. Figures of the
    statuses `without` (planned, vacant, on leave ...) are left out.
    """

    kind: Kind
    along: Along = "lines"
    reach: Literal["subtree", "direct"] = "subtree"
    head: bool = True
    without: frozenset[str] = frozenset()


class Total(NamedTuple):
    """What a box comes to, by status; `depth` is how far it stands below its top, and is 0 for a top."""

    node: str
    depth: int
    amounts: Amounts


def totals(ledger: Ledger, scope: Scope, of: str | None = None, depth: int | None = None) -> Iterator[Total]:
    """The total of each box with figures in it or below it, from the tops down, or from one box down.

    Boxes of a loop, and what hangs in it, have no total of their own and are left out. `of` may be a unit: its
    box is that of its head.
    """
    boxes = ledger.boxes
    book = ledger.books.get(scope.kind, Book({}, {}, []))
    below = _forest(_lines(boxes) if scope.along == "lines" else ledger.units.above)
    if scope.along == "units":  # a total that holds its parts does so along lines: what it covers is in it already
        book = book._replace(areas={}, seats=ledger.counted.get(scope.kind, {}))
    low = {report for reports in below.values() for report in reports}
    order = list(_downward(below, [node for node in boxes.all if node not in low]))
    made = _made(below, [node for node, _ in order], book, scope.kind)
    start = None if of is None else boxes.box[of]
    for node, level in order if start is None else _downward(below, [start]):
        if node in made and made[node] and (depth is None or level <= depth):
            yield Total(node, level, _scoped(node, below, made, book, scope))


def _lines(boxes: Boxes) -> dict[str, list[str]]:
    """The superiors of each box, those of stated lines first."""
    stated = {
        (boxes.box[low], boxes.box[high])
        for low, high, data in boxes.graph.edges(data=True)
        if data["predicate"] == "reports_to" and data["modality"] == "stated"
    }
    above: dict[str, list[str]] = defaultdict(list)
    for high, reports in boxes.below.items():
        for low in reports:
            above[low].append(high)
    return {low: sorted(highs, key=lambda high: ((low, high) not in stated, high)) for low, highs in above.items()}


def _forest(above: Mapping[str, Sequence[str]]) -> Below:
    """The boxes below each box, each below its first superior only."""
    below: dict[str, list[str]] = defaultdict(list)
    for node, highs in sorted(above.items()):
        below[highs[0]].append(node)
    return dict(below)


def _downward(below: Below, tops: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each box under some tops and its depth, every box behind its superior."""
    stack, seen = [(top, 0) for top in reversed(tops)], set(tops)
    while stack:
        node, depth = stack.pop()
        yield node, depth
        fresh = [low for low in below.get(node, ()) if low not in seen]
        seen.update(fresh)
        stack.extend((low, depth + 1) for low in reversed(fresh))


def _made(below: Below, order: Sequence[str], book: Book, kind: Kind) -> dict[str, Amounts]:
    """What each box comes to with everything below it: the staff it leads, or its seat and its parts."""
    leading = _widest(below, order, book) if kind.measure == "money" else _leading(below, order, book)
    made: dict[str, Amounts] = {}
    for node in reversed(order):
        parts = [made[part] for part in below.get(node, ())]
        made[node] = book.areas[node] if node in leading else _added([*parts, book.seats.get(node, {})])
    return made


def _leading(below: Below, order: Sequence[str], book: Book) -> set[str]:
    """The boxes whose stated staff counts: those of which not every part has a figure that is as exact."""
    leading: set[str] = set()
    known: set[str] = set()
    unsure: set[str] = set()
    for node in reversed(order):
        own, parts = book.areas.get(node), below.get(node, ())
        dim = any(part in unsure for part in parts)
        exact = own is not None and all(amount.exact for amount in own.values())
        whole = bool(parts) and all(part in known for part in parts) and not (dim and exact)
        if own is not None and not whole:
            leading.add(node)
        if own is not None or whole:
            known.add(node)
            if dim if whole else not exact:
                unsure.add(node)
    return leading


def _widest(below: Below, order: Sequence[str], book: Book) -> set[str]:
    """The boxes whose stated money counts: those whose parts do not state more."""
    leading: set[str] = set()
    least: dict[str, Decimal] = {}
    for node in reversed(order):
        parts = sum((least[part] for part in below.get(node, ())), Decimal(0))
        own = total(book.areas[node].values()).low if node in book.areas else None
        least[node] = max(own or Decimal(0), parts)
        if own is not None and own >= parts:
            leading.add(node)
    return leading


def _scoped(node: str, below: Below, made: Mapping[str, Amounts], book: Book, scope: Scope) -> Amounts:
    """The part of a total that its scope asks for."""
    own, seat, parts = book.areas.get(node), book.seats.get(node, {}), below.get(node, ())
    if scope.reach == "direct":
        figures = [book.areas.get(part) or book.seats.get(part, {}) for part in parts]
        found = _added([*figures, seat if scope.head else {}])
    elif scope.head or own is not None:
        found = made[node]
    else:
        found = _added([made[part] for part in parts])
    return {status: amount for status, amount in sorted(found.items()) if status not in scope.without}


def _added(parts: Sequence[Amounts]) -> Amounts:
    found: dict[str, list[Amounts]] = defaultdict(list)
    for part in parts:
        for status in part:
            found[status].append(part)
    return {status: total(part[status] for part in having) for status, having in found.items()}
