"""Paper: the sizes a chart is printed on, in points (1/72 inch)."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgraph.errors import UnknownName

PAPERS: Final[dict[str, tuple[float, float]]] = {
    "a5": (419.53, 595.28),
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "a2": (1190.55, 1683.78),
    "a1": (1683.78, 2383.94),
    "a0": (2383.94, 3370.39),
    "letter": (612.0, 792.0),
    "legal": (612.0, 1008.0),
    "tabloid": (792.0, 1224.0),
}
POINT: Final = 0.75  # of a pixel on a page that is not scaled down: 96 pixels are an inch
LEGIBLE: Final = 6.0  # points: smaller print is not read
LARGEST: Final = 1.1  # points for a pixel in print: a small chart is not blown up beyond it
EDGE: Final = 28.35  # 10 mm that printers leave white
_FRAME = 190.0  # pixels of height that title and legend take


class Paper(NamedTuple):
    """A sheet of paper, in points."""

    width: float
    height: float

    @property
    def field(self) -> tuple[float, float]:
        """Width and height in pixels that a chart has at the usual scale, between its title and its legend."""
        across, down = self.room
        return across / POINT, max(down / POINT - _FRAME, down / POINT / 2)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that can be printed on."""
        return self.width - 2 * EDGE, self.height - 2 * EDGE


def paper(name: str, *, landscape: bool = False) -> Paper:
    """The sheet that a name means.

    >>> paper("a4", landscape=True)
    Paper(width=841.89, height=595.28)
    """
    if name not in PAPERS:
        raise UnknownName("paper", name, list(PAPERS))
    short, long = PAPERS[name]
    return Paper(long, short) if landscape else Paper(short, long)
