"""orgraph check: the findings of every rule."""

from __future__ import annotations

import sys

import click

from orgraph.cli import _options as options

_FORMATS = ("text", "json", "sarif", "junit", "github")


@click.command("check")
@options.sources
@options.formats(_FORMATS)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Only these rules: a name, a code, or the beginning of codes (ORG2).",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="All but these rules.")
@options.fail_on("error")
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: options.FailOn,
    columns: dict[str, str],
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
    from orgraph.check import FORMATS, check, reaches
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.rollup import rollup

    chosen = options.by_ending(output, format_, _FORMATS)
    found = load(sources, repair=not no_repair, columns=columns)
    findings = check(found.graph, select=select, ignore=ignore)
    color = chosen == "text" and output == "-" and sys.stdout.isatty()
    write(output, encoded(FORMATS[chosen](findings, rollup(found.graph), color=color)))
    leave(found.unreadable, int(reaches(findings, fail_on)))
