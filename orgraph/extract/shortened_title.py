"""A report that the text lists by its title and elsewhere calls by the beginning of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from orgraph.extract._listed import listed
from orgraph.extract._reading import Reading, Statement
from orgraph.extract._self import SELF
from orgraph.model import Mention, Text
from orgraph.text import Span
from orgraph.titles import canonical, is_bare

_GOES_ON: Final = re.compile(r"\w|\s*(?:&|/|-)?\s*[A-ZÀ-Ý]")  # with words of this title, or of another one
_LEAST: Final = 3  # words of a beginning that still tells posts apart
_SMALL: Final = frozenset(("of", "and", "the", "for", "de", "des", "du", "et", "&"))


def shortened_title(reading: Reading) -> Iterator[Statement]:
    """A report that the text lists by its title and elsewhere calls by the beginning of it.

    What it reads: a listed title without its last word, in the same letters, where no capital follows.
    Example: "The following positions report to the Chief Hydrographer: Head of Buoys and Beacons Maintenance (CS-05)
    and Head of Pilots (CS-05)." and "Works closely with the Head of Buoys and Beacons, who keeps them."
    Must not read: the title of another listed post, or a rank alone.
    Known misses: a title that lost more than its last word, or one in its middle.
    """
    titles = {found.mention.text: found.mention for _, items in listed(reading) for found in items}
    known = {canonical(title) for title in titles}
    for title, mention in titles.items():
        words = title.split()[:-1]
        short = " ".join(words).rstrip(" ,")
        if len(words) < _LEAST or words[-1].lower() in _SMALL or canonical(short) in known or is_bare(short):
            continue
        place = _alone(reading.view, short, mention)
        if place is not None:
            yield Statement(SELF, "text_flaw", Text(text=short), (place, Span(mention.start, mention.end)))


def _alone(view: str, short: str, mention: Mention) -> Span | None:
    """The first place behind the title where its short form stands, and no title goes on behind it."""
    start = view.find(short, mention.end)
    while start != -1:
        end = start + len(short)
        if not _GOES_ON.match(view, end):
            return Span(start, end)
        start = view.find(short, end)
    return None
