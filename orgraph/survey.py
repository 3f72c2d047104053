"""The walk in one call: sources to graph, with what could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import networkx as nx

from orgraph.decision import Decisions
from orgraph.errors import UnreadableSource
from orgraph.graph import build
from orgraph.model import Claim, Document
from orgraph.resolve import Lock, settle
from orgraph.said import claims

Step = Callable[[Document], None]


class Survey(NamedTuple):
    """A graph and the sources that could not be read, each with its reason."""

    graph: nx.MultiDiGraph
    unreadable: tuple[UnreadableSource, ...]


def survey(
    sources: Iterable[str],
    *,
    repair: bool = True,
    columns: Mapping[str, str] | None = None,
    step: Step | None = None,
    decisions: Iterable[Decisions] = (),
    cache: str | None = None,
    lock: Lock | None = None,
    relock: Callable[[Lock], object] | None = None,
) -> Survey:
    """Read, extract or tabulate, resolve, build. `step` is called with each document once it is read.

    The order of the sources does not matter, and one bad source never stops the rest. `decisions` are
    replayed; `cache` is a folder that keeps what each text says, so that one that did not change is not
    extracted again. A `lock` keeps the identifiers of an earlier run; `relock` is called with what it is now.
    """
    extracted: list[tuple[Document, tuple[Claim, ...]]] = []
    unreadable: list[UnreadableSource] = []
    for outcome in claims(sources, repair=repair, columns=columns, cache=cache):
        if isinstance(outcome, UnreadableSource):
            unreadable.append(outcome)
            continue
        extracted.append(outcome)
        if step is not None:
            step(outcome[0])
    settled = settle(extracted, decisions, lock)
    if relock is not None and settled.lock is not None:
        relock(settled.lock)
    return Survey(build(settled.roster, unreadable, _copies(extracted)), tuple(unreadable))


def _copies(extracted: Iterable[tuple[Document, tuple[Claim, ...]]]) -> dict[str, tuple[str, ...]]:
    """The further names of each document that was given under several: its bytes count once, under the first."""
    names: dict[str, set[str]] = defaultdict(set)
    for document, _ in extracted:
        names[document.id].add(document.source)
    return {key: tuple(sorted(names[key])[1:]) for key in sorted(names) if len(names[key]) > 1}
