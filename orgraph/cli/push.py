"""orgraph push: the graph into a graph store elsewhere."""

from __future__ import annotations

import click

from orgraph.cli import _options as options


@click.command("push")
@options.sources
@click.argument("url")
@click.option("--graph", default="", metavar="IRI", help="The graph to fill; without it, the default graph.")
@click.option("--replace", is_flag=True, help="Let go of what stands in that graph; without it, everything stays.")
@options.base
@click.option("--no-evidence", is_flag=True, help="Only the plain W3C ORG triples.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True, max=86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Give up when the server stays silent for longer.",
)
@options.columns
@options.no_repair
def command(
    sources: tuple[str, ...],
    url: str,
    graph: str,
    replace: bool,
    base: str,
    no_evidence: bool,
    timeout: float,
    columns: dict[str, str],
    no_repair: bool,
) -> None:
    """Load the graph into a server at URL by the SPARQL 1.1 Graph Store HTTP Protocol.

    The identifiers of the same graph are always the same, so pushing it again changes nothing. Where the
    server wants to know who asks, ORGRAPH_AUTHORIZATION holds the Authorization header to send.

    \b
    Examples:
      orgraph push out http://localhost:7878/store
      orgraph push descriptions/ http://localhost:3030/ds/data --graph https://acme.example/org --replace
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded
    from orgraph.rdf.formats import FORMATS
    from orgraph.rdf.remote import push
    from orgraph.rdf.write import generate_rdf

    found = load(sources, repair=not no_repair, columns=columns)
    if not found.graph.graph["sources"]:
        leave(found.unreadable)  # nothing was read: what stands there stays
    parts = encoded(generate_rdf(found.graph, "nt", base=base, evidence=not no_evidence))
    push(url, parts, FORMATS["nt"].media_type, graph=graph, replace=replace, seconds=timeout)
    click.echo(f"{len(found.graph)} boxes with all that is said of them are in {url}")
    leave(found.unreadable)
