"""What a box says: its title, its unit and its figures, in the words of a chart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from orgraph.chart.clean import clean, shorten
from orgraph.chart.shared import parts
from orgraph.chart.view import FIELDS
from orgraph.model import Classification, Quantity, Text

if TYPE_CHECKING:
    import networkx as nx

_MEASURES = {"fte": "FTE", "headcount": "people", "person_years": "person-years"}
_STATES = {"planned": "planned", "actual": "actual", "vacant": "vacant", "eliminated": "eliminated"}
_STATUSES = ("vacant", "planned", "eliminated")


class Facts(NamedTuple):
    """The content of one box; every text is clean, none is wrapped or cut."""

    title: str
    kind: str
    described: bool
    unit: str = ""
    grade: str = ""
    number: str = ""
    staff: tuple[str, ...] = ()
    seats: str = ""
    shared: str = ""
    status: str = ""
    below: str = ""
    incumbent: str = ""
    location: str = ""
    ghost: bool = False

    def figures(self, show: Collection[str] = FIELDS) -> tuple[str, ...]:
        """Code, position number, seats, staff and status: those that are known and asked for."""
        number = f"No. {self.number}" if self.number else ""
        found = (
            ("classification", self.grade),
            ("number", number),
            ("seats", self.seats),
            ("seats", self.shared),
            *(("staff", figure) for figure in self.staff),
            ("below", self.below),
            ("status", "" if any(figure.endswith(self.status) for figure in self.staff) else self.status),
            ("location", self.location),
        )
        return tuple(text for name, text in found if text and name in show)

    @property
    def state(self) -> str:
        """Kind and documentation in words, for those who do not see the outline of the box."""
        known = "named, but fits no single post" if self.ghost else "described" if self.described else "mentioned only"
        return f"{'unit' if self.kind == 'unit' else 'position'}, {known}"

    @property
    def all(self) -> tuple[str, ...]:
        """Everything but the title, in reading order."""
        return tuple(fact for fact in (self.unit, self.incumbent, *self.figures(), self.state) if fact)

    @property
    def group(self) -> bool:
        """Whether the box stands for several posts."""
        return bool(self.seats)


def facts(graph: nx.MultiDiGraph, node: str, *, ghost: bool = False, sharers: int = 0) -> Facts:
    """The facts of one node of the graph, of a seat that so many share; what is below it is added with the forest."""
    data = graph.nodes[node]
    rows = parts(data)
    own = [quantity for quantity in data.get("staff", ()) if quantity.scope == "own" or _is_seat(quantity, rows)]
    sharers = max(sharers, len(rows))
    described = bool(data.get("described_in"))
    return Facts(
        title=clean(data.get("label") or "") or clean(node),
        kind=data["kind"],
        described=described,
        unit=_unit(graph, node),
        grade=_grade(data.get("classification")),
        number=clean(data.get("position_number") or ""),
        staff=(*_staff(own, described and data["kind"] == "position"), *_side_by_side(rows)),
        seats=_seats(data.get("seats")),
        shared=f"shared by {sharers}" if sharers > 1 else "",
        status=_status(data),
        incumbent=" / ".join(_texts(data, "incumbent")),
        location=clean(data.get("location") or ""),
        ghost=ghost,
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


def _texts(data: dict[str, Any], predicate: str) -> tuple[str, ...]:
    """The values of a predicate in the claims of a node, each once."""
    values = (bound.claim.value for bound in data.get("claims", ()) if bound.claim.predicate == predicate)
    return tuple(dict.fromkeys(clean(value.text) for value in values if isinstance(value, Text)))


def _status(data: dict[str, Any]) -> str:
    """The status of the post, else that of its seats; a filled post needs no word."""
    said = " / ".join(status for status in _texts(data, "post_status") if status.casefold() not in ("filled", "actual"))
    seats = data.get("seats")
    return said or (seats.status if seats is not None and seats.status in _STATUSES else "")


def _grade(code: Classification | None) -> str:
    if code is None:
        return ""
    qualifier = f" ({clean(code.qualifier)})" if code.qualifier else ""
    return f"{clean(code.code)}{qualifier}{' equivalent' if code.basis == 'equivalent' else ''}"


def _seats(seats: Quantity | None) -> str:
    """A group of posts: counted (×4), or measured (8.67 FTE)."""
    amount = amount_of(seats) if seats else ""
    if seats is None or not amount or (amount == "1" and seats.measure == "count"):
        return ""
    return f"{amount} {_MEASURES[seats.measure]}" if seats.measure in _MEASURES else f"×{amount}"


def _staff(own: Iterable[Quantity], total: bool) -> tuple[str, ...]:
    """One text for each different figure: sources that disagree stay side by side."""
    texts = (_figure(quantity, total and quantity.scope == "own") for quantity in own if quantity.measure in _MEASURES)
    return shorten(tuple(dict.fromkeys(text for text in texts if text)), 3, "figures")


def _is_seat(quantity: Quantity, rows: Collection[Quantity]) -> bool:
    """Whether a figure is of the seat itself, and told as such: not where the rows of a shared seat are."""
    return quantity.scope == "seat" and not rows


def _side_by_side(rows: Sequence[Quantity]) -> tuple[str, ...]:
    """The parts of a shared seat as one text: `0.6 + 0.4 FTE`, `0.5 FTE + 0.5 FTE vacant`."""
    texts = [_figure(row, total=False) for row in rows]
    plain = all(row.status == "unspecified" for row in rows)
    joined = f"{' + '.join(map(amount_of, rows))} FTE" if plain else " + ".join(texts)
    return (joined,) if rows else ()


def _figure(quantity: Quantity, total: bool) -> str:
    amount = amount_of(quantity)
    if not amount:
        return ""
    words: list[Any] = ["about"] if quantity.approximate else []
    words += [amount, _MEASURES[quantity.measure], _STATES.get(quantity.status, "")]
    words += ["stated"] if total and quantity.status == "unspecified" else []
    return " ".join(word for word in words if word)


def amount_of(quantity: Quantity) -> str:
    """A number or a range.

    >>> amount_of(Quantity(measure="fte", low=Decimal(17), high=Decimal("56.50")))
    '17–56.5'
    >>> amount_of(Quantity(measure="count", low=Decimal(5)))
    '5 or more'
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"up to {digits(high)}" if high is not None else f"{digits(low)} or more"
    return digits(low) if low == high else f"{digits(low)}–{digits(high)}"


def digits(number: Decimal | None) -> str:
    """A number without zeros that say nothing; `?` where it is none."""
    if number is None or not number.is_finite():
        return "?"
    plain = f"{number:f}" if abs(number.adjusted()) < 30 else f"{number:E}"
    return plain.rstrip("0").rstrip(".") if "." in plain and "E" not in plain else plain
