"""What changed between two states: each kind of change, alone, with the sentence on both sides."""

from __future__ import annotations

import json
from pathlib import Path

import outline
import pytest
from click.testing import CliRunner

from orgraph.cli import main
from orgraph.diff import Change, diff, noted, overlay, tally
from orgraph.read.decisions import read_decisions
from orgraph.survey import survey

BEFORE = """
--- one.txt
Managing Director
  * Head Baker [EX-02; number=40017; fte=15]
    Bread Team [unit; fte=8]
    Cake Team [unit; fte=3 planned]
  Shop Manager [EX-01]
    Till Clerk
"""
CHANGES = {
    "added": ("    Till Clerk", "    Till Clerk\n    Porter", ["added"]),
    "removed": ("    Till Clerk\n", "", ["removed"]),
    "re-levelled": ("EX-02; number", "EX-03; number", ["re-levelled"]),
    "staff": ("fte=8", "fte=9", ["staff"]),
    "planned staff is there": ("fte=3 planned", "fte=3 actual", ["status"]),
    "a level that is new": ("Till Clerk", "Till Clerk [EX-09]", ["re-levelled"]),
    "renamed, known by its number": ("Head Baker", "Master Baker", ["renamed"]),
    "renamed, known by what is below": ("Shop Manager", "Store Manager", ["renamed"]),
    "renumbered": ("40017", "40018", ["renumbered"]),
    "nothing": ("", "", []),
}


def changes(before: str, after: str) -> tuple[Change, ...]:
    return diff(outline.graph(before), outline.graph(after))


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_is_seen_and_nothing_else(name: str) -> None:
    old, new, kinds = CHANGES[name]
    found = changes(BEFORE, BEFORE.replace(old, new, 1) if old else BEFORE)
    assert [change.kind for change in found] == kinds


def test_a_move_names_both_superiors() -> None:
    moved = BEFORE.replace("    Till Clerk\n", "").replace("    Bread Team", "    Till Clerk\n    Bread Team")
    [change] = changes(BEFORE, moved)
    assert change.kind == "moved"
    assert list(change.before) == ["reports_to position/org/shop-manager"]
    assert list(change.after) == ["reports_to position/org/head-baker"]
    assert [bound.claim.evidence for claims in change.before.values() for bound in claims]


def test_back_and_forth_is_the_reverse() -> None:
    after = BEFORE.replace("EX-02; number", "EX-03; number").replace("    Till Clerk\n", "    Porter\n")
    there, back = changes(BEFORE, after), changes(after, BEFORE)
    swap = {"added": "removed", "removed": "added"}
    assert sorted(swap.get(c.kind, c.kind) for c in there) == sorted(c.kind for c in back)
    assert {tuple(c.before) for c in there} == {tuple(c.after) for c in back}


def test_what_fits_two_is_added_and_removed() -> None:
    before = "Top\n  Clerk of Oats\n  Clerk of Rye"
    after = "Top\n  Clerk of Barley\n  Clerk of Wheat"
    assert tally(changes(before, after)) == {"removed": 2, "added": 2}


