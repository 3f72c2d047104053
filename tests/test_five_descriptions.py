"""Five descriptions together: every line that there is, no other, and what only all of them say."""

from __future__ import annotations

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from test_resolve import read_all

from orgraph.check import check
from orgraph.graph import build
from orgraph.model import Finding
from orgraph.resolve import resolve

CASE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "cases" / "resolve" / "five_descriptions.toml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return build(resolve(read_all(CASE["documents"])))


@pytest.fixture(scope="module")
def findings(graph: nx.MultiDiGraph) -> tuple[Finding, ...]:
    return check(graph)


def test_the_lines_are_those_of_the_texts_and_no_other(graph: nx.MultiDiGraph) -> None:
    label = graph.nodes(data="label")
    lines = [
        f"{label[low]} -> {label[high]}" + (" ~" if data["modality"] == "inferred" else "")
        for low, high, predicate, data in graph.edges(keys=True, data=True)
        if predicate == "reports_to"
    ]
    assert sorted(lines) == sorted(CASE["lines"])


@pytest.mark.parametrize("wanted", CASE["finding"], ids=lambda wanted: f"{wanted['rule']} {wanted['says'][:30]}")
def test_what_the_documents_say_together(findings: tuple[Finding, ...], wanted: dict[str, str]) -> None:
    said = [found.message for found in findings if (found.rule, found.outcome) == (wanted["rule"], wanted["outcome"])]
    assert any(wanted["says"] in message for message in said), said


def test_letters_that_nobody_spells_out_name_no_box(graph: nx.MultiDiGraph) -> None:
    for letters in ("PHLD", "HRPD"):
        assert not [node for node, data in graph.nodes(data=True) if letters in (*data["names"], *data["acronyms"])]


def test_who_sits_where_is_no_reporting_line(graph: nx.MultiDiGraph) -> None:
    bodies = [node for node, data in graph.nodes(data=True) if data["unit_kind"] in ("committee", "council")]
    assert len(bodies) == 2
    assert {key for body in bodies for _, _, key in graph.in_edges(body, keys=True)} == {"member_of", "chairs"}
    assert not [body for body in bodies if graph.out_degree(body)]


def test_no_order_of_the_five_changes_anything(graph: nx.MultiDiGraph) -> None:
    wanted = sorted(graph.nodes), sorted(graph.edges(keys=True))
    for order in list(permutations(CASE["documents"].items()))[::13]:
        other = build(resolve(read_all(dict(order))))
        assert (sorted(other.nodes), sorted(other.edges(keys=True))) == wanted
