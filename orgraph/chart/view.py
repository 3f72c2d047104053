"""The view: which part of an organization is drawn, and what its boxes say."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgraph.errors import UnknownName

FIELDS: Final = (
    "unit", "classification", "number", "seats", "staff", "status", "below", "incumbent", "location", "finding",
)  # fmt: skip
SHOWN: Final = ("incumbent", "unit", "classification", "number", "seats", "staff", "status")
COLORS: Final = ("none", "level", "unit", "status", "finding", "change")


class View(NamedTuple):
    """What is drawn; the names are those of the options of `orgraph chart`.

    `root`: only this box and what is below it. `up`: so many superiors above the root or the focus
    (None: all above a focus, none above a root). `depth`: so many levels below (None: all).
    `collapse`: nothing below these boxes. `focus`: this box is highlighted; without a root, it is drawn
    with its superiors, its peers and what is below it. `signed`: a block for signatures.
    """

    root: str | None = None
    depth: int | None = None
    up: int | None = None
    collapse: tuple[str, ...] = ()
    focus: str | None = None
    show: tuple[str, ...] = SHOWN
    color: str = "none"
    signed: bool = False


def checked(view: View) -> View:
    """The view, if its names are legal.

    >>> checked(View(show=("grade",)))
    Traceback (most recent call last):
        ...
    orgraph.errors.UnknownName: unknown fact of a box 'grade'; one of: unit, classification, number, seats, staff, \
status, below, incumbent, location, finding
    """
    for name in view.show:
        if name not in FIELDS:
            raise UnknownName("fact of a box", name, list(FIELDS))
    if view.color not in COLORS:
        raise UnknownName("colour", view.color, list(COLORS))
    return view
