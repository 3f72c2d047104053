"""What a box says: its title, its unit and its figures, in the words of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from orgraph.chart.clean import clean, shorten
from orgraph.model import Classification, Quantity

if TYPE_CHECKING:
    import networkx as nx

_MEASURES = {"fte": "FTE", "headcount": "people", "person_years": "person-years"}
_STATES = {"planned": "planned", "actual": "actual", "vacant": "vacant", "eliminated": "eliminated"}


class Facts(NamedTuple):
    """The content of one box; every text is clean, none is wrapped or cut."""

    title: str
    kind: str
    described: bool
    unit: str
    grade: str
    number: str
    staff: tuple[str, ...]
    seats: str
    planned: bool

    @property
    def figures(self) -> tuple[str, ...]:
        """Code, position number, seats and staff: those that are known."""
        number = f"No. {self.number}" if self.number else ""
        return tuple(fact for fact in (self.grade, number, self.seats, *self.staff) if fact)

    @property
    def state(self) -> str:
        """Kind and documentation in words, for those who do not see the outline of the box."""
        return f"{'unit' if self.kind == 'unit' else 'position'}, {'described' if self.described else 'mentioned only'}"

    @property
    def all(self) -> tuple[str, ...]:
        """Everything but the title, in reading order."""
        return tuple(fact for fact in (self.unit, *self.figures, self.state) if fact)


def facts(graph: nx.MultiDiGraph, node: str) -> Facts:
    """The facts of one node of the graph."""
    data = graph.nodes[node]
    own = [quantity for quantity in data.get("staff", ()) if quantity.scope == "own"]
    described = bool(data.get("described_in"))
    return Facts(
        title=clean(data.get("label") or "") or clean(node),
        kind=data["kind"],
        described=described,
        unit=_unit(graph, node),
        grade=_grade(data.get("classification")),
        number=clean(data.get("position_number") or ""),
        staff=_staff(own, described and data["kind"] == "position"),
        seats=_seats(data.get("seats")),
        planned=any(quantity.status == "planned" for quantity in own),
    )


def _unit(graph: nx.MultiDiGraph, node: str) -> str:
    """Labels of the units that a position is in, or that a unit is part of; stated lines before inferred ones."""
    lines = sorted(
        (line["modality"] != "stated", target)
        for _, target, line in graph.out_edges(node, data=True)
        if line["predicate"] in ("in_unit", "part_of")
    )
    names = dict.fromkeys(clean(graph.nodes[target].get("label") or target) for _, target in lines)
    return " / ".join(shorten(tuple(names), 2, "units"))


def _grade(code: Classification | None) -> str:
    if code is None:
        return ""
    qualifier = f" ({clean(code.qualifier)})" if code.qualifier else ""
    return f"{clean(code.code)}{qualifier}{' equivalent' if code.basis == 'equivalent' else ''}"


def _seats(seats: Quantity | None) -> str:
    amount = _amount(seats) if seats else ""
    return f"×{amount}" if amount not in ("", "1") else ""


def _staff(own: Iterable[Quantity], total: bool) -> tuple[str, ...]:
    """One text for each different figure: sources that disagree stay side by side."""
    texts = (_figure(quantity, total) for quantity in own if quantity.measure in _MEASURES)
    return shorten(tuple(dict.fromkeys(text for text in texts if text)), 3, "figures")


def _figure(quantity: Quantity, total: bool) -> str:
    amount = _amount(quantity)
    if not amount:
        return ""
    words: list[Any] = ["about"] if quantity.approximate else []
    words += [amount, _MEASURES[quantity.measure], _STATES.get(quantity.status, "")]
    words += ["stated"] if total and quantity.status == "unspecified" else []
    return " ".join(word for word in words if word)


def _amount(quantity: Quantity) -> str:
    """A number or a range.

    >>> _amount(Quantity(measure="fte", low=Decimal(17), high=Decimal("56.50")))
    '17–56.5'
    >>> _amount(Quantity(measure="count", low=Decimal(5)))
    '5 or more'
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"up to {_digits(high)}" if high is not None else f"{_digits(low)} or more"
    return _digits(low) if low == high else f"{_digits(low)}–{_digits(high)}"


def _digits(number: Decimal | None) -> str:
    if number is None or not number.is_finite():
        return "?"
    plain = f"{number:f}" if abs(number.adjusted()) < 30 else f"{number:E}"
    return plain.rstrip("0").rstrip(".") if "." in plain and "E" not in plain else plain
