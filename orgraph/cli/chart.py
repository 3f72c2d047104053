"""orgraph chart: the organization drawn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from orgraph.chart import FORMATS, PAGED
from orgraph.chart.paper import LEGIBLE, PAPERS, paper
from orgraph.chart.view import COLORS, FIELDS, SHOWN, View
from orgraph.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from orgraph.chart.book import Book, Report
    from orgraph.chart.marks import Mark

_FORMATS = ("svg", *(name for name in FORMATS if name != "svg"))
_BINARY = ("png", "pdf", "pptx")
_CLASSIFICATION: dict[str, Any] = {
    "up": 2, "depth": 1, "show": ("unit", "classification", "number", "seats", "status"), "signed": True,
}  # fmt: skip


def _fields(_ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Names separated by commas; `+name` adds to the usual ones."""
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    wrong = next((name for name in names if name.lstrip("+") not in FIELDS), None)
    if wrong is not None:
        raise click.BadParameter(f"{wrong!r} is no fact of a box; one of: {', '.join(FIELDS)}")
    usual = SHOWN if not names or any(name.startswith("+") for name in names) else ()
    return tuple(dict.fromkeys((*usual, *(name.lstrip("+") for name in names))))


@click.command("chart")
@options.sources
@options.formats(_FORMATS, "The drawing")
@click.option("--title", default=None, help="The title; without it, the unit that holds all described positions.")
@click.option("--root", metavar="BOX", help="Draw this box and what is below it. BOX: a title, a unit, an id.")
@click.option("--depth", type=click.IntRange(0), help="So many levels below the root or the focus.")
@click.option("--up", type=click.IntRange(0), help="So many superiors above the root or the focus.")
@click.option("--collapse", metavar="BOX", multiple=True, help="Draw nothing below this box; may be repeated.")
@click.option("--focus", metavar="BOX", help="Highlight this box; without --root, draw its superiors, peers, reports.")
@click.option(
    "--show",
    callback=_fields,
    help=f"What boxes say: {', '.join(FIELDS)}; +below adds one to the usual {', '.join(SHOWN)}.",
)
@click.option(
    "--color",
    type=click.Choice([name for name in COLORS if name != "change"]),
    default="none",
    help="Fill boxes by this, with a legend.",
)
@click.option("--diff", "old", metavar="OLD", help="Mark what changed since OLD: sources, or what was built of them.")
@click.option("--preset", type=click.Choice(["classification"]), help="The page that goes with a classification file.")
@click.option(
    "--paper",
    "size",
    type=click.Choice(list(PAPERS)),
    help="Fit the chart to this paper, on as many pages as it needs.",
)
@click.option("--landscape", is_flag=True, help="Turn the paper.")
@click.option(
    "--break", "breaks", metavar="RULE", help="A page for each manager, level, level:N, unit, or N boxes; none."
)
@click.option(
    "--min-text", type=click.FloatRange(1), help=f"Points; smaller print ends with 1 (paper aims at {LEGIBLE:g})."
)
@click.option("--max-pages", type=click.IntRange(1), help="More pages end with 1.")
@click.option(
    "--aspect", type=click.FloatRange(0.2, 8), default=1.6, show_default=True, help="Width to height that the page has."
)
@click.option(
    "--engine",
    type=click.Choice(["orgraph", "graphviz"]),
    default="orgraph",
    show_default=True,
    help="Who places the boxes; graphviz draws svg, png and pdf.",
)
@options.columns
@options.no_repair
@options.output
def command(
    sources: tuple[str, ...],
    format_: str | None,
    columns: dict[str, str],
    no_repair: bool,
    output: str,
    **chosen: Any,
) -> None:
    """Draw the org chart. Every box and line carries its quotes (svg, html).

    On paper, or with --break, a layout report is printed: pages, smallest text, overlaps. It ends
    with 1 where --min-text or --max-pages is broken.

    \b
    Examples:
      orgraph chart out -o chart.svg
      orgraph chart out --root "Director, Platforms" --color unit --show +below -o platforms.png
      orgraph chart out --paper a3 --landscape --break manager -o handbook.pdf
      orgraph chart out --preset classification --focus 700134 -o file.pdf
      orgraph chart out -o chart.pptx               (native boxes, a page a slide; drawio as well)
      orgraph chart out --format text | less        (the outline, also for screen readers)
      orgraph chart out --diff 2023/ --root "Director, Platforms" -o changes.pdf
      orgraph chart out --engine graphviz -o dot.svg
    """
    from orgraph.chart import compose, render
    from orgraph.chart.metrics import covers
    from orgraph.check import check
    from orgraph.cli._load import leave, load
    from orgraph.cli._marks import finding_marks
    from orgraph.cli._write import write
    from orgraph.measures import organization

    kind = _format(options.by_ending(output, format_, _FORMATS), output, chosen)
    found = load(sources, repair=not no_repair, columns=columns)
    before = load((chosen["old"],), repair=not no_repair, columns=columns) if chosen["old"] else None
    graph, view = found.graph, _view(chosen)
    wanted = kind == "html" or "finding" in (*view.show, view.color)
    marks = finding_marks(check(graph)) if wanted else {}
    if before is not None:
        graph, marks = _compared(before.graph, graph, marks)
    sheet = _paper(chosen)
    made = compose(
        graph,
        title=chosen["title"] or organization(found.graph),
        aspect=chosen["aspect"],
        view=view,
        marks=marks,
        paper=sheet,
        breaks="none" if chosen["preset"] else chosen["breaks"],
        least=(chosen["min_text"] or LEGIBLE) if kind in PAGED else 0.0,
    )
    if kind not in PAGED and len(made.pages) > 1:
        raise click.UsageError(f"{kind} holds one page, and this chart has {len(made.pages)}; give -o with .pdf")
    if chosen["engine"] == "graphviz":
        from orgraph.chart.engine import graphviz

        data = graphviz(made.pages[0].layout, made.title, kind)
    else:
        data = render(made, kind)
    if kind == "pdf" and not all(covers(box.facts.title) for page in made.pages for box in page.layout.boxes):
        click.echo("orgraph: some titles have letters that the font of the PDF lacks; svg and html show them", err=True)
    write(output, [data])
    leave(
        (*(before.unreadable if before else ()), *found.unreadable),
        _report(made, chosen) if sheet or chosen["breaks"] else 0,
    )


