"""orgraph check: the findings of every rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgraph.model import Finding

_SEVERITIES = ("info", "warning", "error")


@click.command("check")
@options.sources
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "sarif", "junit", "github"]),
    default="text",
    show_default=True,
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Only these rules: a name, a code, or the beginning of codes (ORG2).",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="All but these rules.")
@click.option(
    "--fail-on",
    type=click.Choice([*reversed(_SEVERITIES), "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 at findings of this severity.",
)
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    no_repair: bool,
    output: str,
) -> None:
    """Prove headcounts and budgets, check lines and identities; each finding quotes what it rests on.

    \b
    Examples:
      orgraph check descriptions/
      orgraph check out --select fte-rollup --select ORG1
      orgraph check descriptions/ --format sarif -o findings.sarif --fail-on warning
    """
    from orgraph.check import FORMATS, check
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.errors import UnknownName
    from orgraph.measures import rollup

    found = load(sources, repair=not no_repair)
    try:
        findings = check(found.graph, select=select, ignore=ignore)
    except UnknownName as problem:
        raise click.UsageError(str(problem)) from problem
    color = format_ == "text" and output == "-" and sys.stdout.isatty()
    write(output, encoded(FORMATS[format_](findings, rollup(found.graph), color=color)))
    leave(found.unreadable, int(reaches(findings, fail_on)))


def reaches(findings: Sequence[Finding], severity: str) -> bool:
    """Whether any failing finding is at or above a severity; none is for "never"."""
    if severity == "never":
        return False
    lowest = _SEVERITIES.index(severity)
    return any(f.outcome == "fail" and _SEVERITIES.index(f.severity) >= lowest for f in findings)
