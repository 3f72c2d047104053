"""The walk in one call: sources to graph, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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


def claims_of(
    document: Document, *, repair: bool = True, columns: Mapping[str, str] | None = None
) -> tuple[Claim, ...]:
    """What one document says: a text is extracted, a table tabulated with the headings chosen for `columns`."""
    return tabulate(document, columns) if document.kind == "table" else extract(document, repair=repair)


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
    extracted: list[tuple[Document, tuple[Claim, ...]]] = []
    unreadable: list[UnreadableSource] = []
    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            unreadable.append(outcome)
            continue
        try:
            extracted.append((outcome, claims_of(outcome, repair=repair, columns=columns)))
        except UnreadableSource as problem:
            unreadable.append(problem)
            continue
        if step is not None:
            step(outcome)
    return Survey(build(resolve(extracted), unreadable), tuple(unreadable))
