"""A chart as an outline for a terminal or a screen reader: every box on a line, with the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.chart.book import Book
from orgraph.chart.boxes import Box, Layout
from orgraph.chart.clean import clean
from orgraph.chart.sheet import NAME, origin

_DEEPEST = 24  # levels that are indented; below, the level is said in digits


def generate_text(layout: Layout, *, title: str | None = None) -> Iterator[str]:
    """The lines of the outline, each with its end."""
    yield f"{clean(title or '') or NAME}\n{origin(layout)}\n\n"
    inferred = {line.subordinate for line in layout.lines if line.role == "tree" and line.modality == "inferred"}
    last = {box.superior: box.id for box in layout.boxes}  # of those shown: a view may leave out the rest
    levels: dict[str | None, int] = {None: 0}
    stems: list[str] = []  # for each level of the box at hand, what stands under it
    for box in layout.boxes:
        level = levels[box.id] = levels[box.superior] + 1
        del stems[level - 1 :]
        is_last = last[box.superior] == box.id
        yield f"{_stem(stems, level, is_last)}{_sentence(box, box.id in inferred)}\n"
        stems.append("   " if is_last else "│  ")
    yield from _groups(layout)


def render(book: Book) -> bytes:
    """The outline as bytes."""
    (page,) = book.pages
    return "".join(generate_text(page.layout, title=book.title)).encode()


def _stem(stems: list[str], level: int, is_last: bool) -> str:
    if level == 1:
        return ""
    if level > _DEEPEST:
        return f"{'   ' * (_DEEPEST - 2)}(level {level}) "
    return "".join(stems[1:]) + ("└─ " if is_last else "├─ ")


def _sentence(box: Box, inferred: bool) -> str:
    """Title, facts and further lines of one box."""
    notes = ["line inferred"] if inferred else []
    notes += ["no reporting line in the sources"] if box.isolated else []
    return " · ".join((box.facts.title, *box.facts.all, *notes)) + "".join(f"; {mark.text}" for mark in box.marks)


def _groups(layout: Layout) -> Iterator[str]:
    loops = sum(line.role == "loop" for line in layout.lines)
    if loops:
        yield f"\n{loops} {'line closes' if loops == 1 else 'lines close'} a loop of reporting.\n"
