"""Print what was checked: one generator of lines for each format, all called the same way through FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol

from orgraph.check._checked import Checked
from orgraph.check._formats.github import generate_github
from orgraph.check._formats.json import generate_json
from orgraph.check._formats.junit import generate_junit
from orgraph.check._formats.sarif import generate_sarif
from orgraph.check._formats.text import generate_text
from orgraph.check._report import generate_report
from orgraph.model import Finding


class Printer(Protocol):
    """Pieces of a format, line by line with their ends; what a format has no use for it ignores."""

    def __call__(self, checked: Checked, *, color: bool = False) -> Iterator[str]:
        """What was checked, line by line."""


def _findings(generate: Callable[[Sequence[Finding]], Iterator[str]]) -> Printer:
    return lambda checked, color=False: generate(checked.findings)


FORMATS: Final[dict[str, Printer]] = {
    "text": lambda checked, color=False: generate_text(checked.findings, checked.quality, color=color),
    "json": lambda checked, color=False: generate_json(checked),
    "sarif": _findings(generate_sarif),
    "junit": _findings(generate_junit),
    "github": _findings(generate_github),
    "html": lambda checked, color=False: generate_report(checked),
}
