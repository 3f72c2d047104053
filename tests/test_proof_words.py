"""The proof against what the words beside a total say: no reading that the text excludes makes it hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgraph.check import check
from orgraph.survey import survey

TEXT = """# Job Description

* **Position Title:** Director, Harbour
* **Level:** EX-02
* **Division:** Harbour Division

## Organization Structure

Three teams report to the Director: Pilots Team (8 FTEs), Tugs Team (4 FTEs) and Lights Team ({third}).

## Dimensions

{dimensions}
"""
STAFF = [
    # the third team, the total, and what an auditor says
    ("3 FTEs", "15", "pass: 8 + 4 + 3 = 15 holds, head not counted"),
    ("3 FTEs", "16", "pass: 8 + 4 + 3 + 1 head = 16 holds, head counted"),
    (
        "3 FTEs",
        "15, including the Director",
        "fail: 8 + 4 + 3 + 1 head = 16, stated 15 (1 apart); the text says “including the Director”",
    ),
    (
        "3 FTEs",
        "16, including the incumbent",
        "pass: 8 + 4 + 3 + 1 head = 16 holds, head counted; the text says “including the incumbent”",
    ),
    (
        "3 FTEs",
        "15 (the Director included)",
        "fail: 8 + 4 + 3 + 1 head = 16, stated 15 (1 apart); the text says “the Director included”",
    ),
    (
        "3 planned FTEs",
        "12 (planned posts not included)",
        "pass: 8 + 4 = 12 holds, 3 planned left out, head not counted; the text says “planned posts not included”",
    ),
    (
        "3 FTEs",
        "17 (excluding the Director)",
        "fail: 8 + 4 + 3 = 15, stated 17 (2 apart); 15 = parts, one digit from the stated 17; "
        "the text says “excluding the Director”",
    ),
    (
        "3 FTEs",
        "15, in addition to the Director",
        "pass: 8 + 4 + 3 = 15 holds, head not counted; the text says “in addition to the Director”",
    ),
    ("3 planned FTEs", "15", "pass: 8 + 4 + 3 planned = 15 holds, head not counted"),
    ("3 planned FTEs", "12", "pass: 8 + 4 = 12 holds, 3 planned left out, head not counted"),
    (
        "3 planned FTEs",
        "15 (excluding planned positions)",
        "fail: 8 + 4 = 12, stated 15 (3 apart); 13 without the planned with the head; "
        "the text says “excluding planned positions”",
    ),
    (
        "3 planned FTEs",
        "12, of which 3 are planned",
        "fail: 8 + 4 + 3 planned = 15, stated 12 (3 apart); 16 with the head; the text says “of which 3 are planned”",
    ),
    (
        "3 vacant FTEs",
        "12 (excluding vacancies)",
        "pass: 8 + 4 = 12 holds, 3 vacant left out, head not counted; the text says “excluding vacancies”",
    ),
    (
        "3 FTEs",
        "19 (including 4 students)",
        "pass: 8 + 4 + 3 + 4 students = 19 holds, head not counted; the text says “including 4 students”",
    ),
    (
        "3 FTEs",
        "25 (including 4 students)",
        "fail: 8 + 4 + 3 = 15, stated 25 (10 apart); 16 with the head; 15 = parts, one digit from the stated 25; "
        "the text says “including 4 students”",
    ),
    (
        "3 FTEs",
        "25, including casual staff",
        "not_verifiable: 8 + 4 + 3 = 15, stated 25; the text says “including casual staff”, "
        "of which no figure is given",
    ),
    ("3 FTEs", "15 as well as 4 students", "pass: 8 + 4 + 3 = 15 holds, head not counted"),
    ("3 person-years", "15", "not_verifiable: 8 + 4 = 12 of the stated 15; no figure for Lights Team"),
]
MONEY = [
    (
        "* **Salary:** $1.2M\n* **O&M:** $300K\n* **Capital:** $0.5M\n* **Total budget:** $2.0M",
        "pass: 1,200,000 + 300,000 + 500,000 = 2,000,000 CAD holds, other money counted",
    ),
    (
        "* **Salary:** $1.2M\n* **O&M:** $300K\n* **Capital:** $0.5M\n* **Total budget (excluding capital):** $2.0M",
        "fail: 1,200,000 + 300,000 = 1,500,000 CAD, stated 2,000,000 (500,000 apart); "
        "the text says “excluding capital”",
    ),
    (
        "* **Salary:** $1,200,000\n* **O&M:** $300,000\n* **Total budget (including $100K of grants):** $1,600,000",
        "not_verifiable: 1,200,000 + 300,000 = 1,500,000 CAD, stated 1,600,000; "
        "the text says “including $100K of grants”",
    ),
    (
        "* **Salary (2018-19):** $1.2M\n* **O&M (2018-19):** $300K\n* **Total budget (2019-20):** $1.5M",
        "not_verifiable: 1,200,000 + 300,000 = 1,500,000 CAD, stated 1,500,000; "
        "the figures are of different years: 2018-19, 2019-20",
    ),
    ("* **Salary:** 80%\n* **O&M:** 20%\n* **Total budget:** $1.5M", None),
]


def proved(folder: Path, rule: str, third: str, dimensions: str) -> str | None:
    (folder / "director.md").write_text(TEXT.format(third=third, dimensions=dimensions), "utf-8")
    found = check(survey([str(folder)]).graph, select=[rule])
    return f"{found[0].outcome}: {found[0].message.partition(': ')[2]}" if found else None


@pytest.mark.parametrize(("third", "total", "verdict"), STAFF, ids=[f"{third}: {total}" for third, total, _ in STAFF])
def test_the_staff_is_proved_as_its_words_have_it(tmp_path: Path, third: str, total: str, verdict: str) -> None:
    assert proved(tmp_path, "fte-rollup", third, f"* **Harbour Division FTEs:** {total}") == verdict


@pytest.mark.parametrize(("third", "total", "verdict"), [STAFF[2], STAFF[10], STAFF[12]])
def test_the_words_may_stand_in_the_label(tmp_path: Path, third: str, total: str, verdict: str) -> None:
    number, _, words = total.replace(", ", " (").partition(" (")
    line = f"* **Harbour Division FTEs ({words.rstrip(')')}):** {number}"
    assert proved(tmp_path, "fte-rollup", third, line) == verdict


@pytest.mark.parametrize(("dimensions", "verdict"), MONEY)
def test_the_budget_is_proved_as_its_words_have_it(tmp_path: Path, dimensions: str, verdict: str | None) -> None:
    assert proved(tmp_path, "budget-sum", "3 FTEs", dimensions) == verdict


def test_a_total_of_another_year_is_named(tmp_path: Path) -> None:
    lines = "* **Harbour Division FTEs (2018-19):** 15\n* **Harbour Division FTEs (2019-20):** 18"
    verdict = "pass: 8 + 4 + 3 = 15 holds, head not counted; also stated: 18"
    assert proved(tmp_path, "fte-rollup", "3 FTEs", lines) == verdict


def test_a_total_in_another_measure_than_its_parts_is_not_proved(tmp_path: Path) -> None:
    (tmp_path / "director.md").write_text(
        TEXT.replace("FTEs)", "person-years)").format(third="3 person-years", dimensions="* **Division FTEs:** 15"),
        "utf-8",
    )
    [found] = check(survey([str(tmp_path)]).graph, select=["fte-rollup"])
    assert found.message == "Director, Harbour: 15 FTE stated, the parts are stated in person-years"
    assert found.outcome == "not_verifiable"


@pytest.mark.parametrize(("total", "outcome"), [(19, "fail"), (17, "pass")])
def test_a_part_that_holds_its_head_has_no_other(tmp_path: Path, total: int, outcome: str) -> None:
    posts = "Manager, Pilots (AS-07, 8 FTEs including the manager), Manager, Tugs (AS-07, 4 FTEs) and Manager, Lights"
    text = (
        TEXT.partition("Three teams")[0] + f"The following positions report to the Director: {posts} (AS-06, 3 FTEs)."
    )
    (tmp_path / "director.md").write_text(f"{text}\n\n## Dimensions\n\n* **Harbour Division FTEs:** {total}\n", "utf-8")
    [found] = check(survey([str(tmp_path)]).graph, select=["fte-rollup"])
    assert found.outcome == outcome, found.message


def test_what_a_section_holds_is_in_its_figure(tmp_path: Path) -> None:
    lists = "Operations Section (12 FTEs), which holds the Pilots Team (8 FTEs) and the Tugs Team (4 FTEs); and Lights"
    text = TEXT.partition("Three teams")[0] + f"The Director supervises: {lists} Section (3 FTEs).\n\n## Dimensions\n\n"
    (tmp_path / "director.md").write_text(f"{text}* **Harbour Division FTEs:** 15\n", "utf-8")
    [found] = check(survey([str(tmp_path)]).graph, select=["fte-rollup"])
    assert found.message == "Director, Harbour: 12 + 3 = 15 holds, head not counted"
