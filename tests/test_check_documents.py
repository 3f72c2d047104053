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


def test_a_budget_is_within_the_budget_of_the_unit(tmp_path: Path) -> None:
    budgets = "*   **Salary and Operating Budget:** $2.5M\n*   **Tidal Works Budget:** $11M\n"
    messages = found(tmp_path, "part-above-whole", Director_Buoys=budgets)
    told = "2,500,000 (Salary and Operating Budget) within 11,000,000 (Tidal Works Budget)"
    assert messages == [f"pass: Director Buoys: {told}"]
