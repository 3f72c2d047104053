"""Five descriptions together: every line that there is, no other, and what only all of them say."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_resolve import read_all

from orgraph.check import check
from orgraph.errors import UnspelledName
from orgraph.graph import build, find
from orgraph.model import Finding
from orgraph.rdf.turtle import generate_turtle
from orgraph.resolve import resolve
from orgraph.survey import survey

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
    """They are kept as a claim, told by a check, and who asks for them learns where they stand."""
    for letters in ("PHLD", "HRPD"):
        with pytest.raises(
            UnspelledName, match=rf"'{letters}': a text uses it and never spells it out, in \w+\.\w+:\d+"
        ):
            find(graph, letters)
        assert not [node for node, data in graph.nodes(data=True) if letters in (*data["names"], *data["acronyms"])]


def test_who_sits_where_is_no_reporting_line(graph: nx.MultiDiGraph) -> None:
    bodies = [node for node, data in graph.nodes(data=True) if data["unit_kind"] in ("committee", "council")]
    assert len(bodies) == 2
    assert {key for body in bodies for _, _, key in graph.in_edges(body, keys=True)} == {"member_of", "chairs"}
    assert not [body for body in bodies if graph.out_degree(body)]


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_any_order_and_any_split_into_runs_gives_the_same_bytes(data: st.DataObject) -> None:
    """A run over some of the five, then one over all: what the first has read is taken from what it kept."""
    order = data.draw(st.permutations(list(CASE["documents"])))
    first = data.draw(st.integers(1, len(order)))
    assert written([order[:first], order[first:]]) == written([list(CASE["documents"])])


def written(runs: Sequence[Sequence[str]]) -> str:
    """The Turtle of the last run; each has the documents of those before and some more, in an order of its own."""
    with TemporaryDirectory() as folder:
        sources: list[str] = []
        for names in filter(None, runs):
            for name in names:
                path = Path(folder) / name
                path.write_text(CASE["documents"][name], "utf-8")
                sources.insert(0, str(path))
            turtle = "".join(generate_turtle(survey(sources, cache=f"{folder}/kept").graph))
        return turtle.replace(folder, "")
