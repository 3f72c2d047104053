"""A chart as SVG: plain attributes, a title and the quotes on every box and line, a tree for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from orgraph.chart.book import Book
from orgraph.chart.boxes import Box, Heading, Layout, Line, Point
from orgraph.chart.clean import clean, shorten, xml
from orgraph.chart.ink import arrow
from orgraph.chart.metrics import width
from orgraph.chart.quotes import Quote
from orgraph.chart.sheet import NAME, SAMPLE, Label, Sample, Sheet, key, look, origin, sheet, stroke, swatch
from orgraph.chart.style import FOCUS, FONTS, STACK, STROKES, TYPES, Face, Stroke
from orgraph.chart.trunks import Way, ways
from orgraph.text import clip

_QUOTES = 12  # of one box or line; the others are counted
_SPOKEN = 300  # characters of a label that is read out


def generate_svg(
    layout: Layout,
    *,
    title: str | None = None,
    evidence: bool = True,
    block: bool = True,
    around: Sheet | None = None,
) -> Iterator[str]:
    """The file in pieces; equal layouts give equal bytes. The quotes and the title block can be left out.

    `around` is the sheet to draw on, for a page that has one already.
    """
    paper = around or sheet(layout, title, block=block)
    yield from _open(layout, paper, clean(title or "") or NAME)
    yield from (_label(label) for label in paper.labels)
    yield f'<g transform="translate({_n(paper.x)} {_n(paper.y)})">\n<g role="tree" aria-label="Reporting lines">\n'
    for number, box in enumerate(layout.boxes):
        yield from _box(number, box, evidence)
    yield '</g>\n<g role="group" aria-label="Lines">\n'
    names = {box.id: box.facts.title for box in layout.boxes}
    for line, drawn in zip(layout.lines, ways(layout.lines), strict=True):
        if drawn:
            yield from _line(line, drawn, names, evidence)
    yield "</g>\n"
    yield from (_heading(heading) for heading in layout.headings)
    yield "</g>\n"
    yield '<g id="chart-legend">\n'
    yield from (_sample(sample) for sample in paper.samples)
    yield "</g>\n"
    yield from (f'<path d="M{_n(x)} {_n(y)}h{_n(across)}" stroke="#16202c"/>\n' for x, y, across in paper.rules)
    yield "</svg>\n"


def render(book: Book) -> bytes:
    """The file of a single page, in points when it is for paper."""
    (page,) = book.pages
    return "".join(generate_svg(page.layout, title=book.title, around=page.sheet)).encode()


def _open(layout: Layout, paper: Sheet, title: str) -> Iterator[str]:
    wide, high = _n(paper.width), _n(paper.height)
    size = [wide, high]
    if paper.printed:
        size = [f"{_n(side * paper.scale)}pt" for side in (paper.width, paper.height)]
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" viewBox="0 0 {wide} {high}"'
        f' role="group" aria-labelledby="chart-title chart-origin" font-family="{xml(FONTS)}">\n'
        f'<title id="chart-title">{xml(title)}</title>\n<desc id="chart-origin">{xml(origin(layout))}</desc>\n'
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>\n'
    )


def _box(number: int, box: Box, evidence: bool) -> Iterator[str]:
    """One item of the tree: tooltip, evidence, outline and text."""
    spoken = clip(f"{' '.join(words.text for words in box.words)}. {box.facts.state}", _SPOKEN)  # what is seen, first
    yield (
        f'<g id="box-{number}" role="treeitem" aria-level="{box.level}" aria-posinset="{box.rank}"'
        f' aria-setsize="{box.of}" aria-label="{xml(spoken)}">\n'
        f"<title>{xml(', '.join((box.facts.title, *box.facts.all)))}</title>\n"
    )
    yield from _desc(box.quotes if evidence else ())
    if box.facts.group:
        shifted = box.x + STACK, box.y + STACK
        yield _outline(look(box)._replace(bar=""), *shifted, box.width, box.height)
    if box.focus:
        ring = Face("none", FOCUS, 6.0)
        yield _outline(ring, box.x - 4.0, box.y - 4.0, box.width + 8.0, box.height + 8.0)
    yield _outline(look(box), box.x, box.y, box.width, box.height)
    if box.tint >= 0:
        yield _label(Label(key(box.tint), "key", box.x + box.width - 16.0, box.y + 15.0))
    for words in box.words:
        yield _label(Label(words.text, words.type, box.x + 13.0, box.y + words.baseline))
    yield "</g>\n"


def _desc(quotes: tuple[Quote, ...]) -> Iterator[str]:
    if quotes:
        lines = shorten(tuple(str(quote) for quote in quotes), _QUOTES, "quotes")
        yield f"<desc>{xml(chr(10).join(lines))}</desc>\n"


def _outline(look: Face, x: float, y: float, across: float, down: float) -> str:
    bar = ""
    if look.bar:
        bar = f'<rect x="{_n(x)}" y="{_n(y)}" width="5" height="{_n(down)}" fill="{look.bar}"/>\n'
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(across)}" height="{_n(down)}" rx="{_n(min(look.radius, down / 2))}"'
        f' fill="{look.fill}"{_pen(look.outline)}/>\n{bar}'
    )


def _line(line: Line, drawn: Iterable[Way], names: dict[str, str], evidence: bool) -> Iterator[str]:
    """One line with its sentence; lines outside the tree end in an arrow at the superior."""
    verb = "functional line to" if line.role == "functional" else "reports to"
    note = {"inferred": " (inferred)"}.get(line.modality, "") + (" (closes a loop)" if line.role == "loop" else "")
    sentence = f"{clip(names[line.subordinate], 120)} {verb} {clip(names[line.superior], 120)}{note}"
    ink = STROKES[stroke(line.role, line.modality)]
    yield f"<g>\n<title>{xml(sentence)}</title>\n"
    yield from _desc(line.quotes if evidence else ())
    yield f'<path d="{"".join(map(_path, drawn))}" fill="none"{_pen(ink)}/>\n'
    head = arrow(line)
    if head is not None:
        yield _arrow(head, ink)
    yield "</g>\n"


def _path(points: tuple[Point, ...]) -> str:
    """Only what changes: steps along the axes are H and V."""
    parts = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, after in pairwise(points):
        parts.append(f"V{_n(after[1])}" if before[0] == after[0] else f"H{_n(after[0])}")
    return "".join(parts)


def _arrow(head: tuple[Point, ...], ink: Stroke) -> str:
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in head)
    return f'<polygon points="{corners}" fill="{ink.colour}"/>\n'


def _label(label: Label) -> str:
    kind = TYPES[label.type]
    weight = f' font-weight="{kind.weight}"' if kind.weight != 400 else ""
    return (
        f'<text x="{_n(label.x)}" y="{_n(label.y)}" font-size="{_n(kind.size)}"{weight} fill="{kind.colour}"'
        f' textLength="{_n(width(label.text, kind.size, kind.weight))}" lengthAdjust="spacingAndGlyphs">'
        f"{xml(label.text)}</text>\n"
    )


def _heading(heading: Heading) -> str:
    return _label(Label(heading.text, "group", heading.x, heading.y))


def _sample(sample: Sample) -> str:
    marks = [_outline(face, x, y, SAMPLE, 16.0) for face, x, y in swatch(sample)]
    if not marks:
        way = f"M{_n(sample.x)} {_n(sample.y + 8)}h{_n(SAMPLE)}"
        marks = [f'<path d="{way}" fill="none"{_pen(STROKES[sample.key])}/>\n']
    elif len(sample.key) == 1:
        marks.append(_label(Label(sample.key, "key", sample.x + SAMPLE / 2 - 4.0, sample.y + 12.0)))
    return "".join(marks) + _label(sample.label)


def _pen(look: Stroke) -> str:
    dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
    cap = ' stroke-linecap="round"' if look.dash.startswith("1.6") else ""
    return f' stroke="{look.colour}" stroke-width="{_n(look.width)}"{dash}{cap}'


@lru_cache(maxsize=65536)
def _n(value: float) -> str:
    """A number in as few characters as needed.

    >>> _n(12.0), _n(1.25), _n(-0.01)
    ('12', '1.2', '0')
    """
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"
