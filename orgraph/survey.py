"""The walk in one call: sources to graph, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import networkx as nx

from orgraph.errors import UnreadableSource
from orgraph.extract import extract
from orgraph.graph import build
from orgraph.model import Claim, Document
from orgraph.read import read_all
from orgraph.resolve import resolve
from orgraph.tables import tabulate

Step = Callable[[Document], None]


class Survey(NamedTuple):
    """A graph and the sources that could not be read, each with its reason."""

    graph: nx.MultiDiGraph
    unreadable: tuple[UnreadableSource, ...]


def claims(
    sources: Iterable[str], *, repair: bool = True, columns: Mapping[str, str] | None = None
) -> Iterator[tuple[Document, tuple[Claim, ...]] | UnreadableSource]:
    """Each document with what it says, in the order given; what cannot be read is yielded as its error.

    A text is extracted, a table tabulated; `columns` gives fields of tables the headings chosen for them.
    """
    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            yield outcome
            continue
        try:
            table = outcome.kind == "table"
            yield outcome, tabulate(outcome, columns) if table else extract(outcome, repair=repair)
        except UnreadableSource as problem:
            yield problem


def survey(
    sources: Iterable[str],
    *,
    repair: bool = True,
    columns: Mapping[str, str] | None = None,
    step: Step | None = None,
) -> Survey:
    """Read, extract or tabulate, resolve, build. `step` is called with each document once it is read.

    The order of the sources does not matter, and one bad source never stops the rest.
    """
    said: list[tuple[Document, tuple[Claim, ...]]] = []
    unreadable: list[UnreadableSource] = []
    for outcome in claims(sources, repair=repair, columns=columns):
        if isinstance(outcome, UnreadableSource):
            unreadable.append(outcome)
            continue
        said.append(outcome)
        if step is not None:
            step(outcome[0])
    return Survey(build(resolve(said), unreadable), tuple(unreadable))
