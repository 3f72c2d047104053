"""SHACL as a second opinion: pyshacl finds by our shapes what our own checks find, and nothing wrong with our files."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import outline
import pytest
import rdflib
from click.testing import CliRunner
from msgspec.structs import replace
from rdf_factory import harbour_graph, troubled_harbour
from rdflib.namespace import RDFS, SKOS

from orgraph import rules
from orgraph.check import check
from orgraph.cli import main
from orgraph.graph import build
from orgraph.rdf.shacl import CODE, validate
from orgraph.survey import survey

ROOT = Path(__file__).parents[1]
SHAPES = rdflib.Graph().parse(ROOT / "ontology" / "shapes.ttl")
SHARED = {str(code): str(SHAPES.value(shape, RDFS.label)) for shape, code in SHAPES.subject_objects(SKOS.notation)}


def cases(rule: str) -> list[str]:
    path = ROOT / "tests" / "cases" / "check" / f"{rule.replace('-', '_')}.toml"
    return [case["org"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def by_code(findings: Any) -> list[tuple[str, str]]:
    """Code and focus; a number on several positions is found once, and either of them may be the focus.

    What a check doubts ("two superiors, or two titles of one") is a fault to a shape, which knows no titles.
    """
    failed = (f for f in findings if f.outcome in ("fail", "not_verifiable") and f.code in SHARED)
    return sorted((f.code, "" if f.code == "ORG301" else f.focus) for f in failed)


def test_a_shape_has_code_and_name_of_a_check() -> None:
    known = {str(rule.code): rule.name for rule in rules.discover("orgraph.check")}
    assert len(SHARED) == 7
    assert SHARED.items() <= known.items()


@pytest.mark.parametrize(("code", "rule"), sorted(SHARED.items()))
def test_both_find_the_same_in_every_case(code: str, rule: str) -> None:
    found = 0
    for drawing in cases(rule):
        graph = outline.graph(drawing)
        here, there = by_code(check(graph)), by_code(validate(graph))
        assert here == there, drawing
        found += sum(pair[0] == code for pair in here)
    assert found


@pytest.mark.parametrize("graph", [harbour_graph(), build(troubled_harbour())], ids=["harbour", "troubled"])
def test_both_find_the_same_in_a_harbour(graph: Any) -> None:
    assert by_code(validate(graph)) == by_code(check(graph))


@pytest.mark.parametrize("sources", ["digital-service/clean", "harbour-office/returns"])
def test_nothing_is_wrong_with_what_is_written(sources: str) -> None:
    graph, _ = survey([str(ROOT / "data" / sources)])
    findings = validate(graph)
    assert CODE not in {f.code for f in findings}
    assert by_code(findings) == by_code(check(graph))


def test_a_shape_that_is_broken_is_told() -> None:
    graph = build(troubled_harbour())
    watch = graph.nodes["position/port/night-watch"]
    watch["claims"] = tuple(replace(bound, rank="doubtful") for bound in watch["claims"])
    broken = [f for f in validate(graph) if f.code == CODE]
    assert broken
    assert all("rank" in f.message for f in broken)


def test_the_command_prints_it_with_quotes(tmp_path: Path) -> None:
    from orgraph.rdf.write import generate_rdf

    path = tmp_path / "harbour.ttl"
    path.write_text("".join(generate_rdf(build(troubled_harbour()))), encoding="utf-8")
    for format_ in ("text", "json", "sarif", "junit", "github"):
        result = CliRunner().invoke(main, ["check", str(path), "--shacl", "--format", format_])
        assert result.exit_code == 1
        assert "Chief Pilot reports to more than one position" in result.output
    assert CliRunner().invoke(main, ["check", str(path), "--shacl", "--select", "ORG1"]).exit_code == 2


def test_without_pyshacl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    result = CliRunner().invoke(main, ["check", str(ROOT / "data" / "digital-service" / "clean"), "--shacl"])
    assert result.exit_code == 2
    assert "pip install 'orgraph[shacl]'" in result.output
