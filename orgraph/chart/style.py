"""The look of a chart, in one place: sizes in pixels, type and colours.

Every mark has a form besides its colour (a width, a dash, a shape, a word), so it survives greyscale.
"""

from __future__ import annotations

from typing import Final, NamedTuple

FAMILY: Final = "Source Sans Pro"
# Where a machine lacks it, Calibri and Carlito are about as wide, so that text is hardly squeezed.
FONTS: Final = f"'{FAMILY}','Source Sans 3',Calibri,Carlito,Arial,Helvetica,sans-serif"

# --- boxes ------------------------------------------------------------------------------------------
BOX: Final = 208.0  # width of every box: one width makes columns line up
PAD_X: Final = 13.0
PAD_Y: Final = 10.0
LEAST: Final = 48.0  # height: leaves room for the lines that enter beside the middle

# --- room between boxes -----------------------------------------------------------------------------
GAP: Final = 24.0  # between neighbours
FALL: Final = 40.0  # from a box to the row under it
BUS: Final = 24.0  # from a bus down to its row
LANE: Final = 16.0  # from a lane for further lines down to its row
INDENT: Final = 26.0  # of a hanging box against the box that it hangs from
SPINE: Final = 10.0  # of the line that hanging boxes hang on
LEAD: Final = 16.0  # from a box to the first box that hangs from it
STEP: Final = 10.0  # between boxes in a column
SIDE: Final = 7.0  # from the left of a box to the lane beside it
TRACK: Final = 3.0  # between lanes that run side by side
TRACKS: Final = 3
FOLD: Final = 36.0  # between the columns of a folded chain

# --- the page ---------------------------------------------------------------------------------------
MARGIN: Final = 36.0
COMFORT: Final = 720.0  # a chart that fits this height (and the aspect's width) needs no packing


class Type(NamedTuple):
    """How a line of text is set."""

    size: float
    leading: float
    weight: int
    colour: str
    most: int  # lines before the text is cut


TYPES: Final[dict[str, Type]] = {
    "title": Type(14.0, 17.0, 600, "#16202c", 4),
    "unit": Type(12.0, 15.0, 400, "#4a5868", 2),
    "fact": Type(12.0, 15.0, 400, "#16202c", 3),
    "line": Type(11.5, 14.0, 400, "#7a4b12", 2),
    "more": Type(11.5, 14.0, 400, "#4a5868", 2),
    "alarm": Type(11.5, 14.0, 600, "#a3201a", 2),
    "key": Type(11.0, 13.0, 600, "#16202c", 1),
    "head": Type(24.0, 30.0, 600, "#16202c", 3),
    "page": Type(16.0, 22.0, 600, "#2b4c6f", 2),
    "source": Type(13.0, 18.0, 400, "#4a5868", 4),
    "group": Type(13.0, 17.0, 600, "#4a5868", 1),
    "legend": Type(12.0, 15.0, 400, "#4a5868", 1),
}


class Stroke(NamedTuple):
    """How a line or an outline is drawn."""

    colour: str
    width: float
    dash: str = ""


class Face(NamedTuple):
    """How a box is drawn."""

    fill: str
    outline: Stroke
    radius: float
    bar: str = ""  # colour of the bar at the left edge of a described position


FACES: Final[dict[str, Face]] = {
    "described": Face("#ffffff", Stroke("#2b4c6f", 1.8), 3.0, "#2b4c6f"),
    "ghost": Face("#ffffff", Stroke("#7a4b12", 1.2, "3 3"), 3.0),
    "vacant": Face("#ffffff", Stroke("#5b6b7c", 1.3, "9 4"), 3.0),
    "mentioned": Face("#ffffff", Stroke("#8a99a8", 0.8), 3.0),
    "group": Face("#ffffff", Stroke("#8a99a8", 0.8), 3.0),
    "unit": Face("#edf3f0", Stroke("#7f9c92", 0.8), 16.0),
    "described unit": Face("#edf3f0", Stroke("#3f6b5c", 1.8), 16.0),
}

# What a mark is set in, by its kind.
MARKS: Final[dict[str, str]] = {
    "line": "line",
    "more": "more",
    "page": "more",
    "error": "alarm",
    "warning": "line",
    "info": "more",
    "added": "line",
    "removed": "line",
    "moved": "line",
    "changed": "line",
}

# Fills from light to dark, apart in hue for the eye and in lightness for a grey printer; every text stays legible.
TINTS: Final = ("#e3effb", "#fdeccf", "#d5ecd9", "#f7d5d0", "#e2d8f0", "#cfe6e8", "#f3e6a8", "#d3d7dc")
FOCUS: Final = Stroke("#16202c", 4.0)  # around the box that a view is about
STACK: Final = 4.0  # by which the second outline of a group sticks out

STROKES: Final[dict[str, Stroke]] = {
    "stated": Stroke("#5b6b7c", 1.3),
    "inferred": Stroke("#5b6b7c", 1.3, "6 4"),
    "second": Stroke("#a05a00", 1.3, "10 3"),
    "functional": Stroke("#5a4a9c", 1.6, "1.6 4"),
    "loop": Stroke("#b3261e", 1.5, "8 3 2 3"),
}
