"""Statements at their places in the source, and the repairs of the text that they were read through."""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from orgraph.extract._mended import Mended
from orgraph.extract._reading import Reading, Statement
from orgraph.model import Mention, Quantity, Repair
from orgraph.text import Span

_LABEL = 120  # characters before a figure that can hold its label


def in_source(mended: Mended, statement: Statement) -> Statement:
    """The statement at its places in the source; its rule has seen the misread words put right."""
    if not mended.repairs:
        return statement
    return statement._replace(
        subject=_mention(mended, statement.subject),
        value=_mention(mended, statement.value) if isinstance(statement.value, Mention) else statement.value,
        spans=tuple(map(mended.source, statement.spans)),
        repairs=tuple(_repair(mended, repair) for repair in statement.repairs),
    )


def _mention(mended: Mended, mention: Mention) -> Mention:
    if mention.start < 0:
        return mention
    start, end = mended.source(Span(mention.start, mention.end))
    return replace(mention, start=start, end=end)


def _repair(mended: Mended, repair: Repair) -> Repair:
    """A rule's own repair, of what stands in the source: it may be of a word that was misread as well."""
    start, end = mended.source(Span(repair.start, repair.end))
    return replace(repair, start=start, end=end, raw=mended.raw(Span(start, end)))


class Repairs:
    """Repairs of the text of a document, in order: those of its encoding, and those of misread words."""

    def __init__(self, reading: Reading) -> None:
        found = (*reading.document.repairs, *reading.mended.repairs)
        self._all = sorted(found, key=lambda repair: repair.start)
        self._starts = [repair.start for repair in self._all]
        self._labels = tuple(self._of_labels(reading)) if reading.mended.repairs else ()

    def behind(self, statement: Statement) -> tuple[Repair, ...]:
        """What of the text was repaired for a statement, whose places are those of the source."""
        if not self._all:
            return ()
        value = statement.spans[0]
        found = [repair for span in statement.spans for repair in self._within(span)]
        found += [one for field, repairs in self._labels if field.start <= value.start < field.end for one in repairs]
        if isinstance(statement.value, Quantity) and statement.value.label:
            before = self._within(Span(max(0, value.start - _LABEL), value.start))
            found += [repair for repair in before if repair.repaired in statement.value.label]
        return tuple(dict.fromkeys(found))

    def _of_labels(self, reading: Reading) -> list[tuple[Span, tuple[Repair, ...]]]:
        """Fields with the repairs of their labels, where there are any."""
        fields = [(reading.mended.source(field.span), reading.mended.source(field.label)) for field in reading.fields]
        return [(value, repairs) for value, label in fields if (repairs := self._within(label))]

    def _within(self, span: Span) -> tuple[Repair, ...]:
        first, last = (bisect_left(self._starts, offset) for offset in span)
        return tuple(repair for repair in self._all[first:last] if repair.end <= span.end)