def test_the_command_shows_both_sentences(tmp_path: Path) -> None:
    head = "**Position Title:** Head Baker\n**Branch:** Food Branch\n**Reports To:** {}\n**Classification:** EX-01\n"
    for name, superior in (("old", "Managing Director"), ("new", "Chief Executive Officer")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "baker.md").write_text(head.format(superior), "utf-8")
    shown = CliRunner().invoke(main, ["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--exit-code"])
    assert shown.exit_code == 1
    assert "moved: Head Baker" in shown.output
    assert "- reports to: Managing Director" in shown.output
    assert "+ reports to: Chief Executive Officer" in shown.output
    assert "baker.md:3:17" in shown.output
    written = CliRunner().invoke(main, ["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "json"])
    found = json.loads(written.output)
    assert found["summary"]["moved"] == 1
    [moved] = [change for change in found["changes"] if change["kind"] == "moved"]
    assert moved["after"][0]["evidence"][0]["quote"] == "Chief Executive Officer"
    same = CliRunner().invoke(main, ["diff", str(tmp_path / "old"), str(tmp_path / "old"), "--exit-code"])
    assert (same.exit_code, same.output) == (0, "no change\n")


def test_both_states_in_one_graph_and_what_changed_at_its_boxes() -> None:
    after = (
        BEFORE.replace("    Till Clerk\n", "    Porter\n")
        .replace("EX-02; number", "EX-03; number")
        .replace("fte=8", "fte=9")
    )
    old, new = outline.graph(BEFORE), outline.graph(after)
    both = overlay(old, new)
    clerk = next(node for node, label in both.nodes(data="label") if label == "Till Clerk")
    assert [both.nodes[high]["label"] for _, high in both.out_edges(clerk)] == ["Shop Manager"]
    said = {(both.nodes[one.node]["label"], one.text) for one in noted(diff(old, new), old, new)}
    assert said == {
        ("Till Clerk", "removed"),
        ("Porter", "added"),
        ("Head Baker", "re-levelled, was EX-02"),
        ("Bread Team", "staff, was 8 fte"),
    }
    assert len(new) == len(both) - 1


@pytest.mark.parametrize("ending", ["svg", "html", "pdf"])
def test_both_states_are_drawn(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    drawn = tmp_path / f"changes.{ending}"
    halves = ["data/digital-service/clean", "data/digital-service/ocr"]
    result = CliRunner().invoke(main, ["diff", *halves, "-o", str(drawn)])
    assert result.exit_code == 0, result.output
    assert drawn.stat().st_size > 10_000


def test_a_description_that_is_gone_is_one_change_and_not_all_that_it_alone_said(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "head.md").write_text(
            "**Position Title:** Head of Ropes\n**Division:** Ropes Division\n**Branch:** Harbour Branch\n\n"
            "Reporting to the Head of Ropes are: Manager, Knots (AS-05); and Splice Team (4 FTEs).\n",
            "utf-8",
        )
    (old / "knots.md").write_text(
        "**Position Title:** Manager, Knots\n**Position Number:** 4411\n**Branch:** Harbour Branch\n"
        "**Reports To:** Head of Ropes\n**Effective Date:** May 2020\n\n## Dimensions\nFTEs: 12\n",
        "utf-8",
    )
    changes = diff(survey([str(old)]).graph, survey([str(new)]).graph)
    assert [(change.kind, change.label) for change in changes] == [("description", "Manager, Knots")]
    assert [
        (change.kind, bool(change.before)) for change in diff(survey([str(new)]).graph, survey([str(old)]).graph)
    ] == [("description", False)]


def test_a_team_whose_superior_heads_another_unit_now_has_not_moved(tmp_path: Path) -> None:
    """Its unit was only inferred from who heads it."""
    text = (
        "**Position Title:** Head of {}\n**Position Number:** 88\n**Division:** Ropes Division\n\n"
        "Reporting to the Head are: Splice Team (4 FTEs); and Manager, Knots (AS-05).\n"
    )
    for name, field in (("old", "Ropes"), ("new", "Lines")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(text.format(field), "utf-8")
    changes = diff(*(survey([str(tmp_path / name)]).graph for name in ("old", "new")))
    assert {change.kind for change in changes} == {"renamed", "head"}


def test_what_a_decision_makes_one_or_two_is_merged_or_split(tmp_path: Path) -> None:
    """All claims of a box stand at another one now: nothing came or went."""
    (tmp_path / "a.md").write_text(
        "**Position Title:** Head Baker\n\nReporting to the Head Baker are:\n* Clerk, Oats\n"
    )
    (tmp_path / "b.md").write_text(
        "**Position Title:** Head Miller\n\nReporting to the Head Miller are:\n* Clerk, Rye\n"
    )
    apart = survey([str(tmp_path)]).graph
    (tmp_path / "decisions.toml").write_text(
        '[[same]]\nof = ["Clerk, Oats", "Clerk, Rye"]\nwho = "A"\nwhy = "one bin"\n'
    )
    one = survey([str(tmp_path)], decisions=[read_decisions(str(tmp_path / "decisions.toml"))]).graph
    [merged] = [change for change in diff(apart, one) if change.kind in ("merged", "removed", "added", "split")]
    assert (merged.kind, merged.old in apart, merged.new in one) == ("merged", True, True)
    [split] = [change for change in diff(one, apart) if change.kind in ("merged", "removed", "added", "split")]
    assert (split.kind, split.old, split.new) == ("split", merged.new, merged.old)
    both = overlay(apart, one)
    assert (merged.old, "removed", f"merged: {one.nodes[merged.new]['label']}") in set(noted([merged], apart, one))
    assert merged.old in both
