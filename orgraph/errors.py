"""The few named situations in which orgraph stops or skips a source."""

from __future__ import annotations

from difflib import get_close_matches

_LISTED = 40  # legal names that a message lists in full
_NEAR = 6


class OrgraphError(Exception):
    """Base of every error that orgraph raises on purpose."""


class UnreadableSource(OrgraphError):
    """A source could not be read; the message says which and why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnknownName(OrgraphError, LookupError):
    """A name was not among the legal ones, which the message lists."""

    def __init__(self, kind: str, name: str, legal: list[str]) -> None:
        super().__init__(f"unknown {kind} {name!r}; {_choice(name, legal)}")
        self.name = name
        self.legal = legal


def _choice(name: str, legal: list[str]) -> str:
    """All legal names where a person can take them in, else those that hold it, and the nearest."""
    if len(legal) <= _LISTED:
        return f"one of: {', '.join(legal)}"
    within = [known for known in legal if name and name.lower() in known.lower()]
    close = get_close_matches(name, legal, n=_NEAR, cutoff=0.3)
    near = list(dict.fromkeys([*within, *close]))[:_NEAR] or legal[:_NEAR]
    return f"the nearest of {len(legal)}: {', '.join(near)}"


class UnspelledName(OrgraphError, LookupError):
    """An acronym that texts use and never spell out names no box; the message says where it stands."""


class AmbiguousNode(OrgraphError, LookupError):
    """A title fits several boxes; the message lists them."""


class CannotDraw(OrgraphError):
    """A program or library that a drawing needs is missing, or failed."""


class BadQuery(OrgraphError, ValueError):
    """A SPARQL query was refused or could not be parsed."""


class Unencodable(OrgraphError, ValueError):
    """A text holds half of a surrogate pair, which no encoding has; the message shows where."""

    def __init__(self, text: str, place: int) -> None:
        half, around = ascii(text[place])[1:-1], text[max(0, place - 30) : place + 30]
        super().__init__(f"half of a surrogate pair ({half}), which no encoding has, in {around!a}")


class BadDecisions(OrgraphError, ValueError):
    """A file of decisions does not follow its form; the message names the file, the line and what is legal."""


class BadCache(OrgraphError):
    """The folder of a cache cannot be read or written; the message says which and why."""


class Unreachable(OrgraphError):
    """A server did not answer, or not as asked; the message says which and why."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
