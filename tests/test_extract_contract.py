"""What every extraction rule keeps to, whatever it reads."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from orgraph import rules
from orgraph.extract import extract
from orgraph.read.plain import plain

RULES = list(rules.discover("orgraph.extract"))
CASES = Path(__file__).parent / "cases" / "extract"
HEADINGS = ["What it reads:", "Example:", "Must not read:", "Known misses:"]

_TITLES = ("Clerk", "Advisor", "Director")
_FRAME = """# Job Description

{header}

## General Accountability

{phrase}

## Organization Structure

The {title} is one of five positions reporting to the Chief Executive Officer. {phrase}

## Dimensions

{phrase}
"""


def _stem(rule: rules.Rule) -> str:
    return rule.name.replace("-", "_")


def _sections(manual: str) -> dict[str, str]:
    """The text under each heading of a manual."""
    parts = re.split(rf"^({'|'.join(map(re.escape, HEADINGS))})", manual, flags=re.M)
    return {heading: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def _framed(title: str, phrases: list[str]) -> str:
    """A description that has the phrases in its header and under each heading."""
    named = [] if "Title:" in "".join(phrases) else [f"**Position Title:** {title}"]
    header = "\n".join(f"* {field}" for field in (*named, *phrases))
    return _FRAME.format(header=header, title=title, phrase=" ".join(phrases))


def _read(rule: rules.Rule, title: str, phrases: list[str]) -> int:
    """How many claims a rule reads in the frame with the phrases."""
    document = plain(_framed(title, phrases).encode(), "example.md", markdown=True)
    return sum(claim.rule == rule.name for claim in extract(document))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_manual_has_every_heading_in_order_with_text_under_it(rule: rules.Rule) -> None:
    sections = _sections(rule.manual)
    assert list(sections) == HEADINGS
    assert all(sections.values())
    assert re.search(r"[.\"]$", rule.summary)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_file_function_and_rule_share_a_name_and_a_case_file(rule: rules.Rule) -> None:
    module = importlib.import_module(f"orgraph.extract.{_stem(rule)}")
    assert rule.function.__name__ == _stem(rule)
    assert rule.function is getattr(module, _stem(rule))
    assert (CASES / f"{_stem(rule)}.toml").is_file()


def test_no_case_file_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(map(_stem, RULES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_the_manual_is_read(rule: rules.Rule) -> None:
    phrases = re.findall(r'"([^"]+)"', _sections(rule.manual).get("Example:", ""))
    assert phrases, "no quoted example"
    told = " ".join(phrases).lower()
    title = next((title for title in _TITLES if f"the {title.lower()}" in told), "Chief Hydrographer")
    assert _read(rule, title, phrases) > _read(rule, title, [])
