"""Staff figures wherever they stand: "(8 FTEs)", "staff of 25-35", "Planned 3 FTEs", "+/- 4O ETP", "(No staff)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from orgraph.extract._lexicon import loose
from orgraph.extract._numbers import NUMBER, WORD, number, repairs_of
from orgraph.model import Measure, Quantity, Repair, Status
from orgraph.text import Span


class Staff(NamedTuple):
    """A staff figure, its place, and the repairs that read it."""

    quantity: Quantity
    span: Span
    repairs: tuple[Repair, ...]


_FTE = (
    r"FTE(?:'?[sS])?\b|(?i:WTE)\b|ASL\b|ETP\b|(?i:(?:full|whole)[- ]time[- ]equivalents?)|"
    + loose("équivalents temps plein")
    + "|"
    + loose("équivalent temps plein")
)
_YEARS = r"PYs?\b|(?i:person[- ]years?)|" + loose("années-personnes")
_PEOPLE = (
    r"(?i:employees|staff(?:\s+members)?|resources|people|persons|personnes|members(?=[)\]])|membres\s+du\s+personnel|individuals|subordinates|subalternes"
    r"|direct\s+and\s+indirect\s+reports)\b|" + loose("employés") + "|" + loose("subordonnés")
)
_PLANNED = (
    rf"(?:planned|proposed|projected|{loose('prévus')}|{loose('prévu')}|{loose('prévues')}|{loose('proposés')}"
    rf"|{loose('planifiés')})"
)
_ABOUT = r"(?:approximately|approx\.?|about|around|roughly|some|environ|up\s+to|jusqu'à|\+\s?/\s?-|~)"
_PAIR = (
    rf"(?:(?i:from)\s+)?(?P<between>(?i:between|entre)\s+)?(?<![A-Z]-)(?P<low>{NUMBER}|{WORD})(?:\s?(?:\(\s?{NUMBER}\s?\)))?"
    rf"(?:\s?(?:-|to|à|et|a|(?(between)and|-))\s?(?P<high>{NUMBER}"
    rf"|{WORD}))?(?P<open>\s?\+(?!\s?[/\d]))?(?P<around>\s?\+\s?/\s?-)?"
)

_KIND = r"(?:total|direct(?:\s+and\s+indirect)?|full[- ]time|permanent)"

_COUNTED = re.compile(
    rf"(?:(?i:(?P<planned>{_PLANNED})|(?P<about>{_ABOUT}))\s{{0,2}}){{0,2}}{_PAIR}"
    rf"(?:\s{{0,2}}|[ ]{{20,}}+)"
    rf"(?:(?i:(?P<within>{_PLANNED})|(?P<vacant>vacant|unfilled|vacante?s)|{_KIND})\s+)?"
    rf"(?:(?P<fte>{_FTE})|(?P<years>{_YEARS})|(?P<people>{_PEOPLE}))(?P<after>\s{{0,2}}(?i:{_PLANNED}))?"
)
_STAFF_OF = re.compile(
    rf"(?:(?i:staff|team|effectif|personnel|[ée ]quipe|complement)\s+(?i:of|de|d')"
    rf"|(?:[Tt]otal\s+)?(?:[Ss]taff|[Tt]eam(?:\s+size)?|[Cc]omplement|[Hh]eadcount)\s?:|[Ss]taff\s+complement\b|[Tt]otal\s+staff\b|\b[Ee]ffectifs?\s?:?)\s*(?:(?i:(?P<about>{_ABOUT}))\s{{0,2}})?{_PAIR}"
    rf"(?:\s*(?:(?P<fte>{_FTE})|(?P<years>{_YEARS})|(?P<people>{_PEOPLE})))?"
)
_LABELLED = re.compile(
    rf"(?:(?P<fte>{_FTE})|(?P<years>{_YEARS}))\s{{0,2}}:?\s{{0,2}}(?:(?i:(?P<about>{_ABOUT}))\s{{0,2}})?{_PAIR}"
)
# How the members of a staff are held, told apart in brackets: "(3 indeterminate + 6 term)", "(12 military, 8 civil)".
_TENURE = (
    r"(?:indeterminate|permanent|term|casual|temporary|temporaire|seasonal|saisonnier|student|étudiant|occasionnel"
    r"|(?:full|part)[- ]time|contract|regular|military|militaire|civilian|civil)e?s?"
)
_BY_TENURE = re.compile(
    rf"(?<=[(\[])\s?(?P<members>{NUMBER}\s+(?:postes\s+)?{_TENURE}(?:\s?(?:[,+&;]|,?\s(?:and|et|plus))\s?{NUMBER}\s+(?:postes\s+)?{_TENURE}"
    rf"){{1,3}})(?:\s+(?:staff|employees|positions|posts|FTEs?))?(?=\s?[)\]])",
    re.I,
)
_EACH = re.compile(NUMBER)
# "(supported by 12 officers)": they are counted by what they do.
_ASSISTED = re.compile(
    rf"(?<=[(\[])(?i:(?:supported|assisted)\s+by)\s+(?P<low>{NUMBER}|{WORD})\s+(?!teams\b|units\b|sections\b|offices\b|divisions\b)"
    r"(?:[a-z-]+\s){0,2}[a-z]{3,}s(?=[)\]])"
)
_NONE = re.compile(
    r"\b(?i:(?:staff|FTEs?|ETP|subordinates|headcount|employees|personnel|effectifs?)\s?:\s?(?:nil|none|aucun|néant)\b)|"
    r"\b(?i:(?:no|nil|without)\s+(?:(?:direct|subordinate|assigned|permanent)\s+){0,2}(?:staff|subordinates|FTEs?|employees)"
    r"|no\s+direct\s+reports|aucun\s+(?:employé|personnel|subalterne|subordonné))\b"
)

# One of these stands in every figure: a new word of a pattern goes here, too.
_WORDS = (
    *("fte", "wte", "etp", "quivalent", "py", "person", "employ", "staff", "people", "individual", "team", "effectif"),
    *("quipe", "complement", "subordinate", "resource", "asl", "direct report", "direct\n", "headcount", "subalterne"),
    *(
        "subordonn",
        "direct and",
        "direct  and",
        "military",
        "civil",
        "term",
        "permanent",
        "casual",
        "tempora",
        "seasonal",
        "assisted by",
    ),
    *(
        "saisonnier",
        "student",
        "tudiant",
        "occasionnel",
        "-time",
        "t time",
        "l time",
        "contract",
        "regular",
        "militaire",
        "supported by",
        "members",
        "membres",
    ),
)


def staff(view: str, start: int, end: int, *, repair: bool = True) -> Iterator[Staff]:
    """Every staff figure between two offsets.

    >>> [str(s.quantity.low) for s in staff("(CS-O5, I6 FTEs) and staff of 8; Planned 3 FTEs", 0, 47)]
    ['16', '8', '3']
    """
    text = view[start:end].lower()
    if not any(word in text for word in _WORDS):
        return
    done = start
    for match in sorted(_matches(view, start, end), key=lambda m: (m.start(), -m.end())):
        if match.start() >= done and (found := _read(match, repair=repair)) is not None:
            done = match.end()
            yield found


def _matches(view: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in (_BY_TENURE, _ASSISTED, _COUNTED, _STAFF_OF, _LABELLED, _NONE):
        yield from pattern.finditer(view, start, end)


def _read(match: re.Match[str], *, repair: bool) -> Staff | None:
    groups = match.groupdict()
    span = Span(*match.span())
    if "members" in groups:
        return _sum(match, repair=repair)
    if "low" not in groups:
        return Staff(Quantity(measure="fte", low=Decimal(0), high=Decimal(0), step=Decimal(1)), span, ())
    end = match.end("low")
    if match.re is _LABELLED and groups["low"] == "O" and match.string[end : end + 2].strip()[:1] == "&":
        return None  # "FTE" at the end of a line, "O&M" at the start of the next
    low = number(groups["low"], match.start("low"), repair=repair)
    high = number(groups["high"], match.start("high"), repair=repair) if groups.get("high") else low
    if low is None or high is None or high.value < low.value:
        return None
    repairs = repairs_of(low, high)
    quantity = Quantity(
        measure=measure(groups),
        low=low.value,
        high=None if groups.get("open") else high.value,
        status=_status(groups),
        step=low.step,
        approximate=bool(groups.get("about") or groups.get("around")),
    )
    return Staff(quantity, span, repairs)


def _sum(match: re.Match[str], *, repair: bool) -> Staff | None:
    """The whole of a staff that is told by how its members are held."""
    each = [number(one[0], one.start(), repair=repair) for one in _EACH.finditer(match.string, *match.span("members"))]
    counted = [one for one in each if one is not None]
    if len(counted) < len(each):
        return None
    whole = sum((one.value for one in counted), Decimal(0))
    quantity = Quantity(measure="headcount", low=whole, high=whole, step=min(one.step for one in counted))
    return Staff(quantity, Span(*match.span("members")), repairs_of(*counted))


def measure(groups: dict[str, str | None]) -> Measure:
    """The measure whose word a figure was matched with: in group `fte` (`aside` in a bracket), `years` or `people`."""
    if groups.get("fte") or groups.get("aside"):
        return "fte"
    return "person_years" if groups.get("years") else "headcount"


def _status(groups: dict[str, str | None]) -> Status:
    if groups.get("vacant"):
        return "vacant"
    planned = groups.get("planned") or groups.get("within") or (groups.get("after") or "").strip()
    return "planned" if planned else "unspecified"
