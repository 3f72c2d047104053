"""Where the cues stand in a text: the plain words that patterns cannot match without, found in one pass.

A pattern is slow and a plain word is fast: every match of "reports? to" holds "eport", so that only its surroundings
are worth a pattern. The cues of all rules are looked for together, by the automaton of Aho and Corasick: it reads each
character of a text once, however many cues there are. No rule declares its cues beforehand: one that is asked for the
first time is looked for alone in that text, and with all the others from the next text on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from ahocorasick import AHOCORASICK, Automaton


class Search:
    """The search for all cues that were ever asked for; `known` gives them their numbers."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self._automaton = Automaton()

    def learn(self, cue: str) -> None:
        """Look for this cue, too, from now on."""
        self.known.setdefault(cue, len(self.known))
        self._automaton.add_word(cue, (cue, len(cue) - 1))

    def places(self, text: str) -> dict[str, list[int]]:
        """Where each cue that stands in a text starts, in order, also where it overlaps itself."""
        found: dict[str, list[int]] = defaultdict(list)
        if self.known and self._automaton.kind != AHOCORASICK:
            self._automaton.make_automaton()  # anew where a cue has come in
        for last, (cue, before) in list(self._automaton.iter(text)) if self.known else ():
            found[cue].append(last - before)
        return dict(found)


_ALL: Final = Search()


class Cues:
    """The places of cues in one text.

    >>> cues = Cues("He reports to her; she reports to none.")
    >>> cues.places("eports to"), cues.places("elève")
    ([4, 24], [])
    """

    def __init__(self, text: str, search: Search = _ALL) -> None:
        self._text, self._search, self._looked_for = text, search, len(search.known)
        self._found = search.places(text)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(place + 1 for place in self.places("\n"))]

    def places(self, cue: str) -> list[int]:
        """Where a cue starts, in order."""
        found = self._found.get(cue)
        if found is None:
            looked_for = self._search.known.get(cue, self._looked_for) < self._looked_for
            found = self._found[cue] = [] if looked_for else self._alone(cue)
        return found

    def _alone(self, cue: str) -> list[int]:
        self._search.learn(cue)
        return list(places(self._text, cue, step=1))


def places(text: str, wanted: str, *, step: int) -> Iterator[int]:
    """Where a text stands in another; the next is looked for so many characters on."""
    place = text.find(wanted)
    while place != -1:
        yield place
        place = text.find(wanted, place + step)
