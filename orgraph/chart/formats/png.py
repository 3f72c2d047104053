"""A chart as a picture: the SVG rendered with the packaged font, so letters need no font of the machine."""

from __future__ import annotations

from math import sqrt

from orgraph.chart.book import Book
from orgraph.chart.formats.svg import generate_svg
from orgraph.chart.metrics import covers, font_files
from orgraph.chart.style import FAMILY

_SHARP = 2.0  # pixels for each pixel of the chart, while the picture stays small
_SMALL = 24_000_000  # pixels in all
_LONGEST = 12_000  # pixels a side


def render(book: Book) -> bytes:
    """The bytes of a PNG on white; a large chart is scaled down to a size that viewers can open.

    Fonts of the machine are looked at only for letters that the packaged font lacks.
    """
    import resvg_py

    (page,) = book.pages
    paper = page.sheet
    svg = "".join(generate_svg(page.layout, title=book.title, evidence=False, around=paper))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background="#ffffff",
            width=max(1, int(paper.width * scale(paper.width, paper.height))),
            skip_system_fonts=covers(svg),
            font_files=font_files(),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def scale(width: float, height: float) -> float:
    """Pixels of the picture for each pixel of the chart.

    >>> scale(800, 600), scale(6_000, 4_000), scale(24_000, 1_000)
    (2.0, 1.0, 0.5)
    """
    sharp = min(_SHARP, max(1.0, sqrt(_SMALL / (width * height))))
    return min(sharp, _LONGEST / max(width, height))
