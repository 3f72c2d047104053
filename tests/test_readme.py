"""The README shows what the program really prints, and names every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgraph.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.M | re.S)


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_main_job_prints_what_the_readme_shows(tmp_path: Path) -> None:
    shown = next(text for language, text in FENCES if not language)
    result = CliRunner().invoke(main, ["build", "data/digital-service/clean", "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert result.output.replace(str(tmp_path / "out"), "out") == shown


def test_the_why_excerpt_is_real() -> None:
    wanted = re.search(r"^staff: 3 fte planned\n(?:  .*\n)+", README, re.M)
    result = CliRunner().invoke(main, ["why", "data/digital-service/clean", "Advisory Team"])
    assert wanted is not None
    assert result.exit_code == 0, result.output
    lines = [line.rstrip() for line in result.output.splitlines()]
    start = lines.index("staff: 3 fte planned")
    assert wanted[0].splitlines() == lines[start : start + wanted[0].count("\n")]


def test_the_python_example_holds(capsys: pytest.CaptureFixture[str]) -> None:
    example = next(text for language, text in FENCES if language == "python")
    exec(compile(example, "README.md", "exec"), {})
    assert "pass Director, Outreach: 8 + 4 + 3 planned = 15 holds, head not counted" in capsys.readouterr().out


def test_every_command_is_in_the_readme() -> None:
    commands = main.list_commands(None)  # type: ignore[attr-defined]
    assert all(f"orgraph {name}" in README for name in commands)


def test_every_command_has_help_with_an_example() -> None:
    for name in main.list_commands(None):  # type: ignore[attr-defined]
        text = CliRunner().invoke(main, [name, "--help"]).output
        assert f"orgraph {name}" in text.split("Examples:")[1]
