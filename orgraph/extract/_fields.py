"""Find the header fields of a description: a line each, labels run together, or a flattened table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from orgraph.extract._labels import (
    Label,
    above_values,
    bare,
    before_bars,
    before_colons,
    before_gaps,
    before_numbers,
    in_bold,
    is_residue,
    label_of,
)
from orgraph.extract._sections import Section
from orgraph.text import Span


class Field(NamedTuple):
    """A label and its value; `value` is empty where the text leaves the place blank.

    `row` names the fields of a flattened table that share one value span: each reader picks its
    own part by its shape.
    """

    name: str
    label: Span
    value: str
    span: Span
    row: frozenset[str] = frozenset()


_TABLE = re.compile(
    r"^\|(?P<head>[^\n]{3,600})\|[ ]*\n(?P<rule>\|[ :|-]{3,200}\|[ ]*\n)?\|(?P<values>[^\n]{3,2000})\|(?![ ]*\n\|)",
    re.M,
)
# The next item of a numbered form, in the same line: "Agency: Harbour Board      6. Division: Nets".
_BESIDE = re.compile(r"(?<!\s)\s{3,}+\d{1,2}[.)]\s++[A-Z]")
_SET_OFF = re.compile(
    r"\S(?:[ ]{3,}|[ ]?\t[ \t]*)$"
)  # "Dept: Boats    Job title: Chief", of which one label is not known
_CELL = re.compile(r"[^|\n]+")
# The value of a label whose line holds nothing else.
_BELOW = re.compile(r"\n(?:[ \t]*\n)?[ \t*_]{0,4}(?P<value>[^\W_][^\n:|]{2,100}+)(?=\n|$)")
# The line that a value goes on in: set in behind a label that is not, or behind what cannot end a value.
_WRAPPED = re.compile(
    r"\n(?:(?P<indent>[ \t]{2,})|(?<=,\n)|(?<= (?:of|et|de)\n)|(?<= and\n)|(?<= &\n))"
    r"(?![*+•|#-]|\d{1,2}[.)]\s)(?P<more>[^\s:|][^\n:|]{1,80})(?=\n|$)"
)
_HEAD = 12_000
_LONGEST_LINE = 600  # a longer line that holds the head is a scanned page
_LONGEST_VALUE = 500
_EDGE = " \t\n*_|.,;:/-'\"\u2060"
_HEADING = re.compile(r"[^a-zà-ÿ\n]*")


def fields(view: str, sections: tuple[Section, ...]) -> tuple[Field, ...]:
    """Header fields in order; supervisor fields are read in the structure section too.

    The title of a class is that of the position where no other field gives one.
    """
    found = tuple(_fields(view, sections))
    if any(field.name == "title" and field.value for field in found):
        return found
    return tuple(field._replace(name="title") if field.name == "class_title" else field for field in found)


def _fields(view: str, sections: tuple[Section, ...]) -> Iterator[Field]:
    head = min([_HEAD, len(view), *(s.heading.start for s in sections if s.kind not in ("details", "other"))])
    columns = list(_columns(view, head))
    yield from columns
    heads = [field.label for field in columns]
    marked = [label for label in _marked(view, 0, head) if not any(a <= label.span.start < b for a, b in heads)]
    labels = list(_in_place(view, marked))
    table = list(bare(view, 0, head)) if _is_scanned(view, head) else []
    if 2 * len(_told(labels)) < len(_told(table)):
        yield from _rows(view, table, head)
    else:
        yield from _beside(view, labels, head)
    for section in sections:
        if section.kind == "structure":
            within = (*in_bold(view, *section.body), *before_colons(view, *section.body))
            inside = sorted((label for label in within if label.name == "supervisor"), key=lambda label: label.span)
            yield from _beside(view, list(_in_place(view, inside)), section.body.end)


def _marked(view: str, start: int, end: int) -> list[Label]:
    """Labels that a colon or the bar of a table follows, in order, each once."""
    found = {
        label.span.start: label
        for find in (before_numbers, above_values, before_gaps, before_bars, in_bold, before_colons)
        for label in find(view, start, end)
    }
    return [found[place] for place in sorted(found)]


def _columns(view: str, end: int) -> Iterator[Field]:
    """Fields of a table whose first row is labels, and whose second is their values.

    A rule below the first row says that it is a heading; without one, every cell of it must be a label.
    """
    for match in _TABLE.finditer(view, 0, end):
        heads = list(_CELL.finditer(view, *match.span("head")))
        values = list(_CELL.finditer(view, *match.span("values")))
        names = [label_of(head[0]) for head in heads]
        told = sum(name is not None for name in names)
        if len(heads) == len(values) and told > 1 and (match["rule"] or told == len(names)):
            for name, head, value in zip(names, heads, values, strict=True):
                if name is not None:
                    yield _field(view, Label(name, Span(*head.span()), value.start(), True), *value.span())


def _in_place(view: str, labels: Sequence[Label] | Iterator[Label]) -> Iterator[Label]:
    """Labels that start a line, marks and headings in capitals apart, or that follow such a label in it."""
    known, line, at = -1, 0, 0
    for label in labels:
        newline = view.rfind("\n", at, label.span.start)  # labels are in order: no line is searched twice
        line, at = (line if newline == -1 else newline + 1), label.span.start
        if view.count('"', line, at) % 2:
            continue  # title: "Harbour Office: Chief of Moorings"
        if (
            line == known
            or _SET_OFF.search(view, line, at)
            or _starts_line(view, line, at)
            or _line_end(view, line) - line > _LONGEST_LINE
        ):
            known = line
            yield label


def _starts_line(view: str, line: int, start: int) -> bool:
    before = _HEADING.match(view, line, start)
    return before is not None and before.end() == start


def _is_scanned(view: str, head: int) -> bool:
    """Whether a line that holds the head is as long as a page."""
    text = view[: _line_end(view, head)]
    return max(map(len, text.split("\n"))) > _LONGEST_LINE


def _line_end(view: str, start: int) -> int:
    end = view.find("\n", start)
    return end if end != -1 else len(view)


def _value_end(view: str, start: int) -> int:
    """The end of the line, or of its item in a numbered form."""
    end = _line_end(view, start)
    beside = _BESIDE.search(view, start, min(end, start + 2 * _LONGEST_VALUE))
    return beside.start() if beside else end


def _told(labels: Sequence[Label]) -> set[str]:
    return {label.name for label in labels} - {"_other"}


def _beside(view: str, labels: Sequence[Label], head: int) -> Iterator[Field]:
    """Each value stands behind its label, up to the next label or the end of the line."""
    for label, end in _until_next(labels, head):
        field = _field(view, label, label.end, min(end, _value_end(view, label.end), label.end + _LONGEST_VALUE))
        below = _BELOW.match(view, _line_end(view, label.end), end) if label.colon and not field.value else None
        yield _wrapped(view, label, field, end) if below is None else _field(view, label, *below.span("value"))


def _wrapped(view: str, label: Label, field: Field, end: int) -> Field:
    """The field with the line that its value goes on in."""
    more = _WRAPPED.match(view, _line_end(view, label.end), end) if label.colon and field.value else None
    if more is None or label_of(more["more"]) is not None or (more["indent"] and _is_set_in(view, label.span.start)):
        return field
    return _field(view, label, label.end, more.end())


def _is_set_in(view: str, start: int) -> bool:
    """Whether the line of a place begins with white space or a mark of a list, behind which any line may be set in."""
    return not view[view.rfind("\n", 0, start) + 1].isalnum()


def _rows(view: str, labels: Sequence[Label], head: int) -> Iterator[Field]:
    """Labels of a flattened table: those that stand together share what follows the last of them."""
    run: list[Label] = []
    for label, end in _until_next(labels, head):
        run.append(label)
        if not is_residue(view[label.end : end]):
            row = frozenset(one.name for one in run)
            yield from (_field(view, one, label.end, end, row) for one in run)
            run = []


def _until_next(labels: Sequence[Label], head: int) -> Iterator[tuple[Label, int]]:
    for label, following in pairwise(labels):
        yield label, following.span.start
    if labels:
        yield labels[-1], head


def _field(view: str, label: Label, start: int, end: int, row: frozenset[str] = frozenset()) -> Field:
    """The field with its value, without the marks and white space at its edges."""
    text = view[start:end]
    kept = text.strip(_EDGE)
    begin = start + len(text) - len(text.lstrip(_EDGE)) if kept else start
    return Field(label.name, label.span, kept, Span(begin, begin + len(kept)), row)
