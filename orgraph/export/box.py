"""What a flat table can show of one box: the names its lines lead to, its own FTE, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from orgraph.evidence import Evidence
from orgraph.interval import total
from orgraph.model import Quantity

if TYPE_CHECKING:
    import networkx as nx

    from orgraph.rollup import Figure, Kind


def names_at(graph: nx.MultiDiGraph, node: str, predicate: str) -> list[str]:
    """The labels of the boxes that a node's lines of one kind lead to, sorted."""
    ends = (end for _, end, key in graph.out_edges(node, keys=True) if key == predicate)
    return sorted(graph.nodes[end]["label"] for end in ends)


def own_fte(graph: nx.MultiDiGraph, node: str) -> Quantity | None:
    """The first FTE stated for the area of a box itself, else for its own seat or seats."""
    data = graph.nodes[node]
    figures = [figure for figure in (*data["staff"], data["seats"]) if figure and figure.measure == "fte"]
    wanted = (figure for scope in ("own", "seat") for figure in figures if figure.scope == scope)
    return next(wanted, None)


MEASURES: Final = (
    *("heads_low", "heads_high", "heads_status"),
    *("person_years_low", "person_years_high", "person_years_status"),
    *("money_low", "money_high", "money_currency", "money_status"),
)


def measured(graph: nx.MultiDiGraph, node: str) -> tuple[str | Decimal | None, ...]:
    """What a box states in heads, person-years and money, in the order of MEASURES: of its area, else of its own seats.

    The statuses together, their words beside. Money in several currencies is no one amount: the currencies are named.
    """
    from orgraph.rollup import Kind, figures  # brings networkx, which texts and records do without

    found: dict[Kind, dict[str, list[Figure]]] = {}
    for figure in figures(graph.nodes[node]):
        found.setdefault(figure.kind, {}).setdefault(figure.scope, []).append(figure)
    of = {kind: scopes.get("own") or scopes["seat"] for kind, scopes in found.items()}
    money = sorted((kind for kind in of if kind.measure == "money"), key=lambda kind: kind.currency or "")
    heads, years = (_summed(of.get(Kind(measure), ())) for measure in ("headcount", "person_years"))
    low, high, status = _summed(of[money[0]] if len(money) == 1 else ())
    currency = "; ".join(kind.currency or "not stated" for kind in money) or None
    return (*heads, *years, low, high, currency, status)


def _summed(parts: Sequence[Figure]) -> tuple[Decimal | None, Decimal | None, str | None]:
    """What figures make, least and most, and the words of their statuses."""
    if not parts:
        return None, None, None
    made = total(part.amount for part in parts)
    return made.low, made.high, "; ".join(dict.fromkeys(part.status for part in parts))


def evidence_of(graph: nx.MultiDiGraph, node: str) -> Evidence | None:
    """The words for the line up, or else for whatever is said of the box first."""
    return next(_evidence(graph, node), None)


def digits(value: Decimal) -> str:
    """A number without an exponent, as far as it is one that somebody may read.

    >>> digits(Decimal("1E+6")), digits(Decimal("8.50")), digits(Decimal("1E+1000"))
    ('1000000', '8.5', '1E+1000')
    """
    if abs(value.adjusted()) > 99:
        return str(value)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _evidence(graph: nx.MultiDiGraph, node: str) -> Iterator[Evidence]:
    claims = [bound for bound in graph.nodes[node]["claims"] if bound.rank != "deprecated"]
    for bound in sorted(claims, key=lambda bound: bound.claim.predicate != "reports_to"):
        yield from bound.claim.evidence
