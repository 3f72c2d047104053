"""orgraph rollup: the totals of every box, by measure and scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from orgraph.cli import _options as options

if TYPE_CHECKING:
    from orgraph.rollup import Kind, Ledger

_FORMATS = ("text", "csv", "json")
_MEASURES = ("fte", "headcount", "person-years", "money")


@click.command("rollup")
@options.sources
@click.option("--of", metavar="NODE", help="Only this box and what is below it: a title, a unit's name, an acronym.")
@click.option(
    "--measure", type=click.Choice(_MEASURES), default=None, help="What is added up; else FTE, or what there is."
)
@click.option("--currency", metavar="CODE", help="Which money; needed where the sources have several currencies.")
@click.option(
    "--along",
    type=click.Choice(["lines", "units"]),
    default="lines",
    show_default=True,
    help="Down reporting lines, or down units that contain one another.",
)
@click.option(
    "--scope",
    "reach",
    type=click.Choice(["subtree", "direct"]),
    default="subtree",
    show_default=True,
    help="Everything below a box, or the figures one line below it.",
)
@click.option("--head/--no-head", default=True, show_default=True, help="Whether the box's own seat counts.")
@click.option(
    "--without",
    multiple=True,
    type=click.Choice(["planned", "vacant", "acting", "on-leave", "fixed-term"]),
    help="Leave out figures of a status; may be repeated.",
)
@click.option("--depth", type=click.IntRange(min=0), metavar="N", help="No further than this many lines below a top.")
@options.formats(_FORMATS)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    of: str | None,
    measure: str | None,
    currency: str | None,
    along: Literal["lines", "units"],
    reach: Literal["subtree", "direct"],
    head: bool,
    without: tuple[str, ...],
    depth: int | None,
    format_: str | None,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
) -> None:
    """Add up FTE, heads, person-years or money below every box, exactly; ranges stay ranges.

    First what the sources hold, what a top reaches and what is lost and why; then a line a box. A figure
    counts once, and a total is never added to its parts: staff that is stated for an area counts where not
    every part has a figure. Along units, a post that no source places counts in the unit of its superior.

    \b
    Examples:
      orgraph rollup out
      orgraph rollup out --of "Director, Outreach" --without planned
      orgraph rollup staff.csv --measure headcount --along units --depth 2
      orgraph rollup out --measure money --currency CAD -o money.csv
    """
    from orgraph.cli._load import leave, load
    from orgraph.cli._write import encoded, write
    from orgraph.export.totals import FORMATS, Totals
    from orgraph.graph import find
    from orgraph.rollup import Ledger, Scope, accounts, totals

    chosen = options.by_ending(output, format_, _FORMATS)
    found = load(sources, repair=not no_repair, columns=columns)
    graph = found.graph
    ledger = Ledger(graph)
    kind = _kind(ledger, measure, currency)
    scope = Scope(kind, along, reach, head, frozenset(status.replace("-", " ") for status in without))
    account = next((a for a in accounts(ledger) if (a.measure, a.currency, a.along) == (*kind, along)), None)
    rows = tuple(totals(ledger, scope, None if of is None else find(graph, of), depth))
    write(output, encoded(FORMATS[chosen](Totals(graph, scope, account, rows))))
    leave(found.unreadable)


def _kind(ledger: Ledger, measure: str | None, currency: str | None) -> Kind:
    """What is added up: what was asked for, else the first of FTE, heads, person-years and money that there is."""
    from orgraph.rollup import Kind

    wanted = measure.replace("-", "_") if measure else "money" if currency else None
    fits = [kind for kind in ledger.books if wanted in (None, kind.measure) and currency in (None, kind.currency)]
    if wanted == "money" and len(fits) > 1:
        codes = ", ".join(kind.currency or "none stated" for kind in fits)
        raise click.UsageError(f"the sources have money in several currencies; give --currency: {codes}")
    return fits[0] if fits else Kind(wanted or "fte", currency)
