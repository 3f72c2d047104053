"""Units that the header names, innermost last, with their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from orgraph.extract._dates import date
from orgraph.extract._fields import Field
from orgraph.extract._kinds import unit_kind
from orgraph.extract._reading import Reading
from orgraph.model import Mention
from orgraph.text import Span, squeeze


class HeaderUnit(NamedTuple):
    """A unit of the header: what it is called, what kind the label says, and its place in the order."""

    mention: Mention
    kind: str | None
    level: int
    acronym: str | None


# From the whole to the part, as headers nest them.
LEVELS: Final = ("department", "sector", "branch", "region", "directorate", "division", "organization", "team")
_KIND_OF_LABEL: Final = {"organization": None, "department": "department"}
_PLACEHOLDER = re.compile(r"^(?:TBD|N/?A|NEW|NONE|TO BE DETERMINED|S/?O|À DÉTERMINER)$", re.I)
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-Z][A-Za-z]{1,11})\)\s*$")
# A blank label that a scan ran into the value before it, with the label that follows: "Directorate _ Branch Tides".
_BLANK = re.compile(
    r"\s+(?:Directorate|Division|Sector|Branch)\s*_\s*(?=(?P<label>Directorate|Division|Sector|Branch)\s)"
)
_LONGEST = 160


@lru_cache(maxsize=8)
def header_units(reading: Reading) -> tuple[HeaderUnit, ...]:
    """The units that header fields name, the whole first.

    A flattened table that holds several units in one row is not guessed apart.
    """
    found = [unit for field in reading.fields for part in _parts(field) for unit in _unit(part)]
    return tuple(sorted(dict.fromkeys(found), key=lambda unit: (unit.level, unit.mention.start)))


def _parts(field: Field) -> Iterator[Field]:
    """The field, without a date that shares its row; and the field behind a blank one that was run into it."""
    day = date(field.value, 0, len(field.value)) if field.row else None
    value = field.value[: day[1].start].rstrip() if day and day[1].start else field.value
    blank = _BLANK.search(value)
    if blank is None:
        yield field._replace(value=value)
        return
    begin = field.span.start + blank.end("label") + 1
    yield field._replace(value=value[: blank.start()])
    yield field._replace(
        name=blank["label"].lower(), value=value[blank.end("label") + 1 :], span=Span(begin, field.span.end)
    )


def _unit(field: Field) -> Iterator[HeaderUnit]:
    rivals = field.row & {*LEVELS, "location", "title", "supervisor", "_other"}
    if (
        field.name not in LEVELS
        or not field.value
        or _PLACEHOLDER.match(field.value)
        or len(rivals) > 1
        or len(field.value) > _LONGEST
    ):
        return
    acronym = _ACRONYM.search(field.value)
    value = field.value[: acronym.start()] if acronym else field.value
    text = squeeze(re.sub(r"\s+[0-9OIl]{3,}.*$", "", value) if field.row else value)
    if not re.search(r"[A-Za-zÀ-ÿ]{2}", text):
        return
    kind = _KIND_OF_LABEL.get(field.name, field.name) if field.name != "organization" else unit_kind(text)
    end = field.span.start + len(value.rstrip())
    mention = Mention(kind="unit", text=text, start=field.span.start, end=end)
    yield HeaderUnit(mention, kind, LEVELS.index(field.name), acronym["acronym"] if acronym else None)
