"""orgraph rules: the rule book."""

from __future__ import annotations

import click


@click.command("rules")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the extraction rules and the checks; with a NAME or a code, print its manual.

    \b
    Examples:
      orgraph rules
      orgraph rules fte-rollup
      orgraph rules ORG101
    """
    from orgraph.errors import UnknownName
    from orgraph.rules import discover

    checks = sorted(discover("orgraph.check"), key=lambda rule: str(rule.code))
    readers = list(discover("orgraph.extract"))
    if name is None:
        for heading, found in (("Checks", checks), ("Extraction rules", readers)):
            click.echo(f"{heading}:")
            for rule in found:
                click.echo(f"  {rule.code or '':7}{rule.name:27}{rule.severity or '':8} {rule.summary}".rstrip())
        return
    for rule in (*checks, *readers):
        if name.lower() in (rule.name, (rule.code or "").lower()):
            click.echo(f"{rule.name}{f' ({rule.code}, {rule.severity})' if rule.code else ''}\n\n{rule.manual}")
            return
    raise UnknownName("rule", name, [rule.name for rule in (*checks, *readers)])
