"""A figure of a place that the location of the position leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from orgraph.check._facts import Facts
from orgraph.check._finding import finding
from orgraph.check._status import said
from orgraph.check._text import brief
from orgraph.model import BoundClaim, Finding, Quantity
from orgraph.rules import check
from orgraph.titles import canonical, initials

_EXCEPT: Final = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|excluding|not including|other than|sauf|excepté|à l['’]exception (?:de|du|des))"
    r"\s+(?P<places>[^().;]{2,120})",
    re.I,
)
_APART: Final = re.compile(r",|/|\band\b|\bet\b|\bor\b", re.I)


@check("ORG226", "warning")
def excluded_place(facts: Facts) -> Iterator[Finding]:
    """A figure is of a place that the location of the position leaves out.

    What it finds:
        A range of staff or money by place with an end that belongs to a place which the location of the
        same document excepts, by its name or by its initials.

    Why it matters:
        The range is not of this position, or the location is out of date.

    Example:
        Location "All regions except for North Bay"; "FTE: from 17 (N.B.) to 56 (Old Town)"

    What to do:
        Ask whether the position exists in that place, and correct the other of the two.

    Known misses:
        Abbreviations that are not initials. Figures whose place stands in running text.

    Source:
        Comparison of two statements of one document.
    """
    for node, located in facts.positions_with("location"):
        for name, place in ((name, bound) for bound in located for name in _excepted(said(bound))):
            for bound in _figures(facts, node, place.claim.document):
                for end in _ends(bound, name):
                    message = f"{facts.label(node)}: the location excepts {brief(name)}, a figure is of {brief(end)}"
                    yield finding(excluded_place, "fail", node, message, [place, bound], place=end)


@lru_cache(maxsize=4096)  # many posts stand in one place
def _excepted(location: str) -> tuple[str, ...]:
    """The places that a location leaves out, and all of them as one name: "Newtown/Old Quay" is also "N.O.Q."."""
    match = _EXCEPT.search(location)
    if match is None:
        return ()
    parts = [part.strip() for part in _APART.split(match["places"]) if part.strip()]
    return tuple(dict.fromkeys([match["places"].strip(), *parts]))


def _figures(facts: Facts, node: str, document: str) -> Iterator[BoundClaim]:
    for predicate in ("staff", "money"):
        yield from (bound for bound in facts.claims(node, predicate) if bound.claim.document == document)


def _ends(bound: BoundClaim, name: str) -> list[str]:
    """The ends of a figure that belong to a place."""
    value = bound.claim.value
    ends = (value.low_place, value.high_place) if isinstance(value, Quantity) else ()
    return [end for end in ends if end and (canonical(end) == canonical(name) or _is_short(end, name))]


def _is_short(end: str, name: str) -> bool:
    letters = end.replace(".", "").strip()
    return len(letters) > 1 and letters.isupper() and letters == initials(name)
