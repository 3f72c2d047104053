"""Print findings: one generator of lines for each format, all called the same way through FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol

from orgraph.check._formats.github import generate_github
from orgraph.check._formats.json import generate_json
from orgraph.check._formats.junit import generate_junit
from orgraph.check._formats.sarif import generate_sarif
from orgraph.check._formats.text import generate_text
from orgraph.model import Finding
from orgraph.rollup import Rollup


class Printer(Protocol):
    """Pieces of a format, line by line with their ends; what a format has no use for it ignores."""

    def __call__(self, findings: Sequence[Finding], rollup: Rollup, *, color: bool = False) -> Iterator[str]:
        """The findings, line by line."""


def _plain(generate: Callable[[Sequence[Finding]], Iterator[str]]) -> Printer:
    def printer(findings: Sequence[Finding], rollup: Rollup, *, color: bool = False) -> Iterator[str]:
        return generate(findings)

    return printer


def _text(findings: Sequence[Finding], rollup: Rollup, *, color: bool = False) -> Iterator[str]:
    return generate_text(findings, color=color)


def _json(findings: Sequence[Finding], rollup: Rollup, *, color: bool = False) -> Iterator[str]:
    return generate_json(findings, rollup)


FORMATS: Final[dict[str, Printer]] = {
    "text": _text,
    "json": _json,
    "sarif": _plain(generate_sarif),
    "junit": _plain(generate_junit),
    "github": _plain(generate_github),
}
