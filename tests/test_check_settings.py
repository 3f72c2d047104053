"""Settings of checks: files found upward, limits of rules, and errors that name file, key and legal values."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from orgraph.cli import main
from orgraph.cli._config import Configured, configured, limits
from orgraph.rules import discover

TABLE = "Employee ID,Manager ID,Job Title\n1,,Head Baker\n" + "".join(f"{n},1,Baker {n}\n" for n in range(2, 10))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "staff.csv").write_text(TABLE)
    monkeypatch.chdir(tmp_path / "inner")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "staff.csv", "--format", "json", *arguments])


def rules(result: Result) -> set[str]:
    return {found["rule"] for found in json.loads(result.stdout)["findings"]}


def test_a_limit_can_be_set(folder: Path) -> None:
    assert rules(run()) == set()
    assert rules(run("--set", "wide-span.limit=7")) == {"wide-span"}
    assert rules(run("--set", "wide-span.limit=8")) == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("orgraph.toml", "[check]\nset.wide-span.limit = 7\n"),
        ("pyproject.toml", "[tool.orgraph.check]\nset.wide-span.limit = 7\n"),
    ],
)
def test_a_file_of_the_folder_above_counts(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    assert rules(run()) == {"wide-span"}
    assert rules(run("--set", "wide-span.limit=20")) == set()
    assert rules(run("--ignore", "wide-span")) == set()


def test_the_nearest_file_that_speaks_of_orgraph_counts(folder: Path) -> None:
    (folder / "orgraph.toml").write_text("[check]\nset.wide-span.limit = 7\n")
    (folder / "inner" / "pyproject.toml").write_text("[project]\nname = 'bakery'\n")
    assert rules(run()) == {"wide-span"}
    (folder / "inner" / "orgraph.toml").write_text("[check]\nset.wide-span.limit = 8\n")
    assert rules(run()) == set()


def test_a_file_can_be_given(folder: Path) -> None:
    (folder / "mine.toml").write_text("[check]\nset.wide-span.limit = 7\nfail-on = 'info'\n")
    result = run("--config", str(folder / "mine.toml"))
    assert (rules(result), result.exit_code) == ({"wide-span"}, 1)
    assert run("--config", str(folder / "mine.toml"), "--fail-on", "never").exit_code == 0


def test_selected_rules_of_a_file_give_way_to_those_of_the_command(folder: Path) -> None:
    (folder / "orgraph.toml").write_text("[check]\nselect = ['ORG2']\nset.wide-span.limit = 7\n")
    assert rules(run()) == set()
    assert rules(run("--select", "ORG1")) == {"wide-span"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[chek]\n", ["unknown key chek", "check"]),
        ("[check]\nselct = ['ORG1']\n", ["check.selct", "select, ignore, fail-on, set"]),
        ("[check]\nselect = 'ORG1'\n", ["check.select", "valid list", "'ORG1'"]),
        ("[check]\nfail-on = 'sometimes'\n", ["check.fail-on", "'error', 'warning', 'info' or 'never'"]),
        ("[check.set]\nwide-spn.limit = 3\n", ["check.set.wide-spn", "wide-span.limit"]),
        ("[check.set]\nwide-span.limt = 3\n", ["check.set.wide-span.limt", "legal are limit"]),
        ("[check.set]\nwide-span.limit = 'x'\n", ["check.set.wide-span.limit", "valid integer"]),
        ("[check.set]\nwide-span.limit = -1\n", ["check.set.wide-span.limit", "greater than or equal to 0"]),
        ("[check\n", ["line 1"]),
    ],
)
def test_what_is_wrong_is_named(folder: Path, text: str, said: list[str]) -> None:
    path = folder / "orgraph.toml"
    path.write_text(text)
    result = run()
    assert result.exit_code == 2
    assert all(word in result.stderr for word in (str(path), *said)), result.stderr


@pytest.mark.parametrize("said", ["wide-span", "wide-span.limit", "limit=3", "wide-span.limit=many", "no-rule.limit=3"])
def test_a_wrong_limit_is_a_usage_error(folder: Path, said: str) -> None:
    result = run("--set", said)
    assert (result.exit_code, "--set" in result.stderr) == (2, True)


def test_a_missing_file_is_a_usage_error(folder: Path) -> None:
    result = run("--config", "nowhere.toml")
    assert (result.exit_code, "nowhere.toml" in result.stderr) == (2, True)


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert configured(None, tmp_path) == Configured()
    with pytest.raises(click.UsageError, match=r"wide-span\.limit"):
        limits({}, ["wide-span"])


def test_explain_prints_the_manual_with_limits_and_causes() -> None:
    by_code, by_name = (CliRunner().invoke(main, ["explain", word]).stdout for word in ("org112", "wide-span"))
    assert by_code == by_name
    assert by_code.startswith("wide-span (ORG112, info)\n\nA position has more direct reports than the limit.")
    assert "--set wide-span.limit=15" in by_code
    assert "duplicate-number" in CliRunner().invoke(main, ["explain", "reporting-loop"]).stdout


def test_the_rule_book_as_json_holds_every_rule() -> None:
    book = json.loads(CliRunner().invoke(main, ["rules", "--format", "json"]).stdout)
    names = {
        rule.name for package in ("orgraph.check", "orgraph.extract", "orgraph.tables") for rule in discover(package)
    }
    assert {rule["name"] for rule in book} == names
    assert all(rule["manual"] and rule["summary"] for rule in book)


def test_the_report_is_a_format(folder: Path) -> None:
    assert CliRunner().invoke(main, ["check", "staff.csv", "-o", "report.html"]).exit_code == 0
    page = Path("report.html").read_text()
    assert page.startswith("<!DOCTYPE html>")
    assert "Quality index <strong>100 of 100</strong>" in page
