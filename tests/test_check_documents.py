"""Checks over descriptions as they are written: what a document says of a unit is compared with what others say."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgraph.check import check
from orgraph.survey import survey

HEADER = """# Job Description

*   **Position Title:** {title}
*   **Position Number:** {number}
*   **Level:** EX-01
*   **Branch:** Tidal Works
*   **Department:** Lighthouse Board
*   **Reports To:** Chief Warden

## Dimensions

{dimensions}
"""


def found(folder: Path, rule: str, **dimensions: str) -> list[str]:
    for number, (title, lines) in enumerate(dimensions.items()):
        text = HEADER.format(title=title.replace("_", " "), number=50001 + number, dimensions=lines)
        (folder / f"{title}.md").write_text(text, "utf-8")
    return [f"{f.outcome}: {f.message}" for f in check(survey([str(folder)]).graph, select=[rule])]


@pytest.mark.parametrize(("whole", "verb"), [(86, "within"), (40, "exceeds")])
def test_parts_of_a_unit_are_compared_with_what_another_document_says_of_it(
    tmp_path: Path, whole: int, verb: str
) -> None:
    messages = found(
        tmp_path,
        "parts-above-area",
        Director_Buoys=f"*   **Buoys Division FTEs:** 15\n*   **Tidal Works FTEs:** {whole}\n",
        Director_Lamps="*   **Lamps Division FTEs:** 31\n",
    )
    outcome = "pass" if verb == "within" else "fail"
    parts = "2 parts described in 1 other document"
    assert messages == [f"{outcome}: Tidal Works FTEs: 15 + 31 = 46 {verb} {whole}; {parts}"]


def test_a_budget_without_an_area_beside_figures_with_one(tmp_path: Path) -> None:
    staff, budget = "*   **Tidal Works FTEs:** 15\n", "*   **Salary and Operating Budget:** $1M\n"
    messages = found(tmp_path, "unnamed-area", Director_Buoys=staff + budget, Director_Lamps=budget)
    assert messages == ["fail: Director Buoys: “Salary and Operating Budget” names no area, other figures do"]


def test_a_source_that_is_given_twice_is_said_to_be(tmp_path: Path) -> None:
    for name in ("2024.csv", "2024-final.csv", "other.csv"):
        clerk = "" if name == "other.csv" else "1,,Clerk\n2,1,Typist\n"
        (tmp_path / name).write_text(f"id,manager id,title\n{clerk}", "utf-8")
    graph = survey([str(tmp_path)]).graph
    (twice,) = check(graph, select=["return-twice"])
    names = [str(tmp_path / name) for name in ("2024-final.csv", "2024.csv")]
    assert twice.message == f"{names[0]} and {names[1]} are equal byte for byte: they count once"
    assert twice.values["sources"] == names
    assert check(survey([str(tmp_path / "2024.csv")]).graph, select=["return-twice"]) == ()


def test_a_budget_is_within_the_budget_of_the_unit(tmp_path: Path) -> None:
    budgets = "*   **Salary and Operating Budget:** $2.5M\n*   **Tidal Works Budget:** $11M\n"
    messages = found(tmp_path, "part-above-whole", Director_Buoys=budgets)
    told = "2,500,000 (Salary and Operating Budget) within 11,000,000 (Tidal Works Budget)"
    assert messages == [f"pass: Director Buoys: {told}"]
