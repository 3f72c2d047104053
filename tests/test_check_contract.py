"""What every rule keeps to, whatever it looks for."""

from __future__ import annotations

import importlib
import random
import re
from pathlib import Path

import outline
import pytest
from msgspec.structs import replace

from orgraph import rules
from orgraph.check import check, worst
from orgraph.check._facts import Facts
from orgraph.errors import UnknownName
from orgraph.model import Finding

RULES = list(rules.discover("orgraph.check"))
CASES = Path(__file__).parent / "cases" / "check"
HEADINGS = ["What it finds:", "Why it matters:", "Example:", "What to do:", "Known misses:", "Source:"]

FAULTY = """
--- one.txt
Managing Director [EX-02]
  * Head Baker [fte=3I→31; context fte=13; EX-02; reports=5; peers=missing; lists=Driver; number=TBD; alias=Miller]
    Bread Team [unit; fte=8]
    Cake Team [unit; fte=4; open=the Manager]
    Shop Manager [to=Shop Manager; number=7]
--- two.txt
Operations Director
  * Head Baker [fte=12; EX-01; number=7; salary=2; operating=2; total=5]
    Bread Team [unit; fte=8]
    Tart Team [unit; fte=4]
    Managing Director
--- three.txt
* Head Baker [number=8; to=Managing Director]
--- four.txt
Operations Director
  * Driver [fte=9; reports=1]
    Van Team [unit; fte=3]
    Bike Team [unit; fte=3]
--- five.txt
Chair
  * Clerk
--- six.txt
~ Minutes of the meeting.
!!! seven.txt: empty
"""


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    return check(outline.graph(FAULTY))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_manual_has_every_heading_in_order_with_text_under_it(rule: rules.Rule) -> None:
    lines = rule.manual.splitlines()
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    for heading in HEADINGS:
        below = lines[lines.index(heading) + 1]
        assert re.match(r" {4}\S", below), f"nothing under {heading!r}"
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_file_function_and_rule_share_a_name_and_a_case_file(rule: rules.Rule) -> None:
    stem = rule.name.replace("-", "_")
    module = importlib.import_module(f"orgraph.check.{stem}")
    assert rule.function.__name__ == stem
    assert rule.function is getattr(module, stem)
    assert (CASES / f"{stem}.toml").is_file()


def test_no_case_file_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == {rule.name.replace("-", "_") for rule in RULES}


def test_codes_are_unique_and_well_formed() -> None:
    codes = [str(rule.code) for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"ORG[1-3]\d\d", code) for code in codes)
    assert {rule.severity for rule in RULES} <= {"error", "warning", "info"}


def test_limits_are_numbers_above_zero_with_a_usual_value() -> None:
    limits = [setting for rule in RULES for setting in rule.settings.values()]
    assert limits
    assert all(setting.type in (int, float) and setting.usual > 0 for setting in limits)


def test_causes_are_rules_and_never_go_round() -> None:
    because = {rule.name: set(rule.because) for rule in RULES}
    assert {cause for causes in because.values() for cause in causes} <= set(because)
    left = dict(because)
    while free := [name for name, causes in left.items() if not causes & left.keys()]:
        for name in free:
            del left[name]
    assert not left


def test_only_failures_have_the_severity_of_their_rule(findings: tuple[Finding, ...]) -> None:
    severity = {rule.code: rule.severity for rule in RULES}
    for finding in findings:
        assert finding.severity == (severity[finding.code] if finding.outcome == "fail" else "info")
    assert worst(findings) == "error"
    assert worst(f for f in findings if f.outcome != "fail") is None


def test_findings_stand_in_the_order_of_the_sources(findings: tuple[Finding, ...]) -> None:
    own = [f for f in findings if f.evidence and "because" not in f.values]
    places = [(f.evidence[0].source, f.evidence[0].start, f.code) for f in own]
    assert places == sorted(places)


def test_consequences_stand_behind_their_cause(findings: tuple[Finding, ...]) -> None:
    known: set[object] = set()
    for finding in findings:
        assert finding.values.get("because") in {None, *known}
        known.add(f"{finding.code} {finding.focus}")


def test_every_quote_is_the_text_at_its_place(findings: tuple[Finding, ...]) -> None:
    texts = dict(outline.documents(FAULTY))
    quoted = [evidence for finding in findings for evidence in finding.evidence]
    assert quoted
    assert all(texts[e.source][e.start : e.end] == e.quote for e in quoted)


def test_the_order_of_claims_and_rules_changes_nothing(findings: tuple[Finding, ...]) -> None:
    roster = outline.roster(FAULTY)
    shuffled = random.Random(7).sample(roster.claims, len(roster.claims))
    again = check(outline.build(replace(roster, claims=tuple(shuffled)), outline.unreadable(FAULTY)))
    assert [(f.code, f.message) for f in again] == [(f.code, f.message) for f in findings]
    apart = [finding for rule in reversed(RULES) for finding in rule.function(Facts(outline.graph(FAULTY)))]
    assert sorted(map(_plain, apart)) == sorted(map(_plain, findings))


def _plain(finding: Finding) -> str:
    """A finding without its cause, which only the whole run knows."""
    return repr(replace(finding, values={key: found for key, found in finding.values.items() if key != "because"}))


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["fte-rollup"], [], {"ORG201"}),
        (["ORG201"], [], {"ORG201"}),
        (["org20"], ["ORG201", "stated-peers"], {"ORG202", "ORG204", "ORG205", "ORG206"}),
        (["ORG2", "self-report"], ["ORG20", "ORG21"], {"ORG102"}),
        (["ORG30"], ["ORG301", "ORG305"], {f"ORG30{n}" for n in (2, 3, 4, 6, 7, 8, 9)}),
    ],
)
def test_select_and_ignore(select: list[str], ignore: list[str], codes: set[str]) -> None:
    found = check(outline.graph(FAULTY), select=select, ignore=ignore)
    assert {finding.code for finding in found} == codes


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("fte", r"fte-rollup \(ORG201\)"),
        ("fte_rollup", r"fte-rollup \(ORG201\)"),
        ("ORG9", rf"the nearest of {len(RULES)}"),
        ("ORG", rf"the nearest of {len(RULES)}"),
        ("", rf"the nearest of {len(RULES)}"),
    ],
)
def test_an_unknown_rule_is_an_error_that_lists_the_nearest(word: str, said: str) -> None:
    for options in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(UnknownName, match=said):
            check(outline.graph("Head Baker"), **options)


def test_an_empty_graph_has_no_findings() -> None:
    assert check(outline.graph("")) == ()
