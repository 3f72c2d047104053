"""orgraph build: every output of the walk, in one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx as nx

    from orgraph.model import Finding
    from orgraph.resolve import Lock
    from orgraph.rollup import Account, Rollup


_HEADS = {"headcount": "HEADS", "person_years": "YEARS", "money": "MONEY"}


@click.command("build")
@options.sources
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(file_okay=False),
    metavar="OUT",
    help="The folder to write; made if it is not there.",
)
@click.option("--title", default=None, help="The chart's title; without it, the unit that holds all described.")
@options.base
@options.columns
@options.no_repair
@options.fail_on("never")
def command(
    sources: tuple[str, ...],
    output: str,
    title: str | None,
    base: str,
    columns: dict[str, str],
    no_repair: bool,
    fail_on: options.FailOn,
) -> None:
    """Build the organization from descriptions: graph, chart, findings, report.

    Writes into OUT, all or nothing: organization.ttl (the graph with its evidence, which every
    command can load again), organization.json, chart.svg, chart.html, findings.json, report.html;
    and prints a summary. A failed proof is a result, and ends with 0 unless --fail-on says otherwise.

    Decisions of people (decisions.toml beside the sources, see `orgraph decide`) are replayed; --lock
    keeps the identifiers from run to run, --cache what each text says.

    \b
    Examples:
      orgraph build descriptions/ -o out
      orgraph build "2024/*.md" head-of-design.txt -o out --title "Design, 2024"
      orgraph build descriptions/ -o out --lock orgraph.lock.json --cache .orgraph
    """
    from orgraph.chart import draw
    from orgraph.check import FORMATS, examine, reaches
    from orgraph.cli._load import BUILT, leave, load
    from orgraph.cli._marks import finding_marks
    from orgraph.cli._write import encoded, json_lines, write, write_folder
    from orgraph.export import export
    from orgraph.measures import organization
    from orgraph.rdf.turtle import generate_turtle

    locks: list[Lock] = []
    found = load(sources, repair=not no_repair, columns=columns, relock=locks.append)
    graph = found.graph
    if not graph.graph["sources"]:
        leave(found.unreadable)  # nothing was read: what stands in OUT stays
    title = title or organization(graph)
    checked = examine(graph)
    findings, total = checked.findings, checked.rollup
    files = {
        BUILT: encoded(generate_turtle(graph, base=base)),
        "organization.json": encoded(export(graph, "json")),
        "chart.svg": [draw(graph, "svg", title=title)],
        "chart.html": [draw(graph, "html", title=title, marks=finding_marks(findings))],
        "findings.json": encoded(FORMATS["json"](checked)),
        "report.html": encoded(FORMATS["html"](checked)),
    }
    write_folder(output, files)
    for lock in locks:
        write(options.walk("lock"), [json_lines(lock)])
    has_tables = any(source.kind == "table" for source in graph.graph["sources"].values())
    click.echo(
        "\n".join(
            [
                *_summary(graph, findings),
                *(_totals(total, checked.accounts) if has_tables else ()),
                f"written to {output}: {', '.join(files)}",
            ]
        )
    )
    leave(found.unreadable, int(reaches(findings, fail_on)))


def _summary(graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> list[str]:
    """What was read, and what the proofs say."""
    from orgraph.check import summary

    nodes = graph.nodes(data=True)
    read = [source for source in graph.graph["sources"].values() if source.kind != "decisions"]
    positions = sum(data["kind"] == "position" for _, data in nodes)
    described = sum(bool(data["described_in"]) for _, data in nodes)
    lines = sum(data["predicate"] == "reports_to" for _, _, data in graph.edges(data=True))
    verdicts = [f for f in findings if f.code == "ORG201" and f.outcome in ("pass", "fail")]
    return [
        f"{len(read)} document{'' if len(read) == 1 else 's'}: {positions} positions ({described} described), "
        f"{len(nodes) - positions} units, {lines} reporting lines",
        *(f"{'holds' if f.outcome == 'pass' else 'FAILS'}  {f.message}" for f in verdicts),
        f"findings: {summary(findings)}",
    ]


def _totals(total: Rollup, accounts: Sequence[Account]) -> Iterator[str]:
    """What the sources hold, how much of it a top position reaches, and why FTE are lost."""
    from orgraph.interval import written
    from orgraph.rollup import CAUSES

    if total.fte_in_sources:
        yield f"FTE    {total.fte_in_sources:,} counted from the parts, {total.fte_reachable:,} under a top position"
    yield from (f"LOST   {lost.fte:,} FTE {CAUSES[lost.cause]}" for lost in total.fte_lost)
    for one in accounts:
        if one.measure != "fte" and one.along == "lines":
            held, reached = written(one.in_sources, ","), written(one.reachable, ",")
            currency = f" {one.currency}" if one.currency else ""
            yield f"{_HEADS[one.measure]:<6} {held}{currency} counted, {reached} under a top position"
