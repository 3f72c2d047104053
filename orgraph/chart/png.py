"""A chart as a picture: the SVG rendered with the packaged font, so letters need no font of the machine."""

from __future__ import annotations

from orgraph.chart.boxes import Layout
from orgraph.chart.metrics import covers, font_files
from orgraph.chart.page import page
from orgraph.chart.style import FAMILY
from orgraph.chart.svg import generate_svg

_SHARP = 2.0  # pixels for each pixel of the chart
_LONGEST = 12_000  # pixels a side
_MOST = 90_000_000  # pixels in all


def render_png(layout: Layout, *, title: str | None = None) -> bytes:
    """The bytes of a PNG on white; a large chart is scaled down to a size that viewers can open.

    Fonts of the machine are looked at only for letters that the packaged font lacks.
    """
    import resvg_py

    svg = "".join(generate_svg(layout, title=title, evidence=False))
    sheet = page(layout, title)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background="#ffffff",
            width=max(1, round(sheet.width * scale(sheet.width, sheet.height))),
            skip_system_fonts=covers(svg),
            font_files=font_files(),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def scale(width: float, height: float) -> float:
    """Pixels of the picture for each pixel of the chart.

    >>> scale(800, 600), scale(24_000, 1_000)
    (2.0, 0.5)
    """
    return min(_SHARP, _LONGEST / max(width, height), (_MOST / (width * height)) ** 0.5)
