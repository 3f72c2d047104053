"""Run every case of tests/cases/check: a drawing of an organization and what one rule must say of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import outline
import pytest

from orgraph.check import check

CASES = Path(__file__).parent / "cases" / "check"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data["case"]:
            marks = [pytest.mark.xfail(strict=True)] if case.get("known_miss") else []
            found.append(pytest.param(data["rule"], case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_case(rule: str, case: dict[str, Any]) -> None:
    findings = check(outline.graph(case["org"]), select=[rule])
    assert [f"{finding.outcome}: {finding.message}" for finding in findings] == case["finds"]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_rule_fires_and_is_silent(path: Path) -> None:
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    fires = [any(found.startswith("fail:") for found in case["finds"]) for case in cases]
    assert any(fires), "no case in which the rule finds a fault"
    assert not all(fires), "no case in which the rule must stay silent"
    assert len({case["name"] for case in cases}) == len(cases)
