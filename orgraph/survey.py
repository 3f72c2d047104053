"""The walk in one call: sources to graph, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import networkx as nx

from orgraph.errors import UnreadableSource
from orgraph.extract import extract
from orgraph.graph import build
from orgraph.model import Claim, Document
from orgraph.read import read_all
from orgraph.resolve import resolve

Step = Callable[[Document], None]


class Survey(NamedTuple):
    """A graph and the sources that could not be read, each with its reason."""

    graph: nx.MultiDiGraph
    unreadable: tuple[UnreadableSource, ...]


def survey(sources: Iterable[str], *, repair: bool = True, step: Step | None = None) -> Survey:
    """Read, extract, resolve, build. `step` is called with each document once it is read.

    The order of the sources does not matter, and one bad source never stops the rest.
    """
    extracted: list[tuple[Document, tuple[Claim, ...]]] = []
    unreadable: list[UnreadableSource] = []
    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            unreadable.append(outcome)
            continue
        extracted.append((outcome, extract(outcome, repair=repair)))
        if step is not None:
            step(outcome)
    return Survey(build(resolve(extracted), unreadable), tuple(unreadable))
