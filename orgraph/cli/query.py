"""orgraph query: SPARQL over the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from orgraph.cli._rdf import Rdf
    from orgraph.rdf.store import Result

_FORMATS = ("table", "csv", "tsv", "json", "ttl")


def _names(_ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """--list: the named queries, and no more."""
    if not wanted:
        return
    from orgraph.rdf.named import generate_queries

    for query in generate_queries():
        given = " ".join(f'--param {name}="{value}"' for name, value in query.parameters.items())
        click.echo(f"{query.name:20} {query.caption}" + (f"\n{'':20} {given}" if given else ""))
    raise click.exceptions.Exit(0)


@click.command("query")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_names, help="List the named queries."
)
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("-q", "--query", "text", default=None, metavar="SPARQL", help="The query itself.")
@click.option("-f", "--file", type=click.File("rb"), default=None, help="A file that holds the query.")
@click.option("-n", "--named", default=None, metavar="NAME", help="A named query; --list shows them.")
@click.option("-p", "--param", multiple=True, metavar="NAME=VALUE", help="A parameter of the named query.")
@options.formats(_FORMATS, "The format; ttl is for CONSTRUCT and DESCRIBE")
@click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="Keep the graph in this folder: with SOURCEs it is filled anew, without them asked as it is.",
)
@click.option("--endpoint", default=None, metavar="URL", help="Ask this SPARQL 1.1 server instead of SOURCEs.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True, max=86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="End a query that takes longer.",
)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    text: str | None,
    file: BinaryIO | None,
    named: str | None,
    param: tuple[str, ...],
    format_: str | None,
    store: Path | None,
    endpoint: str | None,
    timeout: float,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Ask the graph in SPARQL 1.1 (SELECT, ASK, CONSTRUCT). Nothing is changed and nothing fetched.

    The usual prefixes (org, skos, ogr, schema ...) are known. Of N-Quads and TriG all graphs are asked as one.

    \b
    Examples:
      orgraph query --list
      orgraph query out --named reports-of --param position="Chief Executive Officer"
      orgraph query out -q "SELECT ?p WHERE { ?p a org:Post }" --format csv
      orgraph query out --store organization.db --named span-of-control
      orgraph query --store organization.db -q "CONSTRUCT WHERE { ?a org:reportsTo ?b }" -o lines.ttl
      orgraph query --endpoint http://localhost:7878/query --named vacancies
    """
    from orgraph.cli._load import leave
    from orgraph.cli._rdf import as_rdf
    from orgraph.cli._write import encoded, write
    from orgraph.rdf.service import refuse_service
    from orgraph.rdf.table import FORMATS

    chosen = options.by_ending(output, format_, _FORMATS)
    sparql = _sparql(text, file, named, param)
    if endpoint and (sources or store):
        raise click.UsageError("--endpoint asks a server; give neither SOURCEs nor --store with it")
    if endpoint:
        from orgraph.rdf.remote import ask

        write(output, encoded(FORMATS[chosen](ask(endpoint, sparql, seconds=timeout))))
        return
    if not sources and not store:
        raise click.UsageError("Missing argument 'SOURCE...': what is asked; or give --store or --endpoint")
    refuse_service(sparql)  # before anything is read
    asked = as_rdf(sources, repair=not no_repair, columns=columns) if sources else None
    write(output, encoded(FORMATS[chosen](_embedded(asked, store, sparql, timeout))))
    leave(() if asked is None or asked.complete else (asked.name,))


def _embedded(asked: Rdf | None, store: Path | None, sparql: str, seconds: float) -> Result:
    """The answer of the store that comes with orgraph: in memory, or in a folder, filled if anything is given."""
    from orgraph.cli._load import leave, tell
    from orgraph.errors import UnreadableSource
    from orgraph.rdf.disk import fill
    from orgraph.rdf.store import query

    try:
        if store is not None:
            if asked is not None:
                fill(store, asked.parts(), asked.name, asked.format)
            return query(store, sparql, seconds=seconds, name=str(store))
        assert asked is not None
        data = asked.path or b"".join(asked.parts())
        return query(data, sparql, format=asked.format, seconds=seconds, name=asked.name)
    except UnreadableSource as problem:
        tell(problem)
        leave([problem])


def _sparql(text: str | None, file: BinaryIO | None, named: str | None, param: tuple[str, ...]) -> str:
    from orgraph.rdf.named import bind, named_query

    if sum(choice is not None for choice in (text, file, named)) != 1:
        raise click.UsageError("give one query: --query, --file or --named")
    if param and named is None:
        raise click.UsageError("--param goes with --named")
    if named is not None:
        return bind(named_query(named), _parameters(param))
    return text if text is not None else _content(file)


def _content(file: BinaryIO | None) -> str:
    try:
        return file.read().decode("utf-8") if file else ""
    except UnicodeDecodeError as problem:
        raise click.UsageError(f"the file of the query is not UTF-8: byte {problem.start}") from problem


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    for pair in given:
        if "=" not in pair:
            raise click.UsageError(f"--param takes NAME=VALUE, not {pair!r}")
    return dict(pair.split("=", 1) for pair in given)
