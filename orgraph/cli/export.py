"""orgraph export: the graph in the formats of other tools."""

from __future__ import annotations

import click

from orgraph.cli import _options as options


@click.command("export")
@options.sources
@click.option(
    "--format", "format_", type=click.Choice(["ttl", "json", "graphml", "csv"]), default="ttl", show_default=True
)
@click.option("--base", default=None, help="The IRI that identifiers start with (ttl).")
@click.option("--no-evidence", is_flag=True, help="Only the plain W3C ORG triples (ttl).")
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...], format_: str, base: str | None, no_evidence: bool, no_repair: bool, output: str
) -> None:
    """Write the graph as Turtle (W3C ORG), node-link JSON, GraphML, or a CSV of positions.

    \b
    Examples:
      orgraph export descriptions/ -o organization.ttl
      orgraph export out --format csv > positions.csv
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.export import export
    from orgraph.rdf.turtle import BASE, generate_turtle

    found = load(sources, repair=not no_repair)
    if format_ == "ttl":
        parts = generate_turtle(found.graph, base=base or BASE, evidence=not no_evidence)
    else:
        parts = export(found.graph, format_)
    write(output, encoded(parts))
    leave(found.unreadable)