def _compared(
    old: nx.MultiDiGraph, new: nx.MultiDiGraph, marks: Mapping[str, Sequence[Mark]]
) -> tuple[nx.MultiDiGraph, dict[str, Sequence[Mark]]]:
    """Both states in one graph, and with what is said of its boxes already, what changed there."""
    from orgraph.cli._marks import change_marks
    from orgraph.diff import diff, noted, overlay

    changes = change_marks(noted(diff(old, new), old, new))
    for node, more in marks.items():
        changes[node] = (*changes.get(node, ()), *more)
    return overlay(old, new), changes


def _format(kind: str, output: str, chosen: Mapping[str, Any]) -> str:
    """The format, if what was asked for can be drawn in it."""
    if output == "-" and kind in _BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a {kind.upper()} does not show in a terminal; give -o chart.{kind}")
    if chosen["engine"] == "graphviz" and kind not in ("svg", "png", "pdf"):
        raise click.UsageError(f"--engine graphviz draws svg, png or pdf, not {kind}")
    if chosen["engine"] == "graphviz" and (chosen["size"] or chosen["breaks"] or chosen["preset"]):
        raise click.UsageError("--engine graphviz draws one page of its own size; leave out --paper, --break, --preset")
    if chosen["preset"] and not chosen["focus"]:
        raise click.UsageError('--preset classification needs --focus "the title or number of the post"')
    if chosen["landscape"] and not (chosen["size"] or chosen["preset"]):
        raise click.UsageError("--landscape turns a paper; give --paper, such as a3")
    return kind


def _view(chosen: Mapping[str, Any]) -> View:
    """The view that the options describe; a preset gives what they leave open."""
    names = ("root", "depth", "up", "collapse", "focus", "show", "color")
    view = View(**{name: chosen[name] for name in names})
    if chosen["old"] and view.color == "none":
        view = view._replace(color="change")
    if chosen["preset"]:
        asked = {name: chosen[name] for name in ("depth", "up") if chosen[name] is not None}
        asked |= {"show": chosen["show"]} if chosen["show"] != SHOWN else {}
        view = view._replace(**{**_CLASSIFICATION, **asked})
    return view


def _paper(chosen: Mapping[str, Any]) -> Any:
    size = chosen["size"] or ("letter" if chosen["preset"] else None)
    turned = chosen["landscape"] or (chosen["preset"] and not chosen["size"])
    return paper(size, landscape=turned) if size else None


def _report(made: Book, chosen: Mapping[str, Any]) -> int:
    """Print what is proved of the pages; 1 where a limit is broken."""
    from orgraph.chart.book import prove

    report = prove(made)
    click.echo(f"layout: {report}", err=True)
    broken = list(_broken(report, chosen))
    for line in broken:
        click.echo(f"layout: {line}", err=True)
    return int(bool(broken))


def _broken(report: Report, chosen: Mapping[str, Any]) -> Sequence[str]:
    least, most = chosen["min_text"], chosen["max_pages"]
    lines = []
    if least and report.smallest < least:
        lines.append(
            f"the smallest text is {report.smallest:.1f} pt, the limit is {least:g}; use larger paper or --break"
        )
    if most and report.pages > most:
        lines.append(f"{report.pages} pages, the limit is {most}; use larger paper, --root or --depth")
    if report.overlaps or report.crossings:
        lines.append("boxes overlap or are crossed by lines")
    return lines
