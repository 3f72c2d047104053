"""What boxes state of each measure, as ranges by status: the area that they lead, their own seats, what is gone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from orgraph.interval import Interval, interval, point, total
from orgraph.model import BoundClaim, Quantity, Text
from orgraph.rollup.boxes import Boxes

Amounts = dict[str, Interval]  # by status
Row = tuple[str, str | None, int]  # document, sheet, line
# What a row may say of its post: nobody holds it, not yet, or somebody does in a way that counts apart.
STATES: Final = ("acting", "on leave", "fixed term", "planned", "vacant")
_STAFF: Final = ("fte", "headcount", "person_years")
_COUNTED: Final = ("own", "seat")
_WHOLE: Final = ("total", "combined")
_ACTING: Final = re.compile(r"\bacting\b|\binterim\b|\bint[ée]rim|\bintérimaire\b", re.I)
_PARTS: Final = ("salary", "operating")


class Kind(NamedTuple):
    """What is added up: fte, headcount, person_years, or the money of one currency; None: no currency is stated."""

    measure: str
    currency: str | None = None


class Figure(NamedTuple):
    """One amount of a box that counts."""

    kind: Kind
    scope: str
    status: str
    amount: Interval


class Book(NamedTuple):
    """The figures of one kind by box: areas and seats; `gone` is the sum of what is eliminated."""

    areas: dict[str, Amounts]
    seats: dict[str, Amounts]
    gone: list[Interval]


def books(boxes: Boxes) -> dict[Kind, Book]:
    """The figures of every kind that the sources hold, sorted by kind."""
    found: dict[Kind, Book] = defaultdict(lambda: Book({}, {}, []))
    for node in sorted(boxes.graph, key=lambda node: (boxes.box[node] != node, node)):
        sides: dict[tuple[Kind, str], Amounts] = defaultdict(dict)
        for kind, scope, status, amount in figures(boxes.graph.nodes[node]):
            if status == "eliminated" or node in boxes.gone:
                found[kind].gone.append(amount)
            else:
                _add(sides[kind, scope], {status: amount})
        for (kind, scope), amounts in sides.items():
            if scope == "own":
                found[kind].areas.setdefault(boxes.box[node], amounts)
            else:
                _add(found[kind].seats.setdefault(boxes.box[node], {}), amounts)
    return dict(sorted(found.items(), key=lambda item: (item[0].measure, item[0].currency or "")))


def _add(sums: Amounts, more: Amounts) -> None:
    for status, amount in more.items():
        sums[status] = total((sums[status], amount)) if status in sums else amount


def figures(data: dict[str, Any]) -> Iterator[Figure]:
    """The figures of a box that count, of each kind and scope those of the first document that has some."""
    states = _states(data)
    first: dict[tuple[Kind, str], str] = {}
    budgets: dict[Kind, list[Quantity]] = defaultdict(list)
    areas: set[tuple[Kind, bool]] = set()
    for bound in data["claims"]:
        known = _known(bound, data, states)
        document = bound.claim.evidence[0].document
        if known is None or document != first.setdefault(known[:2], document):
            continue
        kind, scope, status, _ = known
        if kind.measure == "money" and scope == "own":
            budgets[kind].append(bound.claim.value)
        elif scope == "seat" or status == "eliminated" or (kind, status == "planned") not in areas:
            areas |= {(kind, status == "planned")} if scope == "own" and status != "eliminated" else set()
            yield known
    for kind, lines in budgets.items():
        yield from (Figure(kind, "own", line.status, interval(line)) for line in _budget(lines))


def _known(bound: BoundClaim, data: dict[str, Any], states: Mapping[Row, str]) -> Figure | None:
    """The amount that a claim states of the box itself or of its area; a row with a name in it is one head."""
    value, predicate = bound.claim.value, bound.claim.predicate
    if bound.rank == "deprecated":
        return None
    if predicate == "incumbent":
        in_a_row = bound.claim.evidence[0].header is not None
        return Figure(Kind("headcount"), "seat", _held(bound, data, states), point(1)) if in_a_row else None
    if type(value) is not Quantity or value.scope not in _COUNTED or value.low_place or value.high_place:
        return None
    if value.low is None and value.high is None:
        return None
    if value.measure in _STAFF:
        return Figure(Kind(value.measure), value.scope, _status(bound, value, data, states), interval(value))
    if predicate != "money" or (value.scope == "seat" and _is_group(data)):
        return None
    return Figure(Kind("money", value.currency), value.scope, _status(bound, value, data, states), interval(value))


def _states(data: dict[str, Any]) -> dict[Row, str]:
    """What each row says of the status of its post; the rows of a shared post may differ."""
    if data["post_status"] is None:
        return {}
    said = (bound for bound in data["claims"] if bound.claim.predicate == "post_status" and bound.rank != "deprecated")
    return {_row(bound): bound.claim.value.text for bound in said if isinstance(bound.claim.value, Text)}


def _row(bound: BoundClaim) -> Row:
    place = bound.claim.evidence[0]
    return place.document, place.sheet, place.line if place.start < 0 else 0  # a text is one place


def _state(bound: BoundClaim, data: dict[str, Any], states: Mapping[Row, str]) -> str | None:
    """The status that the row of a figure gives; where its document gives none, that of the post."""
    row = _row(bound)
    known = states.get(row) if any(document == row[0] for document, _, _ in states) else data["post_status"]
    return known if known in STATES else None


def _status(bound: BoundClaim, value: Quantity, data: dict[str, Any], states: Mapping[Row, str]) -> str:
    """The status of a figure; that of a seat follows from its row: vacant, planned, on leave, or held by somebody."""
    if value.scope != "seat" or value.status != "unspecified":
        return value.status
    if data["incumbents"]:
        return _held(bound, data, states)
    return _state(bound, data, states) or value.status


def _held(bound: BoundClaim, data: dict[str, Any], states: Mapping[Row, str]) -> str:
    """How a post is held: as its row says, else for a time, where its title or the name of the holder says so."""
    if state := _state(bound, data, states):
        return state
    return "acting" if any(map(_ACTING.search, (data["label"], *data["incumbents"]))) else "actual"


def _is_group(data: dict[str, Any]) -> bool:
    """Whether a box is a group of posts: the pay of one of them is no sum for all."""
    seats: Quantity | None = data["seats"]
    return seats is not None


def _budget(lines: Iterable[Quantity]) -> list[Quantity]:
    """The lines that make a budget: the total, else salary and operating money, else the only other figure."""
    distinct: dict[tuple[str | None, Decimal | None, Decimal | None], Quantity] = {}
    for line in lines:
        distinct.setdefault((line.category, line.low, line.high), line)
    known = list(distinct.values())
    for wanted in _WHOLE:
        if whole := [line for line in known if line.category == wanted]:
            return whole[:1]
    if parts := [line for line in known if line.category in _PARTS]:
        return parts
    return known if len(known) == 1 and known[0].category != "program" else []
