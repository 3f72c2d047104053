"""What a run of the checks gives: the graph, its findings, its rollup with all accounts, and its quality index."""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx

from orgraph.check._quality import Quality
from orgraph.model import Finding
from orgraph.rollup import Account, Rollup


class Checked(NamedTuple):
    """A checked graph, as formats print it."""

    graph: nx.MultiDiGraph
    findings: tuple[Finding, ...]
    rollup: Rollup
    quality: Quality
    accounts: tuple[Account, ...] = ()
