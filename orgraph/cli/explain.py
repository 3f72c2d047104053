"""orgraph explain: the manual of a rule."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Print the manual of a rule, given by its name or its code: what it finds, why, and what to do.

    \b
    Examples:
      orgraph explain fte-rollup
      orgraph explain ORG101
    """
    from orgraph.errors import UnknownName
    from orgraph.rules import discover

    known = [
        *sorted(discover("orgraph.check"), key=lambda rule: str(rule.code)),
        *discover("orgraph.extract"),
        *discover("orgraph.tables"),
    ]
    rule = next((rule for rule in known if name.lower() in (rule.name, (rule.code or "").lower())), None)
    if rule is None:
        raise UnknownName("rule", name, [rule.name for rule in known])
    click.echo(f"{rule.name}{f' ({rule.code}, {rule.severity})' if rule.code else ''}\n\n{rule.manual}")
    if rule.settings:
        click.echo("\nLimits:")
        for limit, setting in rule.settings.items():
            click.echo(f"    --set {rule.name}.{limit}={setting.usual}   (the usual value)")
    if rule.because:
        click.echo(f"\nMay follow from:\n    {', '.join(rule.because)}")
