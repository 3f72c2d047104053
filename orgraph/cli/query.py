"""orgraph query: SPARQL over the graph."""

from __future__ import annotations

from typing import BinaryIO

import click

from orgraph.cli import _options as options


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
@options.sources
@click.option("-q", "--query", "text", default=None, metavar="SPARQL", help="The query itself.")
@click.option("-f", "--file", type=click.File("rb"), default=None, help="A file that holds the query.")
@click.option("-n", "--named", default=None, metavar="NAME", help="A named query; --list shows them.")
@click.option("-p", "--param", multiple=True, metavar="NAME=VALUE", help="A parameter of the named query.")
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    text: str | None,
    file: BinaryIO | None,
    named: str | None,
    param: tuple[str, ...],
    format_: str,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Ask the graph in SPARQL 1.1 (SELECT, ASK, CONSTRUCT). Nothing is changed and nothing fetched.

    \b
    Examples:
      orgraph query --list
      orgraph query out --named reports-of --param position="Chief Executive Officer"
      orgraph query out -q "SELECT ?p WHERE { ?p a org:Post }" --format csv
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.rdf.named import bind, named_query
    from orgraph.rdf.store import query
    from orgraph.rdf.table import FORMATS
    from orgraph.rdf.turtle import generate_turtle

    if sum(choice is not None for choice in (text, file, named)) != 1:
        raise click.UsageError("give one query: --query, --file or --named")
    if param and named is None:
        raise click.UsageError("--param goes with --named")
    if named is not None:
        sparql = bind(named_query(named), _parameters(param))
    else:
        sparql = text if text is not None else _content(file)
    found = load(sources, repair=not no_repair, columns=columns)
    turtle = "".join(generate_turtle(found.graph)).encode("utf-8", "replace")
    result = query(turtle, sparql)
    write(output, encoded(FORMATS[format_](result)))
    leave(found.unreadable)


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
