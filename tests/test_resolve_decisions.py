"""Decisions of people: written by hand or by `orgraph decide`, checked, replayed, reported when they do not apply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orgraph.cli import main
from orgraph.errors import BadDecisions
from orgraph.graph import build, find
from orgraph.rdf.reader import read_rdf
from orgraph.rdf.turtle import generate_turtle
from orgraph.read.decisions import read_decisions
from orgraph.resolve import Lock
from orgraph.survey import Survey, survey
from orgraph.versions import replaced_by

BAKER = """**Position Title:** Head Baker
**Position Number:** 101
**Division:** Bakery Division
**Branch:** Food Branch
**Reports To:** Managing Director

## Organization Structure
Reporting to the Head Baker are:
* **Manager, Bread (AS-05, 8 FTEs):** bakes bread.
* **Manager, Loaves (AS-04, 2 FTEs):** bakes loaves.
"""
SHOP = """**Position Title:** Shop Manager
**Branch:** Food Branch
**Reports To:** Managing Director

## Organization Structure
The Shop Manager is one of three positions reporting to the Managing Director.
The others are: Head Baker (EX-01); and Buyer of Flour (AS-03).
"""
WHO = 'who = "A. Clerk"\nwhy = "told by the Managing Director"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "baker.md").write_text(BAKER, "utf-8")
    (tmp_path / "shop.md").write_text(SHOP, "utf-8")
    return tmp_path


def decided(folder: Path, *blocks: str) -> Survey:
    path = folder / "decisions.toml"
    path.write_text("\n".join(block + WHO for block in blocks), "utf-8")
    return survey([str(folder)], decisions=[read_decisions(str(path))])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def labels(found: Survey) -> set[str]:
    return {data["label"] for _, data in found.graph.nodes(data=True)}


def left(found: Survey) -> list[str]:
    return [left.reason for left in found.graph.graph["unresolved"]]


def test_same_makes_one_of_two_and_keeps_what_is_said_of_both(folder: Path) -> None:
    graph = decided(folder, '[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n').graph
    node = find(graph, "Manager, Loaves")
    assert node == find(graph, "Manager, Bread")
    assert {figure.low for figure in graph.nodes[node]["staff"]} == {8, 2}
    [said] = [bound for bound in graph.nodes[node]["claims"] if bound.claim.predicate == "decided"]
    assert "told by the Managing Director (A. Clerk)" in said.claim.value.text
    evidence = said.claim.evidence[0]
    text = (folder / "decisions.toml").read_text("utf-8")
    assert text[evidence.start : evidence.end] == evidence.quote == 'why = "told by the Managing Director"'


def test_different_parts_what_one_title_unites(folder: Path) -> None:
    assert sum(label == "Head Baker" for label in _all_labels(survey([str(folder)]))) == 1
    both = ('{ name = "Head Baker", source = "baker.md" }', '{ name = "Head Baker", source = "shop.md" }')
    block = f"[[different]]\nof = [{', '.join(both)}]\n"
    found = decided(folder, block)
    assert sum(label == "Head Baker" for label in _all_labels(found)) == 2
    assert not left(found)


def _all_labels(found: Survey) -> list[str]:
    return [data["label"] for _, data in found.graph.nodes(data=True)]


def test_a_value_is_preferred_to_what_sources_state(folder: Path) -> None:
    block = '[[value]]\nof = "Head Baker"\npredicate = "classification"\nvalue = "EX-2"\n'
    graph = decided(folder, block).graph
    node = find(graph, "Head Baker")
    assert graph.nodes[node]["classification"].code == "EX-02"
    ranks = {(b.claim.value.code, b.rank) for b in graph.nodes[node]["claims"] if b.claim.predicate == "classification"}
    assert ranks == {("EX-01", "deprecated"), ("EX-02", "preferred")}


def test_a_line_that_is_rejected_is_kept_and_not_drawn(folder: Path) -> None:
    block = '[[reject]]\nof = "Buyer of Flour"\npredicate = "reports_to"\nvalue = "Managing Director"\n'
    graph = decided(folder, block).graph
    node = find(graph, "Buyer of Flour")
    assert not [key for _, _, key in graph.out_edges(node, keys=True) if key == "reports_to"]
    assert [b.rank for b in graph.nodes[node]["claims"] if b.claim.predicate == "reports_to"] == ["deprecated"]


def test_a_line_that_a_person_states(folder: Path) -> None:
    block = '[[value]]\nof = "Buyer of Flour"\npredicate = "reports_to"\nvalue = "Head Baker"\n'
    graph = decided(folder, block).graph
    node = find(graph, "Buyer of Flour")
    assert [superior for _, superior, key in graph.out_edges(node, keys=True) if key == "reports_to"] == [
        find(graph, "Head Baker")
    ]


def test_a_preferred_title_is_the_one_that_is_shown(folder: Path) -> None:
    block = '[[value]]\nof = "Head Baker"\npredicate = "title"\nvalue = "Master Baker"\n'
    assert "Master Baker" in labels(decided(folder, block))


def test_a_position_number_names_its_post(folder: Path) -> None:
    block = '[[value]]\nof = "101"\npredicate = "reports_to"\nvalue = "Shop Manager"\n'
    graph = decided(folder, block).graph
    assert graph.has_edge(find(graph, "Head Baker"), find(graph, "Shop Manager"), "reports_to")


def test_the_order_of_sources_does_not_matter_to_decisions(folder: Path) -> None:
    same = '[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n'
    (folder / "decisions.toml").write_text(same + WHO, "utf-8")
    files = [read_decisions(str(folder / "decisions.toml"))]
    sources = [str(folder / "baker.md"), str(folder / "shop.md")]
    there, back = (survey(order, decisions=files).graph for order in (sources, sources[::-1]))
    assert "".join(generate_turtle(there)) == "".join(generate_turtle(back))


STALE = {
    "nothing is called": '[[same]]\nof = ["Head Baker", "Night Watch"]\n',
    "nothing is called “Head Baker” in none.md": (
        '[[different]]\nof = [{ name = "Head Baker", source = "none.md" }, "Shop Manager"]\n'
    ),
    "no source states “position number: 999” of it": (
        '[[reject]]\nof = "Head Baker"\npredicate = "position_number"\nvalue = "999"\n'
    ),
    "is no classification": '[[value]]\nof = "Head Baker"\npredicate = "classification"\nvalue = "high"\n',
    "has a unit_kind": '[[value]]\nof = "Head Baker"\npredicate = "unit_kind"\nvalue = "team"\n',
    "another decision makes one": '[[different]]\nof = ["Manager, Bread", "Manager, Loaves"]\n'
    + WHO
    + '[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n',
}


@pytest.mark.parametrize("reason", STALE)
def test_a_decision_that_does_not_apply_is_reported(folder: Path, reason: str) -> None:
    found = decided(folder, STALE[reason])
    assert [line for line in left(found) if reason in line and "A. Clerk" in line], left(found)
    assert f"{folder.as_posix()}/decisions.toml" in run("check", folder, "--select", "ORG306").output


BAD = {
    "not TOML": "[[same]\n",
    "unknown table 'merge'": "[[merge]]\n",
    "of: Field required": "[[same]]\n",
    "of: List should have at least 2 items": '[[same]]\nof = ["Head Baker"]\n',
    "who: Field required": '[[same]]\nof = ["a", "b"]\nwhy = "x"\n',
    "Extra inputs are not permitted": '[[same]]\nof = ["a", "b"]\nwho = "x"\nwhy = "x"\nwhen = "x"\n',
    "predicate: Input should be": '[[value]]\nof = "a"\npredicate = "boss"\nvalue = "b"\nwho = "x"\nwhy = "x"\n',
    "a table of its own": 'same = [{ of = ["a", "b"], who = "x", why = "x" }]\n',
}


@pytest.mark.parametrize("message", BAD)
def test_a_bad_file_names_the_line_and_what_is_legal(folder: Path, message: str) -> None:
    path = folder / "decisions.toml"
    path.write_text(BAD[message], "utf-8")
    with pytest.raises(BadDecisions) as problem:
        read_decisions(str(path))
    assert str(problem.value).startswith(path.as_posix())
    assert message in str(problem.value) or message == "not TOML"
    result = run("check", folder)
    assert result.exit_code == 2


def test_decisions_survive_the_graph_that_was_built(folder: Path) -> None:
    found = decided(folder, '[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n', STALE["nothing is called"])
    again = read_rdf("".join(generate_turtle(found.graph)).encode())
    assert {b.claim.value.text for b in again.claims if b.claim.predicate == "decided"}
    assert [left.reason for left in again.unresolved] == left(found)


def test_decide_shows_the_effect_and_writes_only_with_yes(folder: Path) -> None:
    asked = (
        "decide",
        "same",
        folder,
        "--of",
        "Manager, Bread",
        "--of",
        "Manager, Loaves",
        "--who",
        "A",
        "--why",
        'a "b"',
    )
    shown = run(*asked)
    assert shown.exit_code == 0
    assert "merged: Manager, Bread" in shown.output
    assert "--yes writes it" in shown.output
    assert not (folder / "decisions.toml").exists()
    assert run(*asked, "--yes").exit_code == 0
    assert read_decisions(str(folder / "decisions.toml")).all[0].why == 'a "b"'
    assert "2 positions" not in run("why", folder, "Manager, Loaves").output


def test_decide_keeps_what_a_person_wrote(folder: Path) -> None:
    path = folder / "decisions.toml"
    path.write_text('# our rules\n\n[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n' + WHO, "utf-8")
    before = path.read_text("utf-8")
    run(
        "decide",
        "reject",
        folder,
        "--of",
        "Head Baker",
        "--predicate",
        "classification",
        "--value",
        "EX-01",
        "--who",
        "B",
        "--why",
        "old",
        "--yes",
    )
    assert path.read_text("utf-8").startswith(before)
    assert [decision.verdict for decision in read_decisions(str(path)).all] == ["same", "reject"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("same", "--of", "Head Baker"), "at least twice"),
        (("value", "--of", "Head Baker"), "--predicate and --value"),
        (("reject", "--of", "Nobody", "--predicate", "title", "--value", "x"), "would not apply"),
        (("same", "--of", "Head Baker", "--of", "Shop Manager", "--value", "x"), "joins names"),
    ],
)
def test_decide_refuses_what_would_not_apply(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("decide", arguments[0], folder, *arguments[1:], "--who", "A", "--why", "b", "--yes")
    assert result.exit_code == 2
    assert said in result.output
    assert not (folder / "decisions.toml").exists()


def test_decisions_need_the_descriptions(folder: Path, tmp_path: Path) -> None:
    (folder / "other.toml").write_text('[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n' + WHO, "utf-8")
    assert run("build", folder, "-o", tmp_path / "out", "--decisions", folder / "other.toml").exit_code == 0
    built = json.loads((tmp_path / "out" / "organization.json").read_text("utf-8"))
    assert ["Manager, Bread", "Manager, Loaves"] in [node["names"] for node in built["nodes"]]
    assert run("check", tmp_path / "out", "--decisions", folder / "other.toml").exit_code == 2


def test_what_is_written_in_decisions_is_hostile_too(folder: Path) -> None:
    evil = "<script>alert(1)</script>\\u001b[31m"
    block = f'[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\nwho = "x"\nwhy = "{evil}"\n'
    (folder / "decisions.toml").write_text(block, "utf-8")
    run("build", folder, "-o", folder / "out")
    for name in ("chart.svg", "chart.html", "report.html"):
        assert "<script>alert" not in (folder / "out" / name).read_text("utf-8")
    assert "\x1b" not in run("why", folder / "out", "Manager, Loaves").output


def test_a_merged_identifier_leads_to_what_replaced_it(folder: Path) -> None:
    """Two posts that a decision makes one: the earlier identifier is found, stands in the Turtle, and is read back."""
    locks: list[Lock] = []
    before = survey([str(folder)], lock=Lock(), relock=locks.append)
    (folder / "decisions.toml").write_text(f'[[same]]\nof = ["Manager, Bread", "Manager, Loaves"]\n{WHO}', "utf-8")
    files = [read_decisions(str(folder / "decisions.toml"))]
    after = survey([str(folder)], decisions=files, lock=locks[0], relock=locks.append)
    [gone] = set(before.graph) - set(after.graph)
    assert after.graph.graph["replaced"] == locks[1].replaced == {gone: find(after.graph, "Manager, Loaves")}
    assert find(after.graph, gone) == find(after.graph, "Manager, Bread")
    turtle = "".join(generate_turtle(after.graph))
    assert "dcterms:isReplacedBy" in turtle
    assert build(read_rdf(turtle.encode())).graph["replaced"] == locks[1].replaced


def test_the_later_of_two_dated_descriptions_replaces_the_earlier(tmp_path: Path) -> None:
    dates = {"old.md": "May 2019", "new.md": "2021-02-01", "undated.md": "TBD"}
    for name, day in dates.items():
        text = BAKER.replace("**Division:**", f"**Effective Date:** {day}\n**Division:**")
        (tmp_path / name).write_text(text, "utf-8")
    found = survey([str(tmp_path)]).graph
    names = {id_: source.source.rpartition("/")[2] for id_, source in found.graph["sources"].items()}
    assert {names[old]: names[new] for old, new in replaced_by(found).items()} == {"old.md": "new.md"}
    assert "".join(generate_turtle(found)).count("dcterms:isReplacedBy") == 1


def test_the_unit_that_follows_from_a_line_goes_with_it(folder: Path) -> None:
    """Who is moved by a decision is no more in the unit of the former superior, which was only inferred."""
    text = BAKER.replace("Head Baker", "Head of Bakery")
    (folder / "baker.md").write_text(text, "utf-8")
    before = survey([str(folder)]).graph
    loaves = find(before, "Manager, Loaves")
    assert before.has_edge(loaves, find(before, "Bakery Division"), "in_unit")
    found = decided(
        folder, '[[value]]\nof = "Manager, Loaves"\npredicate = "reports_to"\nvalue = "Shop Manager"\n'
    ).graph
    assert not any(predicate == "in_unit" for _, _, predicate in found.out_edges(loaves, keys=True))
