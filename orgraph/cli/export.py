"""orgraph export: the graph in the formats of other tools, linked data first."""

from __future__ import annotations

import click

from orgraph.cli import _options as options

_FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "json", "graphml", "csv", "wizard", "xlsx")


@click.command("export")
@options.sources
@options.formats(_FORMATS)
@options.base
@click.option("--no-evidence", is_flag=True, help="Only the plain W3C ORG triples (formats of RDF).")
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str | None,
    base: str,
    no_evidence: bool,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Write the graph as RDF (W3C ORG), node-link JSON, GraphML, a CSV of positions, or an Excel workbook.

    Formats of RDF: ttl (Turtle), nt (N-Triples), nq (N-Quads) and trig (TriG) with a graph for each
    document, jsonld (JSON-LD), rdf (RDF/XML). Every command reads each of them back.

    `wizard` is the CSV that the import wizards of Visio, OrgChart, Organimi and Lucid take. The workbook holds
    positions, lines, findings and the rollup; a text of a source never becomes a formula in it.

    \b
    Examples:
      orgraph export descriptions/ -o organization.graphml
      orgraph export out --format nq --base https://acme.example/org/ > organization.nq
      orgraph export out --no-evidence -o organization.rdf
      orgraph export out --format csv > positions.csv
      orgraph export out -o organization.xlsx
      orgraph export staff.csv --format wizard -o for-visio.csv
    """
    from orgraph.check import examine
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.export import export
    from orgraph.export.workbook import workbook
    from orgraph.rdf.formats import FORMATS as RDF
    from orgraph.rdf.write import generate_rdf

    chosen = options.by_ending(output, format_, _FORMATS)
    if no_evidence and chosen not in RDF:
        raise click.UsageError(f"--no-evidence goes with formats of RDF, not with {chosen}")
    found = load(sources, repair=not no_repair, columns=columns)
    if chosen in RDF:
        parts = encoded(generate_rdf(found.graph, chosen, base=base, evidence=not no_evidence))
    elif chosen == "xlsx":
        checked = examine(found.graph)
        parts = [workbook(found.graph, checked.findings, checked.accounts)]
    else:
        parts = encoded(export(found.graph, chosen))
    write(output, parts)
    leave(found.unreadable)
