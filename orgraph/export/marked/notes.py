"""Notes: a claim in the words that stand beside its mark, short and fit for one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.evidence import Evidence
from orgraph.export.marked.kinds import KIND_OF, Kind
from orgraph.export.record import shown
from orgraph.model import Claim, Quantity, Repair
from orgraph.text import clip, squeeze

_LONGEST = 160
_MOST = 4  # repairs, and further quotes, of one claim
_WHOSE: Final = {"part": "of a part of the area", "context": "not of the own area", "seat": "of the post itself"}
_NUMBER = re.compile(r"(?<![\d.])\d{5,40}(?!\d)")


class Note(NamedTuple):
    """What a claim says and how it was read. Texts are of the source: they are still to be escaped."""

    kind: Kind
    subject: str
    predicate: str
    value: str
    rule: str
    inferred: bool
    repairs: tuple[str, ...]
    remarks: tuple[str, ...]
    also: tuple[Evidence, ...]


def note(claim: Claim) -> Note:
    """The note of a claim."""
    return Note(
        KIND_OF[claim.predicate],
        _short(claim.subject.text),
        claim.predicate,
        _value(claim),
        claim.rule,
        claim.modality == "inferred",
        tuple(map(_repair, claim.repairs[:_MOST])),
        tuple(_remarks(claim)),
        claim.evidence[1 : _MOST + 1],
    )


def _short(text: str) -> str:
    return clip(squeeze(text[: 4 * _LONGEST]), _LONGEST)


def _value(claim: Claim) -> str:
    value = _short(shown(claim))
    return _NUMBER.sub(lambda found: f"{int(found[0]):,}", value) if isinstance(claim.value, Quantity) else value


def _repair(repair: Repair) -> str:
    return f"{_short(repair.raw)} → {_short(repair.repaired)}"


def _remarks(claim: Claim) -> Iterator[str]:
    """The label of a figure, and whose it is where it is not the subject's own."""
    if isinstance(claim.value, Quantity):
        if claim.value.label:
            yield _short(claim.value.label)
        if claim.value.scope != "own":
            yield _WHOSE[claim.value.scope]
    if len(claim.repairs) > _MOST:
        yield f"{len(claim.repairs) - _MOST} more repairs"
