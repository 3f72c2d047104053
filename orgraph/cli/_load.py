"""Load what a command works on: sources through the walk, or a graph that was built before."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from orgraph.cli import _options as options
from orgraph.cli._options import UNREADABLE
from orgraph.errors import UnreadableSource
from orgraph.text import visible

if TYPE_CHECKING:
    from orgraph.decision import Decisions
    from orgraph.resolve import Lock
    from orgraph.survey import Survey

    Relock = Callable[[Lock], object]

BUILT = "organization.ttl"


def load(
    sources: tuple[str, ...],
    *,
    repair: bool = True,
    columns: Mapping[str, str] | None = None,
    relock: Relock | None = None,
) -> Survey:
    """The graph of the sources, with the decisions beside them. A built folder or RDF is read as it is."""
    built = built_graph(sources, repair=repair)
    if built and options.walk("decisions"):
        raise click.UsageError(f"{built} is a built graph; decisions are replayed where descriptions are read")
    found = _reload(built) if built else _walk(sources, repair, columns, relock)
    for problem in found.unreadable:
        tell(problem)
    return found


def built_graph(sources: tuple[str, ...], *, repair: bool = True) -> Path | None:
    """The file of the graph that was built before, if the sources are one; None for descriptions."""
    built = next((path for source in sources if (path := _built(source)) is not None), None)
    if built and len(sources) > 1:
        raise click.UsageError(f"{built} is a built graph; give it alone, or give the descriptions themselves")
    if built and not repair:
        raise click.UsageError(f"{built} is a built graph; --no-repair works where descriptions are read")
    return built


def decisions(sources: tuple[str, ...]) -> list[Decisions]:
    """The decisions that were asked for, else those that stand beside the sources."""
    from orgraph.read.decisions import read_decisions

    given = options.walk("decisions") or ()
    found = dict.fromkeys(beside(source) for source in sources if _has_decisions(source))
    return [read_decisions(path) for path in given or map(str, found)]


def beside(source: str) -> Path:
    """Where the decisions on a source are looked for: in its folder, or beside the file."""
    from orgraph.read.decisions import NAME

    path = Path(source)
    return (path if source != "-" and path.is_dir() else path.parent) / NAME


def _has_decisions(source: str) -> bool:
    try:
        return beside(source).is_file()
    except (OSError, ValueError):  # a name that no file can have: reading the source says why
        return False


def tell(problem: UnreadableSource) -> None:
    """One line on standard error, whatever the name of the source holds."""
    click.echo(f"orgraph: {visible(str(problem))}", err=True)


def leave(unreadable: Iterable[object], code: int = 0) -> NoReturn:
    """End the command with its code; 3 where a source could not be read."""
    sys.exit(UNREADABLE if tuple(unreadable) else code)


def _built(source: str) -> Path | None:
    from orgraph.rdf.formats import of_name

    path = Path(source)
    if of_name(path):
        return path
    try:
        inside = path / BUILT
        return inside if source != "-" and inside.is_file() else None
    except (OSError, ValueError):  # a name that no file can have: reading it says why
        return None


def _reload(path: Path) -> Survey:
    from orgraph.graph import build
    from orgraph.model import Roster
    from orgraph.rdf.reader import read_rdf
    from orgraph.survey import Survey

    try:
        return Survey(build(read_rdf(path)), ())
    except UnreadableSource as problem:
        return Survey(build(Roster(sources=(), entities=(), claims=()), [problem]), (problem,))


def _lock(path: str | None) -> Lock | None:
    """The lock of a file; an empty one where the file is not there yet."""
    from msgspec import DecodeError, ValidationError, json

    from orgraph.resolve import Lock

    if path is None:
        return None
    try:
        return json.decode(Path(path).read_bytes(), type=Lock)
    except FileNotFoundError:
        return Lock()
    except (OSError, DecodeError, ValidationError) as problem:
        raise click.UsageError(f"{path}: no lock of identifiers: {problem}") from problem


def _walk(sources: tuple[str, ...], repair: bool, columns: Mapping[str, str] | None, relock: Relock | None) -> Survey:
    from orgraph.survey import survey

    walk = partial(
        survey,
        sources,
        repair=repair,
        columns=columns,
        decisions=decisions(sources),
        cache=options.walk("cache"),
        lock=_lock(options.walk("lock")),
        relock=relock,
    )
    if not sys.stderr.isatty():
        return walk()
    count = 0

    def step(_: object) -> None:
        nonlocal count
        count += 1
        click.echo(f"\r{count} documents read", nl=False, err=True)

    try:
        return walk(step=step)
    finally:
        click.echo("\r" + " " * 32 + "\r", nl=False, err=True)
