"""The few named situations in which orgraph stops or skips a source."""

from __future__ import annotations


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
        super().__init__(f"unknown {kind} {name!r}; one of: {', '.join(legal)}")
        self.name = name
        self.legal = legal


class AmbiguousNode(OrgraphError, LookupError):
    """A title fits several boxes; the message lists them."""


class BadQuery(OrgraphError, ValueError):
    """A SPARQL query was refused or could not be parsed."""


class BadDecisions(OrgraphError, ValueError):
    """A file of decisions does not follow its form; the message names the file, the line and what is legal."""


class BadCache(OrgraphError):
    """The folder of a cache cannot be read or written; the message says which and why."""
