"""A chart as one HTML file that needs no network: the picture, an outline, a search, and the quotes of each box."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from orgraph.chart.book import Book
from orgraph.chart.boxes import Box, Layout
from orgraph.chart.clean import clean, xml
from orgraph.chart.formats.svg import generate_svg
from orgraph.chart.marks import FINDINGS
from orgraph.chart.quotes import Quote
from orgraph.chart.sheet import NAME, origin
from orgraph.text import clip

_QUOTES = 60  # of one box
_LARGE = 300  # boxes: a larger chart opens with its lower levels collapsed
_CHOICES = 200  # of a filter
_FINDINGS = {"error": "error", "warning": "warning", "info": "note"}
_DEEPEST = 12  # levels that are indented


def generate_html(layout: Layout, *, title: str | None = None) -> Iterator[str]:
    """The page in pieces; only its own script and style may run, and it may load nothing."""
    name = clean(title or "") or NAME
    style, script = _part("page.css"), _part("tidy.js") + _part("crowd.js") + _part("page.js")
    yield from _head(name, style, script)
    yield from _bar(name, layout)
    yield '<main>\n<nav aria-label="Outline">\n<ul role="tree" id="outline" aria-label="Boxes by reporting line">\n'
    deepest = _deepest(layout)
    for number, box in enumerate(layout.boxes):
        yield _item(number, box, layout, deepest)
    yield (
        '</ul>\n</nav>\n<section id="stage" tabindex="0" aria-label="Chart: arrow keys move it, plus and minus zoom">\n'
        '<div id="picture" role="img" aria-label="Chart; the outline holds the same boxes">\n'
    )
    large = len(layout.boxes) > _LARGE
    yield '<template id="store">' if large else ""
    yield from generate_svg(layout, title=title, evidence=False, block=False)
    yield "</template>\n" if large else ""
    yield "</div>\n</section>\n"
    yield '<aside id="details" tabindex="0" aria-label="Details" aria-live="polite"></aside>\n</main>\n'
    yield f'<script type="application/json" id="facts">{_json(_facts(layout))}</script>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def render(book: Book) -> bytes:
    """The page as bytes."""
    (page,) = book.pages
    return "".join(generate_html(page.layout, title=book.title)).encode()


def _part(name: str) -> str:
    return (files("orgraph.chart.formats") / name).read_text(encoding="utf-8")


def _head(name: str, style: str, script: str) -> Iterator[str]:
    rules = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{xml(name)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _hash(part: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(part.encode()).digest()).decode()


def _bar(name: str, layout: Layout) -> Iterator[str]:
    """Name of the chart, search and zoom."""
    yield (
        f'<header>\n<div>\n<h1 title="{xml(clip(name, 2000))}">{xml(clip(name, 120))}</h1>\n'
        f'<p title="{xml(origin(layout))}">{xml(origin(layout))}</p>\n</div>\n'
        '<div role="search">\n<input type="search" id="search" placeholder="Search boxes" aria-label="Search boxes">\n'
        '<output id="hits" for="search"></output>\n</div>\n'
        '<div role="group" aria-label="Zoom">\n<button type="button" id="out" aria-label="Zoom out">−</button>\n'
        '<button type="button" id="in" aria-label="Zoom in">+</button>\n'
        '<button type="button" id="fit">Fit</button>\n</div>\n<div role="group" aria-label="Levels">\n'
        '<button type="button" id="collapse">Collapse</button>\n<button type="button" id="expand">Expand</button>\n'
        '<button type="button" id="save">Save picture</button>\n</div>\n'
    )
    yield from _filters(layout)
    yield '<output id="shown"></output>\n</header>\n'


def _filters(layout: Layout) -> Iterator[str]:
    """A list for each fact that tells boxes apart."""
    yield '<div role="group" aria-label="Filters">\n'
    for name, values in (
        ("status", {box.facts.status for box in layout.boxes}),
        ("unit", {box.facts.unit for box in layout.boxes}),
        ("finding", {_finding(box) for box in layout.boxes}),
        ("state", {box.facts.state for box in layout.boxes}),
    ):
        known = sorted(values - {""})[:_CHOICES]
        if known and len(values) > 1:
            yield f'<select data-fact="{name}" aria-label="Filter by {name}">\n<option value="">any {name}</option>\n'
            yield from (f'<option value="{xml(value)}">{xml(clip(value, 60))}</option>\n' for value in known)
            yield "</select>\n"
    yield "</div>\n"


def _finding(box: Box) -> str:
    """The worst finding of a box, in a word."""
    kinds = {mark.kind for mark in box.marks}
    return next((_FINDINGS[kind] for kind in FINDINGS if kind in kinds), "")


def _deepest(layout: Layout) -> int:
    """The last level that is open at first: of a large chart, as many as a screen can hold."""
    if len(layout.boxes) <= _LARGE:
        return len(layout.boxes)
    levels = Counter(box.level for box in layout.boxes)
    shown, deepest = levels[1], 1
    while shown + levels[deepest + 1] <= _LARGE:
        deepest += 1
        shown += levels[deepest]
    return deepest


def _item(number: int, box: Box, layout: Layout, deepest: int) -> str:
    """One item of the outline; the list is flat, so that deep charts stay within what browsers nest."""
    below = number + 1 < len(layout.boxes) and layout.boxes[number + 1].level > box.level
    opened = f' aria-expanded="{"true" if box.level < deepest else "false"}"' if below else ""
    hidden = " hidden" if box.level > deepest else ""
    small = " · ".join((box.facts.unit, *box.facts.figures()) if box.facts.unit else box.facts.figures())
    more = f"<small>{xml(clip(small, 200))}</small>" if small else ""
    return (
        f'<li role="treeitem" class="l{min(box.level, _DEEPEST)} {box.facts.kind}" aria-level="{box.level}"'
        f' aria-posinset="{box.rank}" aria-setsize="{box.of}"{opened}{hidden} data-box="{number}"'
        f' tabindex="{-1 if number else 0}"><span>{xml(clip(box.facts.title, 200))}</span>{more}</li>\n'
    )


def _facts(layout: Layout) -> list[dict[str, object]]:
    """What the details panel shows, box by box."""
    place = {box.id: number for number, box in enumerate(layout.boxes)}
    under = _under(layout)
    inferred = {line.subordinate for line in layout.lines if line.role == "tree" and line.modality == "inferred"}
    return [
        {
            "title": box.facts.title,
            "facts": list(box.facts.all),
            "marks": [mark.text for mark in box.marks],
            "at": [round(box.x, 1), round(box.y, 1), round(box.height, 1)],
            "alone": box.isolated,
            "under": under[number],
            "status": box.facts.status,
            "unit": box.facts.unit,
            "finding": _finding(box),
            "state": box.facts.state,
            "superior": place[box.superior] if box.superior is not None else None,
            "inferred": box.id in inferred,
            "quotes": [_quote(quote) for quote in box.quotes[:_QUOTES]],
            "more": max(0, len(box.quotes) - _QUOTES),
        }
        for number, box in enumerate(layout.boxes)
    ]


def _under(layout: Layout) -> list[int]:
    """How many boxes are below each."""
    ends: list[int] = [0] * len(layout.boxes)
    open_: list[int] = []
    for number, box in enumerate((*layout.boxes, None)):
        while open_ and (box is None or layout.boxes[open_[-1]].level >= box.level):
            last = open_.pop()
            ends[last] = number - last - 1
        open_.append(number)
    return ends


def _quote(quote: Quote) -> list[str]:
    return [quote.about, quote.text, quote.place, quote.modality, *quote.around]


def _json(value: object) -> str:
    r"""JSON that cannot end the element that holds it.

    >>> _json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
