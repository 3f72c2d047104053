"""The proof of the headcount: every reading, and what no figure can make it say."""

from __future__ import annotations

from decimal import Decimal

import outline
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from orgraph.check import check
from orgraph.model import Finding

DRAWING = """
* Head Baker [fte={stated}]
  Bread Baker [fte=10]
  Pastry Chef [fte=20]
  Cake Team [unit; fte=40]
  Miller [fte=5 planned]
  Night Team [unit; fte=3 planned]
"""


def proof(drawing: str) -> Finding:
    [finding] = check(outline.graph(drawing), select=["ORG201"])
    return finding


@pytest.mark.parametrize(
    ("stated", "reading"),
    [
        (78, "planned counted, head not counted"),
        (70, "planned left out, head not counted"),
        (79, "planned counted, head counted"),
        (81, "planned counted, heads of the parts counted"),
        (82, "planned counted, head and heads of the parts counted"),
        (71, "planned left out, head counted"),
        (72, "planned left out, heads of the parts counted"),
        (73, "planned left out, head and heads of the parts counted"),
    ],
)
def test_each_reading_is_found_and_named(stated: int, reading: str) -> None:
    finding = proof(DRAWING.format(stated=stated))
    assert finding.outcome == "pass"
    assert finding.values["reading"] == reading
    assert finding.values["stated"] == finding.values["sum"] == stated
    assert reading.partition(", ")[2] in finding.message


@pytest.mark.parametrize("stated", [69, 74, 77, 80, 83, 0, 1000])
def test_what_no_reading_makes_fails(stated: int) -> None:
    finding = proof(DRAWING.format(stated=stated))
    assert (finding.outcome, finding.severity) == ("fail", "error")
    assert finding.values["reading"] is None
    assert finding.values["sum"] == 78
    assert f"= 78, stated {stated} ({abs(78 - stated)} apart)" in finding.message
    assert "70 without the planned" in finding.message
    assert "79 with the head" in finding.message


def test_the_first_reading_that_holds_wins() -> None:
    # 9 is the plain sum without the planned, and the sum of everything with the head cannot be 9 too.
    one_planned = "* Head Baker [fte=9]\n  Bread Team [unit; fte=9]\n  Cake Team [unit; fte=0 planned]"
    assert proof(one_planned).values["reading"] == "planned counted, head not counted"


def test_evidence_is_every_operand_with_the_stated_first() -> None:
    finding = proof(DRAWING.format(stated=50))
    quotes = [evidence.quote for evidence in finding.evidence]
    assert quotes == ["fte=50", "fte=10", "fte=20", "fte=40", "fte=5 planned", "fte=3 planned"]
    assert finding.values["parts"] == [
        "Bread Baker 10",
        "Pastry Chef 20",
        "Cake Team 40",
        "Miller 5 planned",
        "Night Team 3 planned",
    ]


def test_the_misread_total_is_a_candidate_and_no_pass() -> None:
    finding = proof("""
* Head Baker [fte=3I→31]
  Packer [fte=0]
  Bread Baker [fte=4]
  Pastry Chef [fte=16]
  Miller [fte=9]
  Shop Manager [fte=13]
  Driver [fte=8]
""")
    assert finding.outcome == "fail"
    assert finding.values["candidates"] == ["51 = parts + head, one digit from the stated 31 (“3I”)"]
    assert "0 + 4 + 16 + 9 + 13 + 8 = 50, stated 31 (19 apart)" in finding.message
    assert "56 with the heads of the parts, 57 with the heads of the parts and the head too" in finding.message


def test_a_single_digit_is_no_candidate_unless_it_was_repaired() -> None:
    drawing = "* Head Baker [fte=20]\n  Bread Team [unit; fte={}]\n  Cake Team [unit; fte=8]"
    assert not any("Bread" in text for text in proof(drawing.format("5")).values["candidates"])
    assert not any("Bread" in text for text in proof(drawing.format("S→5")).values["candidates"])  # 12 has two digits
    drawing = "* Head Baker [fte=20]\n  Bread Team [unit; fte={}]\n  Cake Team [unit; fte=11]"
    repaired = proof(drawing.format("S→5")).values["candidates"]
    assert repaired[0] == "parts = 20 if Bread Team were 9, one digit from its 5 (“S”)"


def test_exact_numbers_survive_into_the_values() -> None:
    finding = proof("* Head Baker [fte=29.50]\n  Bread Team [unit; fte=0.1]\n  Cake Team [unit; fte=29.4]")
    assert finding.outcome == "pass"
    assert "0.1 + 29.4 = 29.5 holds" in finding.message
    assert finding.values["sum"] == 29.5


def test_a_thousand_parts_are_added_and_the_formula_is_cut() -> None:
    parts = "\n".join(f"  Team {number} [unit; fte=1]" for number in range(1000))
    finding = proof(f"* Head Baker [fte=1000]\n{parts}")
    assert finding.outcome == "pass"
    assert "… 988 more …" in finding.message
    assert len(finding.evidence) == 1001


def test_a_figure_proves_nothing_of_itself() -> None:
    roster = outline.roster("* Head Baker [fte=8]\n  Bread Baker")
    [total] = [bound for bound in roster.claims if bound.claim.predicate == "staff"]
    evidence = replace(total.claim.evidence[0], rule="another-rule")
    claim = replace(total.claim, evidence=(evidence,))
    twin = replace(total, subject=outline.identity("Bread Baker"), claim=claim)
    graph = outline.build(replace(roster, claims=(*roster.claims, twin)))
    [finding] = check(graph, select=["ORG201"])
    assert (finding.outcome, finding.message) == (
        "not_verifiable",
        "Head Baker: 8 stated, no report carries a figure",
    )


staff = st.integers(0, 200)
part = st.tuples(staff, st.booleans(), st.booleans())


def drawn(stated: int | Decimal, parts: list[tuple[int, bool, bool]]) -> str:
    rows = [
        f"  Box {number} [{'unit; ' if unit else ''}fte={figure}{' planned' if planned else ''}]"
        for number, (figure, unit, planned) in enumerate(parts)
    ]
    return "\n".join([f"* Head Baker [fte={stated}]", *rows])


@settings(max_examples=60, deadline=None)
@given(st.lists(part, min_size=1, max_size=8), st.booleans(), st.booleans(), st.booleans())
def test_every_total_that_a_reading_makes_holds(
    parts: list[tuple[int, bool, bool]], planned: bool, head: bool, heads: bool
) -> None:
    counted = [(figure, unit) for figure, unit, later in parts if planned or not later]
    stated = sum(figure for figure, _ in counted) + head + heads * sum(not unit for _, unit in counted)
    finding = proof(drawn(stated, parts))
    assert finding.outcome == "pass"
    assert finding.values["sum"] == stated


@settings(max_examples=60, deadline=None)
@given(st.lists(part, min_size=1, max_size=8), st.integers(0, 2000))
def test_no_total_holds_that_no_reading_makes(parts: list[tuple[int, bool, bool]], stated: int) -> None:
    made = set()
    for planned in (True, False):
        counted = [(figure, unit) for figure, unit, later in parts if planned or not later]
        plain = sum(figure for figure, _ in counted)
        bosses = sum(not unit for _, unit in counted)
        made |= {plain, plain + 1, plain + bosses, plain + bosses + 1}
    assert (proof(drawn(stated, parts)).outcome == "pass") == (stated in made)
