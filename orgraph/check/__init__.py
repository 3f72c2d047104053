"""Check a graph: every rule of this folder run over it, the findings in the order of the sources.

A rule is a file: a generator named like it, marked with its code and severity, whose docstring is its
manual and whose keyword arguments are its settings. Files that begin with an underscore are what rules
share, and how findings are printed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx

from orgraph import rules
from orgraph.check._causes import grouped
from orgraph.check._checked import Checked
from orgraph.check._facts import Facts
from orgraph.check._formats import FORMATS, Printer
from orgraph.check._formats.text import summary
from orgraph.check._quality import quality
from orgraph.check._selection import chosen
from orgraph.check._severity import reaches, worst
from orgraph.model import Finding

__all__ = ["FORMATS", "Checked", "Printer", "check", "examine", "reaches", "summary", "worst"]

Settings = Mapping[str, Mapping[str, Any]]


def examine(
    graph: nx.MultiDiGraph,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    settings: Settings | None = None,
) -> Checked:
    """The graph with what the rules say of it, its rollup and its quality index: what a format prints.

    `select` and `ignore` take names (`fte-rollup`), codes (`ORG201`) and beginnings of codes (`ORG2`);
    an empty `select` means every rule. A name that fits no rule raises UnknownName. `settings` holds the
    limits that are not the usual ones: `{"wide-span": {"limit": 10}}`.
    """
    facts = Facts(graph)
    findings = _findings(facts, chosen(tuple(rules.discover("orgraph.check")), select, ignore), settings or {})
    return Checked(facts.ledger, findings, facts.rollup, quality(facts, findings))


def check(
    graph: nx.MultiDiGraph,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """What the rules say of the graph, as `examine` does: sorted by source, place in it, and code.

    A consequence stands right behind its cause.
    """
    return _findings(Facts(graph), chosen(tuple(rules.discover("orgraph.check")), select, ignore), settings or {})


def _findings(facts: Facts, picked: Collection[rules.Rule], settings: Settings) -> tuple[Finding, ...]:
    found = [finding for rule in picked for finding in rule.function(facts, **settings.get(rule.name, {}))]
    return grouped(sorted(found, key=_place), {rule.name: rule.because for rule in picked})


def _place(finding: Finding) -> tuple[str, int, int, int, str, str, str, str]:
    first = finding.evidence[0] if finding.evidence else None
    source = first.source if first else str(finding.values.get("source", ""))
    place = (first.start, first.line, first.column) if first else (-1, 0, 0)
    return source, *place, finding.code, finding.focus, finding.outcome, finding.message
