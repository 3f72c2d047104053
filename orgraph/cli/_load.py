"""Load what a command works on: sources through the walk, or a graph that was built before."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from orgraph.cli._options import UNREADABLE
from orgraph.errors import UnreadableSource
from orgraph.text import visible

if TYPE_CHECKING:
    from orgraph.survey import Survey

BUILT = "organization.ttl"


def load(sources: tuple[str, ...], *, repair: bool = True, columns: Mapping[str, str] | None = None) -> Survey:
    """The graph of the sources. A built folder or a .ttl file is read as it is."""
    built = built_graph(sources, repair=repair)
    found = _reload(built) if built else _walk(sources, repair=repair, columns=columns)
    for problem in found.unreadable:
        tell(problem)
    return found


def built_graph(sources: tuple[str, ...], *, repair: bool = True) -> Path | None:
    """The Turtle file of the graph that was built before, if the sources are one; None for descriptions."""
    built = next((path for source in sources if (path := _built(source)) is not None), None)
    if built and len(sources) > 1:
        raise click.UsageError(f"{built} is a built graph; give it alone, or give the descriptions themselves")
    if built and not repair:
        raise click.UsageError(f"{built} is a built graph; --no-repair works where descriptions are read")
    return built


def tell(problem: UnreadableSource) -> None:
    """One line on standard error, whatever the name of the source holds."""
    click.echo(f"orgraph: {visible(str(problem))}", err=True)


def leave(unreadable: Iterable[UnreadableSource], code: int = 0) -> NoReturn:
    """End the command with its code; 3 where a source could not be read."""
    sys.exit(UNREADABLE if tuple(unreadable) else code)


def _built(source: str) -> Path | None:
    path = Path(source)
    if path.suffix.lower() == ".ttl":
        return path
    try:
        inside = path / BUILT
        return inside if source != "-" and inside.is_file() else None
    except (OSError, ValueError):  # a name that no file can have: reading it says why
        return None


def _reload(path: Path) -> Survey:
    from orgraph.graph import build
    from orgraph.model import Roster
    from orgraph.rdf.reader import read_turtle
    from orgraph.survey import Survey

    try:
        return Survey(build(read_turtle(path)), ())
    except UnreadableSource as problem:
        return Survey(build(Roster(sources=(), entities=(), claims=()), [problem]), (problem,))


def _walk(sources: tuple[str, ...], *, repair: bool, columns: Mapping[str, str] | None) -> Survey:
    from orgraph.survey import survey

    if not sys.stderr.isatty():
        return survey(sources, repair=repair, columns=columns)
    count = 0

    def step(_: object) -> None:
        nonlocal count
        count += 1
        click.echo(f"\r{count} documents read", nl=False, err=True)

    try:
        return survey(sources, repair=repair, columns=columns, step=step)
    finally:
        click.echo("\r" + " " * 32 + "\r", nl=False, err=True)
