"""Where the cues stand in a text: the plain words that patterns cannot match without, found in one pass.

A pattern is slow and a plain word is fast: every match of "reports? to" holds "eport", so that only its surroundings
are worth a pattern. The cues of all rules are looked for together, by the automaton of Aho and Corasick: it reads each
character of a text once, however many cues there are. No rule declares its cues beforehand: one that is asked for the
first time is looked for alone in that text, and with all the others from the next text on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ahocorasick import AHOCORASICK, Automaton

_KNOWN: Final = Automaton()  # each cue that was ever asked for, with how far before its last character it starts


class Cues:
    """The places of cues in one text, in order, also of a cue that overlaps itself.

    >>> cues = Cues("He reports to her; she reports to none.")
    >>> cues.places("eports to"), cues.places("elève")
    ([4, 24], [])
    """

    def __init__(self, text: str, known: Automaton = _KNOWN) -> None:
        self._text, self._known = text, known
        self._found = _pass(text, known)

    def places(self, cue: str) -> list[int]:
        """Where a cue starts."""
        found = self._found.get(cue)
        if found is None:
            self._known.add_word(cue, (cue, len(cue) - 1))
            found = self._found[cue] = list(places(self._text, cue, step=1))
        return found


def _pass(text: str, known: Automaton) -> dict[str, list[int]]:
    """The places of all known cues."""
    found: dict[str, list[int]] = {cue: [] for cue in known}
    if found and known.kind != AHOCORASICK:
        known.make_automaton()  # anew where a cue has come in
    for last, (cue, before) in list(known.iter(text)) if found else ():
        found[cue].append(last - before)
    return found


def places(text: str, wanted: str, *, step: int) -> Iterator[int]:
    """Where a text stands in another; the next is looked for so many characters on."""
    place = text.find(wanted)
    while place != -1:
        yield place
        place = text.find(wanted, place + step)
