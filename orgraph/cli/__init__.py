"""The command line: one command a verb, each a twin of a library function.

Commands are imported when they are called, so that `orgraph --help` answers at once.
"""

from __future__ import annotations

import gc
import importlib
from typing import Final

import click

from orgraph.errors import OrgraphError
from orgraph.text import visible

# Verb and first line of its help, in the order of the walk.
_VERBS: Final = {
    "build": "Build the organization: graph, chart, findings, report.",
    "extract": "Print what each document says: records, or marked texts.",
    "check": "Prove headcounts, check lines and identities.",
    "rollup": "Add up FTE, heads or money below every box, by scope.",
    "chart": "Draw the org chart: svg, pdf, pptx, html, text and more.",
    "query": "Ask the graph in SPARQL, or by a named question.",
    "export": "Write the graph as RDF, JSON, GraphML, CSV or Excel.",
    "push": "Load the graph into a graph store elsewhere.",
    "why": "Show the quotes behind a box, a line or a number.",
    "map": "Show which column of a table holds what.",
    "diff": "Show what changed between two states, with both sentences.",
    "review": "List what most deserves a person's look, worst first.",
    "decide": "Record a decision: who is who, which value holds, and why.",
    "rules": "List the rules: checks, and what reads texts and tables.",
    "explain": "Print the manual of a rule.",
}


class _Verbs(click.Group):
    """A group that imports a command only when it is needed, and tells what went wrong in one line."""

    def invoke(self, ctx: click.Context) -> object:
        # A run makes millions of records that hold no circle; walking them for circles takes a third of its time.
        collects = gc.isenabled()
        gc.disable()
        try:
            return super().invoke(ctx)
        except OrgraphError as problem:
            raise click.UsageError(visible(str(problem)), ctx) from problem
        finally:
            if collects:
                gc.enable()

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        command = importlib.import_module(f"orgraph.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orgraph")
def main() -> None:
    """Job descriptions in; an organization chart, linked data and a proved headcount out.

    SOURCE is a description (.md, .txt, .docx, .pdf, .html), a table (.csv, .tsv, .xlsx,
    .ods, .json, .ldif), a folder, a pattern, or - for standard input; or what `orgraph
    build` wrote: its folder, or an organization.ttl; or W3C ORG data of others (.ttl,
    .nt, .nq, .trig, .jsonld, .rdf).

    \b
    Examples:
      orgraph build descriptions/ -o out
      orgraph check descriptions/ --fail-on warning
      orgraph why out "Director, Outreach"
      orgraph query out --named reports-of --param position="Chief Executive Officer"

    Exit codes: 0 clean; 1 findings at or above --fail-on; 2 usage; 3 a source could not
    be read (the rest was built) or an output not be written.
    """
