"""Run every case of tests/cases/extract: a short description and what one rule must read in it.

A case has a `name`, a `text`, and under `reads` one line a claim, in any order:

    subject | predicate | value, details ~ ! raw→repaired

`~` marks an inferred claim, each `!` a repair. Details are what a value holds besides its number
or code: a qualifier, the kind of money, a scope other than its own, places, "about".
A text is Markdown; `scanned = "en"` or `"fr"` makes it the start of a scanned page, one long line
whose rest is prose in that language. `known_miss = true` says that the rule cannot read it yet;
the case then must fail.

Claims that merely name a mention (`title` of another position, `unit_name`) are left out: every
mention has one, and the rule that is first in the alphabet gets it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orgraph.export.record import shown
from orgraph.extract import extract
from orgraph.model import Claim, Classification, Document, Quantity
from orgraph.read.plain import plain

CASES = Path(__file__).parent / "cases" / "extract"
FILES = sorted(CASES.glob("*.toml"))

# A scanned page is recognized by its length.
_EN = " Keeps the books in order and the windows clean; sees to it that rain stays outside."
_FR = " Tenir les livres en ordre et les vitres propres; veiller à ce que la pluie reste dehors."
REST = {"en": " SPECIFIC ACCOUNTABILITIES" + _EN * 14, "fr": " RESPONSABILITÉS PARTICULIÈRES" + _FR * 14}


@cache
def _file(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _cases(*, misses_fail: bool) -> list[Any]:
    found = []
    for path in FILES:
        for case in _file(path)["case"]:
            marks = [pytest.mark.xfail(strict=True)] if misses_fail and case.get("known_miss") else []
            found.append(pytest.param(_file(path)["rule"], case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _document(case: dict[str, Any], *, repair: bool = True) -> Document:
    if "scanned" in case:
        return plain((case["text"].strip() + REST[case["scanned"]]).encode(), "case.txt", repair=repair)
    return plain(case["text"].encode(), "case.md", markdown=True, repair=repair)


def _names_a_mention(claim: Claim, others: list[Claim]) -> bool:
    """Whether a claim names what another claim of the same rule is about: it is made of itself."""
    if claim.predicate not in ("title", "unit_name") or claim.subject.kind == "self":
        return False
    return any(claim.subject in (other.subject, other.value) for other in others if other is not claim)


def _line(claim: Claim) -> str:
    subject = "this position" if claim.subject.kind == "self" else claim.subject.text
    value = ", ".join(filter(None, (shown(claim), *_details(claim))))
    inferred = " ~" if claim.modality == "inferred" else ""
    repairs = "".join(f" ! {repair.raw}→{repair.repaired}" for repair in claim.repairs)
    return f"{subject} | {claim.predicate} | {value}{inferred}{repairs}"


def _details(claim: Claim) -> Iterator[str | None]:
    match claim.value:
        case Classification() as value:
            yield value.qualifier
            yield "equivalent" if value.basis == "equivalent" else None
        case Quantity() as value:
            yield value.category
            yield value.scope if value.scope != "own" else None
            yield f"{value.low_place} to {value.high_place}" if value.low_place or value.high_place else None
            yield "about" if value.approximate else None


@pytest.mark.parametrize(("rule", "case"), _cases(misses_fail=True))
def test_case(rule: str, case: dict[str, Any]) -> None:
    found = [claim for claim in extract(_document(case)) if claim.rule == rule]
    claims = [claim for claim in found if not _names_a_mention(claim, found)]
    assert sorted(set(map(_line, claims))) == sorted(set(case["reads"]))


@pytest.mark.parametrize(("rule", "case"), _cases(misses_fail=False))
def test_every_quote_is_the_text_at_its_place(rule: str, case: dict[str, Any]) -> None:
    document = _document(case)
    for claim in extract(document):
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote, claim
            assert evidence.quote.strip(), claim
        for repair in claim.repairs:
            assert document.text[repair.start : repair.end] == repair.raw, claim


@pytest.mark.parametrize(("rule", "case"), _cases(misses_fail=False))
def test_who_refuses_repairs_gets_none(rule: str, case: dict[str, Any]) -> None:
    claims = extract(_document(case, repair=False), repair=False)
    assert [claim for claim in claims if claim.repaired] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_what_must_be_read_and_what_must_not(path: Path) -> None:
    data = _file(path)
    assert data["rule"] == path.stem.replace("_", "-")
    cases = [case for case in data["case"] if not case.get("known_miss")]
    assert sum(bool(case["reads"]) for case in cases) >= 4
    assert sum(not case["reads"] for case in cases) >= 3
    names = [case["name"] for case in data["case"]]
    assert len(set(names)) == len(names)
