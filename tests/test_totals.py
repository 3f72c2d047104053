"""The totals of boxes: each scope, along lines and units, and that the tops make what is reached."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import outline
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from orgraph.cli import main
from orgraph.interval import total, written
from orgraph.rollup import Kind, Ledger, Scope, accounts, totals

FTE = Kind("fte")
MILL = """
--- staff.csv
Chief [top; held=A; seat fte=1; in=Mill]
  Miller [held=B; seat fte=0.5; in=Mill]
    Hand [seat fte=2 planned; in=Store]
  Carter [seat fte=1 vacant; in=Store]
    Driver [held=C; seat fte=2]
Mill [unit]
Store [unit; part_of=Mill]
"""
BAKERY = """
* Managing Director
  Head Baker [fte=20]
    Bread Team [unit; fte=12]
    Cake Team [unit; fte=3 planned]
  Shop Manager [fte=9]
    Cashier
    Clerk [fte=2]
"""


def found(drawing: str, scope: Scope, of: str | None = None) -> dict[str, str]:
    graph = outline.graph(drawing)
    rows = totals(Ledger(graph), scope, of)
    return {graph.nodes[row.node]["label"]: written(total(row.amounts.values())) for row in rows}


def test_everything_below_a_box_and_its_own_seat() -> None:
    assert found(MILL, Scope(FTE)) == {"Chief": "6.5", "Carter": "3", "Driver": "2", "Miller": "2.5", "Hand": "2"}


def test_without_the_head() -> None:
    assert found(MILL, Scope(FTE, head=False)) == {
        "Chief": "5.5",
        "Carter": "2",
        "Driver": "0",
        "Miller": "2",
        "Hand": "0",
    }


def test_one_line_below() -> None:
    made = found(MILL, Scope(FTE, reach="direct", head=False))
    assert (made["Chief"], made["Miller"], made["Carter"]) == ("1.5", "2", "2")
    assert found(MILL, Scope(FTE, reach="direct"))["Chief"] == "2.5"


def test_without_planned_and_vacant() -> None:
    assert found(MILL, Scope(FTE, without=frozenset(("planned", "vacant"))))["Chief"] == "3.5"


def test_along_units_a_post_is_in_the_unit_of_its_superior() -> None:
    made = found(MILL, Scope(FTE, along="units"))
    assert (made["Mill"], made["Store"]) == ("6.5", "5")


def test_the_parts_count_where_all_have_a_figure_else_the_total() -> None:
    made = found(BAKERY, Scope(FTE))
    assert made == {
        "Managing Director": "24",
        "Head Baker": "15",
        "Bread Team": "12",
        "Cake Team": "3",
        "Shop Manager": "9",
        "Clerk": "2",
    }
    assert found(BAKERY, Scope(FTE, reach="direct"))["Managing Director"] == "29"


def test_from_one_box_down() -> None:
    assert list(found(BAKERY, Scope(FTE), "position/org/head-baker")) == ["Head Baker", "Bread Team", "Cake Team"]


def test_what_hangs_in_a_loop_has_no_total() -> None:
    assert found("A [fte=3]\n  B [fte=2]\n    A", Scope(FTE)) == {}


_ROWS = st.tuples(st.integers(0, 12), st.integers(0, 9), st.sampled_from(["fte", "seat fte", "total"]), st.booleans())


@given(st.lists(_ROWS, min_size=1, max_size=14))
def test_the_tops_make_what_is_reached(rows: list[tuple[int, int, str, bool]]) -> None:
    """In a tree of described posts every box is reached, and each counts under one top."""
    drawing = "".join(
        f"--- {place:02}.txt\n{f'Post {above % place}' if place and not top else ''}\n"
        f"{'  ' if place and not top else ''}* Post {place} [{what}={figure}; in=Unit {figure % 3}]\n"
        for place, (above, figure, what, top) in enumerate(rows)
    )
    ledger = Ledger(outline.graph(drawing))
    for account in accounts(ledger):
        scope = Scope(Kind(account.measure, account.currency), along=account.along)
        tops = [row for row in totals(ledger, scope) if row.depth == 0]
        assert total(part for row in tops for part in row.amounts.values()) == account.reachable


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["rollup", *arguments])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def staff(tmp_path: Path) -> str:
    rows = '1,,=Chief,A. Miller,1,120000\n2,1,Clerk,B. Miller,0.5,50000\n3,1,"Typist",Vacant,1,40000\n'
    (tmp_path / "staff.csv").write_text(f"id,manager id,title,name,fte,salary\n{rows}", "utf-8")
    return str(tmp_path)


def test_the_command_prints_the_account_and_the_boxes(staff: str) -> None:
    assert run(staff).splitlines() == [
        "FTE along lines: 2.5 in the sources, 2.5 under a top position",
        "each box: everything below it, its own seat counted",
        "2.5  =Chief (of these 1 vacant)",
        "0.5    Clerk",
        "  1    Typist (of these 1 vacant)",
    ]


def test_the_command_of_one_box_and_scope(staff: str) -> None:
    lines = run(staff, "--of", "Clerk", "--no-head", "--scope", "direct", "--without", "vacant").splitlines()
    assert lines[1:] == [
        "each box: the figures one line below it, its own seat not counted, vacant left out",
        "0  Clerk",
    ]


def test_a_spreadsheet_runs_no_title(staff: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run(staff, "--format", "csv", "--measure", "headcount"))))
    assert [(row["label"], row["least"], row["actual_most"]) for row in rows] == [
        ("'=Chief", "2", "2"),
        ("Clerk", "1", "1"),
    ]


def test_json_holds_exact_numbers(staff: str) -> None:
    record = json.loads(run(staff, "--format", "json", "--depth", "0"))
    assert (record["in_sources"], record["reachable"]) == ("2.5", "2.5")
    assert [(row["total"], row["by_status"]["vacant"]) for row in record["totals"]] == [("2.5", "1")]


def test_what_is_not_measured_is_said(staff: str) -> None:
    assert run(staff, "--measure", "person-years") == "no figure of the sources measures this\n"


def test_several_currencies_want_a_choice(tmp_path: Path) -> None:
    for name, sign in (("one", "€"), ("two", "£")):
        text = f"# Job\n\n* **Position Title:** Warden {name}\n\n## Dimensions\n\n* **Total Budget:** {sign}2M\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    assert "give --currency: EUR, GBP" in run(str(tmp_path), "--measure", "money", code=2)
    assert "2,000,000" in run(str(tmp_path), "--currency", "EUR")


def test_status_words_of_rows_reach_the_totals(tmp_path: Path) -> None:
    rows = "1,,Chief,A. Miller,Active,1,Permanent\n2,1,Clerk,B. Miller,Maternity leave,1,Permanent\n"
    rows += "3,1,Cook,C. Miller,Active,0.5,Fixed term\n4,1,Baker,D. Miller,Acting,1,\n"
    (tmp_path / "staff.csv").write_text(f"id,manager id,title,name,status,fte,employment type\n{rows}", "utf-8")
    assert run(str(tmp_path)).splitlines()[2] == "3.5  Chief (of these 1 acting, 1 on leave, 0.5 fixed term)"
    left = run(str(tmp_path), "--without", "on-leave", "--without", "fixed-term").splitlines()
    assert left[1:3] == [
        "each box: everything below it, its own seat counted, fixed term left out, on leave left out",
        "2  Chief (of these 1 acting)",
    ]


def test_every_status_of_a_row_has_words_in_the_report(tmp_path: Path) -> None:
    words = ("Maternity leave", "Acting", "Temporary", "Vacant", "Planned", "Active")
    rows = "".join(f"{number},1,Post {number},A. Miller,{word},1\n" for number, word in enumerate(words, 2))
    (tmp_path / "staff.csv").write_text(f"id,manager id,title,name,status,fte\n1,,Chief,B. Miller,Active,1\n{rows}")
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "html"])
    assert result.exit_code == 0, result.output
    assert "1 on leave<br>" in result.output
