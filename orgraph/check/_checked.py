"""What a run of the checks gives: the graph, its findings, its rollup with all accounts, and its quality index."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from orgraph.check._quality import Quality
from orgraph.model import Finding
from orgraph.rollup import Account, Ledger, Rollup, accounts


@dataclass(frozen=True)
class Checked:
    """A checked graph, as formats print it."""

    ledger: Ledger
    findings: tuple[Finding, ...]
    rollup: Rollup
    quality: Quality

    @property
    def graph(self) -> nx.MultiDiGraph:
        """The graph that was checked."""
        return self.ledger.graph

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts of every measure; only the formats that show them wait for them."""
        return accounts(self.ledger)
