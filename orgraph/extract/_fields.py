"""Find the header fields of a description: a line each, labels run together, or a flattened table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from orgraph.extract._lexicon import alternation, loose, table
from orgraph.extract._sections import Section
from orgraph.text import Span


class Field(NamedTuple):
    """A label and its value; `value` is empty where the text leaves the place blank.

    Fields whose labels stand together before their values share one value span (`row` is true):
    each reader picks its own part by its shape.
    """

    name: str
    label: Span
    value: str
    span: Span
    row: frozenset[str] = frozenset()


_LABELS: Final[dict[str, list[str]]] = table("labels")
_ALL = [label for labels in _LABELS.values() for label in labels]
_END = r"(?:\s?\([A-Za-z/ ]{1,24}\))?"
# In a line: anything of list, quote, heading and bold marks may stand before the label.
_LINE = re.compile(
    rf"^[ \t>*_|#-]{{0,8}}(?P<label>{alternation(_ALL)}){_END}[*_ \t]{{0,3}}:[*_ \t]{{0,4}}(?P<value>[^\n]{{0,500}})",
    re.M | re.I,
)
_INLINE = re.compile(rf"(?<![A-Za-z])(?P<label>{alternation(_ALL)}){_END}\s{{0,2}}:", re.I)
_VALUE = re.compile(r"\d{2}|[OIl0-9]{3}|[A-Z]{2}[A-Za-z]?-[0-9OIl]")
_TITLE_WORD = re.compile(
    rf"(?:{alternation([w.title() for t in ('rank_en', 'rank_fr', 'modifiers') for w in table('titles')[t]])})\b(?!')"
)
_DAMAGED = [
    f"(?:{loose(label[0])})?{loose(label[1:])}"
    for label in sorted(_ALL, key=len, reverse=True)
    if " " in label and len(label) >= 8
]
_BARE = re.compile(rf"(?<![A-Za-z'])(?P<label>{'|'.join(_DAMAGED)})(?![A-Za-z]){_END}\s{{0,2}}:?", re.I)
_ENOUGH = 3  # labels with a colon that make a head of labels with colons
_HEAD = 12_000
_EDGE = " \t\n*_|.,;:-'\"\u2060"
# Words that labels are made of: between two labels of a flattened table they are residue of a label.
_LABEL_WORDS: Final = frozenset(word for label in _ALL for word in re.findall(r"[a-zà-ÿ]+", label.lower()))


def fields(view: str, sections: tuple[Section, ...]) -> Iterator[Field]:
    """Header fields in order; supervisor fields are read in the structure section too."""
    head = next((s.heading.start for s in sections if s.kind not in ("details", "other")), len(view))
    head = min(head, _HEAD)
    found = list(_INLINE.finditer(view, 0, head))
    if _crowded(view, found):
        yield from _run_together(view, found, head)
    elif (
        sum(1 for _ in _LINE.finditer(view, 0, head)) < _ENOUGH
        and len(max(view[: view.find("\n", head) + 1 or len(view)].split("\n"), key=len)) > _LONGEST_LINE
    ):
        yield from _table(view, list(_BARE.finditer(view, 0, head)), head)
    else:
        yield from _lines(view, 0, head)
    for section in sections:
        if section.kind == "structure":
            yield from (f for f in _lines(view, *section.body) if f.name == "supervisor")


_LONGEST_LINE = 600  # a longer line that holds the head is a scanned page


def _lines(view: str, start: int, end: int) -> Iterator[Field]:
    for match in _LINE.finditer(view, start, end):
        span = _trim(view, match.start("value"), match.end("value"))
        yield Field(_name(match["label"]), Span(*match.span("label")), view[span.start : span.end], span)


def _crowded(view: str, found: list[re.Match[str]]) -> bool:
    """Whether labels with their colons stand together in one line."""
    lines = Counter(view.count("\n", 0, match.start()) for match in found)
    return max(lines.values(), default=0) >= _ENOUGH


def _run_together(view: str, found: list[re.Match[str]], head: int) -> Iterator[Field]:
    bare = list(_BARE.finditer(view, 0, head))
    if 2 * len(found) < sum(not match[0].endswith(":") for match in bare):
        yield from _table(view, bare, head)
        return
    for match, end in _until_next(found, head):
        span = _trim(view, match.end(), end)
        yield Field(_name(match["label"]), Span(*match.span("label")), view[span.start : span.end], span)


def _table(view: str, found: list[re.Match[str]], head: int) -> Iterator[Field]:
    """Labels of a flattened table: those that stand together share what follows the last of them."""
    run: list[re.Match[str]] = []
    for match, end in _until_next(found, head):
        run.append(match)
        span = _trim(view, match.end(), end)
        if not _is_residue(view[span.start : span.end]):
            names = frozenset(_name(label["label"]) for label in run)
            for label in run:
                yield Field(_name(label["label"]), Span(*label.span("label")), view[span.start : span.end], span, names)
            run = []


def _is_residue(text: str) -> bool:
    """Whether what stands between two labels is only a damaged label, and no value."""
    words = [word for word in text.split() if re.search(r"\w", word)]
    return all(_is_label_piece(word) and not _TITLE_WORD.match(word) for word in words) and not _VALUE.search(text)


def _is_label_piece(word: str) -> bool:
    """Whether a word is a label's, or what a scan left of one; values start with a capital or a digit."""
    pieces = re.findall(r"[a-zà-ÿ]+", word.lower())
    return not word[0].isupper() or all(len(p) < 4 or any(p in known for known in _LABEL_WORDS) for p in pieces)


def after_label_residue(view: str, start: int, end: int) -> int:
    """Where the value starts in a row of a flattened table, behind damaged pieces of labels."""
    for word in re.finditer(r"[^\s]+", view[start:end]):
        if _TITLE_WORD.match(word[0]) or re.search(r"\d|[OIl]{3}", word[0]) or not _is_label_piece(word[0]):
            return start + word.start()
    return end


def _until_next(found: list[re.Match[str]], head: int) -> Iterator[tuple[re.Match[str], int]]:
    for match, following in pairwise(found):
        yield match, following.start()
    if found:
        yield found[-1], head


def _trim(view: str, start: int, end: int) -> Span:
    """The span without the marks and white space at its edges."""
    text = view[start:end]
    left = len(text) - len(text.lstrip(_EDGE))
    kept = text.strip(_EDGE)
    return Span(start + left, start + left + len(kept))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = [(label, name) for name, labels in _LABELS.items() for label in labels]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair))
    return tuple((name, re.compile(f"(?:{loose(label[0])})?{loose(label[1:])}", re.I)) for label, name in pairs)


@cache
def _name(label: str) -> str:
    """The field that a label as printed stands for."""
    return next((name for name, pattern in _patterns() if pattern.fullmatch(label)), "_other")
