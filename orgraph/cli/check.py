"""orgraph check: the findings of every rule."""

from __future__ import annotations

import sys

import click

from orgraph.cli import _options as options

_FORMATS = ("text", "json", "sarif", "junit", "github", "html")


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
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="RULE.LIMIT=VALUE",
    help="A limit of a rule; `orgraph explain RULE` names them.",
)
@click.option(
    "--config",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Settings; without it, orgraph.toml or pyproject.toml here or above.",
)
@click.option("--shacl", is_flag=True, help="Have pyshacl check by ontology/shapes.ttl instead: a second opinion.")
@options.fail_on(None)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    settings: tuple[str, ...],
    config: str | None,
    shacl: bool,
    fail_on: options.FailOn | None,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Prove headcounts and budgets, check lines and identities; each finding quotes what it rests on.

    What follows from another finding stands below it: one duplicate reference, and the loop that it closes.
    Settings come from [check] in orgraph.toml, or [tool.orgraph.check] in pyproject.toml, of the working
    folder or the nearest above; an option given here goes before them.

    \b
    Examples:
      orgraph check descriptions/
      orgraph check out --select fte-rollup --select ORG1
      orgraph check out --shacl
      orgraph check descriptions/ --format sarif -o findings.sarif --fail-on warning
      orgraph check staff.csv --set wide-span.limit=10 --ignore ORG3 -o report.html
    """
    from orgraph.check import FORMATS, examine, reaches
    from orgraph.cli._config import configured, limits
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write

    chosen = options.by_ending(output, format_, _FORMATS)
    if shacl and (select or ignore or settings):
        raise click.UsageError("--shacl runs every shape; --select, --ignore and --set are of orgraph's own checks")
    usual = configured(config)
    set_ = limits(usual.set, settings)
    found = load(sources, repair=not no_repair, columns=columns)
    checked = examine(found.graph, select=select or usual.select, ignore=ignore or usual.ignore, settings=set_)
    if shacl:
        from dataclasses import replace

        from orgraph.rdf.shacl import validate

        checked = replace(checked, findings=validate(found.graph))
    color = chosen == "text" and output == "-" and sys.stdout.isatty()
    write(output, encoded(FORMATS[chosen](checked, color=color)))
    leave(found.unreadable, int(reaches(checked.findings, fail_on or usual.fail_on)))
