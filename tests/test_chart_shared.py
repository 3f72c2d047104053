"""Shared posts: one box with every holder, its parts side by side, and lines from it; two part-timers stay two."""

from __future__ import annotations

from pathlib import Path

import pytest
from chart_factory import organization

from orgraph.chart import draw
from orgraph.chart.layout import lay_out
from orgraph.chart.marks import Mark
from orgraph.chart.view import View
from orgraph.survey import survey

HEAD = "Employee ID,{}Name,Job Title,Manager ID,Department,FTE\n"
NUMBERED = HEAD.format("Position Number,")
PLAIN = HEAD.format("")
OTHERS = tuple(f"{n},P{n},Dan {n},Mate {n},1,Port,1" for n in (4, 5, 6))  # so that numbers are of posts, not of jobs


def outline(tmp_path: Path, table: str, *rows: str, view: View | None = None) -> list[str]:
    path = tmp_path / "staff.csv"
    path.write_text(table + "\n".join(rows) + "\n", encoding="utf-8")
    graph, _ = survey([str(path)])
    return draw(graph, "text", view=view).decode().splitlines()[3:]


def test_rows_of_one_post_are_one_box_with_both_parts(tmp_path: Path) -> None:
    rows = "1,P1,Ada,Master,,Port,1", "2,P2,Ben,Clerk,1,Port,0.5", "3,P2,Cora,Clerk,1,Port,0.5"
    top, clerk, *_ = outline(tmp_path, NUMBERED, *rows, *OTHERS, view=View(show=("incumbent", "staff", "below")))
    assert "4 FTE below" in top
    assert clerk == "├─ Clerk · Port · Ben / Cora · No. P2 · shared by 2 · 0.5 + 0.5 FTE · position, described"


def test_a_share_that_stands_empty_is_told_apart(tmp_path: Path) -> None:
    rows = "1,P1,Ada,Master,,Port,1", "2,P2,Ben,Clerk,1,Port,0.6", "3,P2,Vacant,Clerk,1,Port,0.4"
    _, clerk, *_ = outline(tmp_path, NUMBERED, *rows, *OTHERS)
    assert "shared by 2 · 0.6 FTE + 0.4 FTE vacant" in clerk


def test_two_that_lead_and_make_one_post_are_one_seat(tmp_path: Path) -> None:
    rows = "1,Ada,Master,,Port,1", "2,Ben,Head,1,Tides,0.6", "3,Cora,Head,1,Tides,0.4", "4,Dan,Mate,3,Tides,1"
    _, head, mate = outline(tmp_path, PLAIN, *rows)
    assert head == "└─ Head · Tides · Ben / Cora · shared by 2 · 0.6 + 0.4 FTE · position, described"
    assert mate.startswith("   └─ Mate")


@pytest.mark.parametrize(
    "rows",
    [
        ("2,Ben,Clerk,1,Tides,0.5", "3,Cora,Clerk,1,Tides,0.5"),  # two part-timers, and nobody below
        ("2,Ben,Head,1,Tides,1", "3,Cora,Head,1,Tides,1", "4,Dan,Mate,3,Tides,1"),  # two whole posts
        ("2,Ben,Head,1,Tides,0.5", "3,Cora,Head,1,Nets,0.5", "4,Dan,Mate,3,Nets,1"),  # two units
        ("2,Ben,Head,1,Tides,0.5", "3,Cora,Head,2,Tides,0.5"),  # one leads the other
    ],
)
def test_others_of_one_title_stay_two_boxes(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert len(outline(tmp_path, PLAIN, "1,Ada,Master,,Port,1", *rows)) == 1 + len(rows)


@pytest.mark.parametrize("title", ["Co-Director of Nets", "Codirectrice, Filets", "Harbour Clerk (job share)"])
def test_a_title_that_says_so_is_one_seat(tmp_path: Path, title: str) -> None:
    rows = "1,P1,Ada,Master,,Port,1", f'2,P2,Ben,"{title}",1,Nets,1', f'3,P3,Cora,"{title}",1,Nets,1'
    _, both = outline(tmp_path, NUMBERED, *rows)
    assert f"{title} · Nets · Ben / Cora · No. P2 / P3 · shared by 2 · 1 + 1 FTE" in both


def test_who_reports_to_both_hangs_once_under_the_seat() -> None:
    edges = [("position/a", "position/m"), ("position/b", "position/m"), ("position/c", "position/a"),
             ("position/c", "position/b", "reports_to", "inferred")]  # fmt: skip
    labels = {"position/a": "Head of Tides", "position/b": "Head of Tides"}
    graph = organization(edges, labels)
    layout = lay_out(graph)
    assert [box.facts.title for box in layout.boxes] == ["M", "Head of Tides", "C"]
    assert [(line.role, line.modality, len(line.quotes)) for line in layout.lines if line.subordinate[-1] == "c"] == [
        ("tree", "stated", 2)
    ]
    assert "also reports to" not in draw(graph, "svg").decode()


def test_marks_and_names_of_either_post_find_the_seat() -> None:
    edges = [("position/a", "position/m"), ("position/b", "position/m"), ("position/c", "position/b")]
    labels = {"position/a": "Co-Head", "position/b": "Co-Head"}
    graph = organization(edges, labels)
    boxes = lay_out(graph, view=View(root="position/b")).boxes
    assert [box.facts.title for box in boxes] == ["Co-Head", "C"]
    marks = {"position/b": [Mark("warning", "warning: late")], "position/a": [Mark("warning", "warning: late")]}
    assert draw(graph, "text", marks=marks).decode().count("warning: late") == 1
