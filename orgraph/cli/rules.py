"""orgraph rules: the rule book."""

from __future__ import annotations

import json

import click


@click.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="The format.")
def command(format_: str) -> None:
    """List checks, extraction rules and table layouts, each with its first line; `orgraph explain` prints a manual.

    \b
    Examples:
      orgraph rules
      orgraph rules --format json
    """
    from orgraph.rules import discover

    checks = sorted(discover("orgraph.check"), key=lambda rule: str(rule.code))
    readers = list(discover("orgraph.extract"))
    layouts = list(discover("orgraph.tables"))
    if format_ == "json":
        click.echo(json.dumps([rule.record() for rule in (*checks, *readers, *layouts)], indent=2, ensure_ascii=False))
        return
    for heading, found in (("Checks", checks), ("Extraction rules", readers), ("Table layouts", layouts)):
        click.echo(f"{heading}:")
        for rule in found:
            click.echo(f"  {rule.code or '':7}{rule.name:27}{rule.severity or '':8} {rule.summary}".rstrip())
