"""Find the header fields of a description: a line each, labels run together, or a flattened table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from orgraph.extract._labels import Label, bare, before_colons, is_residue
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


_ENOUGH = 3  # labels with a colon in one line that make a head of labels run together
_HEAD = 12_000
_LONGEST_LINE = 600  # a longer line that holds the head is a scanned page
_LONGEST_VALUE = 500
_EDGE = " \t\n*_|.,;:-'\"\u2060"
_MARKS = re.compile(r"[ \t>*_|#-]{0,8}")


def fields(view: str, sections: tuple[Section, ...]) -> Iterator[Field]:
    """Header fields in order; supervisor fields are read in the structure section too."""
    head = min([_HEAD, len(view), *(s.heading.start for s in sections if s.kind not in ("details", "other"))])
    found = list(before_colons(view, 0, head))
    in_lines = [label for label in found if _starts_line(view, label)]
    if _crowded(view, found):
        yield from _run_together(view, found, head)
    elif len(in_lines) < _ENOUGH and _is_scanned(view, head):
        yield from _rows(view, list(bare(view, 0, head)), head)
    else:
        yield from _lines(view, in_lines)
    for section in sections:
        if section.kind == "structure":
            inside = before_colons(view, *section.body)
            yield from _lines(view, [la for la in inside if la.name == "supervisor" and _starts_line(view, la)])


def _starts_line(view: str, label: Label) -> bool:
    """Whether nothing but marks of lists, quotes, headings and bold stands before the label in its line."""
    line = view.rfind("\n", 0, label.span.start) + 1
    marks = _MARKS.match(view, line, label.span.start)
    return marks is not None and marks.end() == label.span.start


def _crowded(view: str, found: Sequence[Label]) -> bool:
    """Whether labels with their colons stand together in one line."""
    lines = Counter(view.rfind("\n", 0, label.span.start) for label in found)
    return max(lines.values(), default=0) >= _ENOUGH


def _is_scanned(view: str, head: int) -> bool:
    text = view[: view.find("\n", head) + 1 or len(view)]
    return max(map(len, text.split("\n"))) > _LONGEST_LINE


def _lines(view: str, labels: Sequence[Label]) -> Iterator[Field]:
    for label in labels:
        line = view.find("\n", label.end)
        end = min(line if line != -1 else len(view), label.end + _LONGEST_VALUE)
        yield _field(view, label, label.end, end)


def _run_together(view: str, found: Sequence[Label], head: int) -> Iterator[Field]:
    """Labels with colons in one line; where most labels lack a colon, the head is a flattened table."""
    every = list(bare(view, 0, head))
    if 2 * len(_told(found)) < len(_told(every)):
        yield from _rows(view, every, head)
        return
    for label, end in _until_next(found, head):
        yield _field(view, label, label.end, end)


def _told(labels: Sequence[Label]) -> set[str]:
    return {label.name for label in labels} - {"_other"}


def _rows(view: str, found: Sequence[Label], head: int) -> Iterator[Field]:
    """Labels of a flattened table: those that stand together share what follows the last of them."""
    run: list[Label] = []
    for label, end in _until_next(found, head):
        run.append(label)
        if not is_residue(view[label.end : end]):
            row = frozenset(one.name for one in run)
            yield from (_field(view, one, label.end, end, row) for one in run)
            run = []


def _until_next(found: Sequence[Label], head: int) -> Iterator[tuple[Label, int]]:
    for label, following in pairwise(found):
        yield label, following.span.start
    if found:
        yield found[-1], head


def _field(view: str, label: Label, start: int, end: int, row: frozenset[str] = frozenset()) -> Field:
    """The field with its value, without the marks and white space at its edges."""
    text = view[start:end]
    kept = text.strip(_EDGE)
    begin = start + len(text) - len(text.lstrip(_EDGE)) if kept else start
    return Field(label.name, label.span, kept, Span(begin, begin + len(kept)), row)
