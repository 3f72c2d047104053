"""What the words beside a stated total say of it: the head is in it, the planned are not, something else is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from orgraph.check._text import brief
from orgraph.evidence import Evidence
from orgraph.model import BoundClaim
from orgraph.text import squeeze
from orgraph.titles import canonical

_IN: Final = r"including|inclusive of|incl\.?|counting|of which|y compris|incluant|dont"
_OUT: Final = (
    r"excluding|exclusive of|excl\.?|not including|not counting|without|other than|in addition to|besides"
    r"|[àa] l'exclusion d[eu]s?|excluant|sans compter|hormis|en plus d[eu]s?|outre"
)
_SAYS: Final = rf"(?P<said>(?:(?P<out>\b(?:{_OUT}))|(?P<inside>\b(?:{_IN})))\s(?P<what>[^()\n.;:]{{1,60}}))"
# The other order, in brackets: "(the Director included)".
_IN_TURN: Final = (
    r"\((?P<said>(?P<what>[^()\n]{2,40}?),?\s(?:(?P<out>not (?:included|counted)|excluded|non compris\w{0,2}|exclue?s?)"
    r"|(?P<inside>included|counted|compris\w{0,2}|inclue?s?)))\)"
)
_BESIDE: Final = (re.compile(_SAYS, re.I), re.compile(_IN_TURN, re.I))
# Behind a figure nothing but its measure may stand before these words, and before one nothing but a mark behind them.
_MEASURE: Final = (
    r"[\s*_]{0,4}(?:FTEs?|ETP|WTE|PYs?|person[- ]years?|employees|staff|positions?|million|thousand|[kKM$])?"
    r"[\s,*_–-]{0,4}"
)
_BEHIND: Final = tuple(re.compile(_MEASURE + says, re.I) for says in (rf"\(?{_SAYS}", _IN_TURN))
_BEFORE: Final = tuple(re.compile(rf"{says}[)\s*_:]{{0,8}}\Z", re.I) for says in (_SAYS, _IN_TURN))
_END: Final = re.compile(r"\n|\.\s|;")
_LEAST: Final = re.compile(r"(?P<number>\d{1,6}(?:[.,]\d{1,3})?)\s+(?P<noun>\S.*)")
_POSITION: Final = frozenset(("position", "incumbent", "poste", "titulaire", "himself", "herself", "own", "this", "ce"))
_PLANNED: Final = re.compile(r"\bplan|\bpropos|\bproject|\bfuture|\bprévu|\bprevu", re.I)
_VACANT: Final = re.compile(r"\bvacan|\bunfilled", re.I)
_HEADS: Final = re.compile(r"\b(?:managers|supervisors|heads|team leads|chefs|gestionnaires|superviseure?s)\b", re.I)


class Said(NamedTuple):
    """Words that put something into a total or leave it out, and how many of it they name, if they do."""

    inside: bool
    what: str
    words: str

    @property
    def number(self) -> Decimal | None:
        """How many they put in or leave out."""
        match = _LEAST.match(self.what)
        return Decimal(match["number"].replace(",", ".")) if match else None


class Basis(NamedTuple):
    """What a total holds by its own words; None where they do not say. `others` is what else they put in."""

    head: bool | None = None
    heads: bool | None = None
    planned: bool | None = None
    vacant: bool | None = None
    others: tuple[Said, ...] = ()
    words: str = ""


def basis(bound: BoundClaim, names: Iterable[str]) -> Basis:
    """What the words beside a total of staff say; `names` are those of the position that leads it."""
    own = {word for name in names for word in canonical(name).split()} | _POSITION
    found: dict[str, bool] = {}
    others: list[Said] = []
    told = list(said(bound))
    for one in told:
        kind = _kind(one.what, own)
        if kind is not None:
            found[kind] = one.inside
        elif one.inside:
            others.append(one)
    words = ", ".join(f"“{one.words}”" for one in told if one.inside or _kind(one.what, own))
    return Basis(**found, others=tuple(others), words=words)


def _kind(what: str, own: set[str]) -> str | None:
    """Which choice of a reading the words are about."""
    if _PLANNED.search(what):
        return "planned"
    if _VACANT.search(what):
        return "vacant"
    words = set(canonical(what).split())
    if words and words <= own:
        return "head"
    return "heads" if _HEADS.search(what) else None


def said(bound: BoundClaim) -> Iterator[Said]:
    """The words beside a figure, or in its quote, that put something into it or leave something out."""
    place, seen = bound.claim.evidence[0], set[str]()
    for match in _matches(place) if place.header is None else ():  # what stands beside a cell is another cell
        words = brief(squeeze(match["said"].strip(" ,*_–-")))
        if words not in seen:
            seen.add(words)
            yield Said(match["inside"] is not None, squeeze(match["what"]), words)


def _matches(place: Evidence) -> Iterator[re.Match[str]]:
    end = _END.search(place.after)
    before = place.before[place.before.rfind("\n") + 1 :]
    after = place.after[: end.start() if end else None]
    for beside, behind, ahead in zip(_BESIDE, _BEHIND, _BEFORE, strict=True):
        yield from beside.finditer(place.quote)
        found = (ahead.search(before), behind.match(after))
        yield from (match for match in found if match is not None)
