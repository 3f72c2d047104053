"""The accounts of the rollup: every measure, along lines and along units, by status, as ranges, with what is lost."""

from __future__ import annotations

from decimal import Decimal

import outline
from hypothesis import given
from hypothesis import strategies as st

from orgraph.interval import total, written
from orgraph.rollup import Account, Ledger, accounts, rollup


def account(drawing: str, measure: str, along: str = "lines", currency: str | None = None) -> Account:
    found = accounts(Ledger(outline.graph(drawing)))
    return next(one for one in found if (one.measure, one.along, one.currency) == (measure, along, currency))


def said(one: Account) -> tuple[str, str, dict[str, str]]:
    return written(one.in_sources), written(one.reachable), {loss.cause: written(loss.amount) for loss in one.lost}


def statuses(one: Account) -> dict[str, str]:
    return {status: written(amount) for status, amount in one.by_status.items()}


STAFF = """
--- staff.csv
Chief [top; held=A; seat fte=1; in=Mill]
  Miller [held=B; seat fte=0.5; in=Mill]
  Carter [status=vacant; seat fte=1 vacant]
    Driver [held=C; held=D; seat fte=2]
Clerk [to=Clerk; held=E; seat fte=1]
Cook [status=eliminated; seat fte=1; in=Mill]
Mill [unit]
"""


def test_the_rows_of_a_table_are_heads() -> None:
    assert said(account(STAFF, "headcount")) == ("5", "4", {"self_report": "1"})
    assert statuses(account(STAFF, "headcount")) == {"actual": "5"}


def test_the_account_of_fte_is_the_rollup() -> None:
    one, plain = account(STAFF, "fte"), rollup(Ledger(outline.graph(STAFF)))
    assert (one.in_sources.low, one.reachable.low) == (plain.fte_in_sources, plain.fte_reachable)
    assert statuses(one) == {"actual": "4.5", "vacant": "1"}


def test_a_post_is_filled_where_its_row_names_somebody_and_acting_where_it_says_so() -> None:
    rows = "A [held=X; seat fte=1]\nActing B [held=Y; seat fte=2]\nC [held=Z (interim); seat fte=3]\nD [seat fte=4]"
    made = {one.measure: statuses(one) for one in accounts(Ledger(outline.graph(f"--- staff.csv\n{rows}")))}
    assert made["fte"] == {"actual": "1", "acting": "5", "unspecified": "4"}
    assert made["headcount"] == {"actual": "1", "acting": "2"}


def test_what_is_eliminated_stands_beside_the_sum() -> None:
    one = account(STAFF, "fte")
    assert written(one.eliminated) == "1"
    assert written(one.in_sources) == "5.5"


def test_along_units_a_post_without_a_unit_is_in_that_of_its_superior() -> None:
    assert said(account(STAFF, "fte", "units")) == ("5.5", "4.5", {"no_unit": "1"})
    (loss,) = account(STAFF, "fte", "units").lost
    assert [box.rpartition("/")[2] for box in loss.boxes] == ["clerk"]


def test_units_that_contain_one_another_are_lost() -> None:
    drawing = """
    Head [in=North; fte=4]
    Other [in=East; fte=3]
    North [unit; part_of=South]
    South [unit; part_of=North]
    East [unit]
    """
    assert said(account(drawing, "fte", "units")) == ("7", "3", {"unit_loop": "4"})


def test_a_unit_whose_head_reports_outside_is_a_top_all_the_same() -> None:
    drawing = "Minister\n  * Head [heads=Bakery]\n    Baker [fte=3; in=Bakery]\nBakery [unit]"
    assert said(account(drawing, "fte", "units")) == ("3", "3", {})


def test_a_graph_without_units_has_no_account_along_them() -> None:
    assert {one.along for one in accounts(Ledger(outline.graph("* Head\n  Team [fte=3]")))} == {"lines"}


def test_ranges_stay_ranges() -> None:
    one = account("* Head\n  Day [unit; fte=4]\n  Night [unit; fte=2..3]\n  Odd [unit; fte=5..]", "fte")
    assert written(one.in_sources) == "11 or more"
    assert written(account("* Head\n  Day [unit; fte=4]\n  Night [unit; fte=2..3]", "fte").in_sources) == "6–7"


def test_a_range_of_a_part_does_not_take_the_place_of_an_exact_total() -> None:
    parts = "\n  Day [unit; fte=4]\n  Night [unit; fte=2..3]"
    assert said(account(f"* Head [fte=9]{parts}", "fte"))[0] == "9"
    assert said(account(f"* Head [fte=9..12]{parts}", "fte"))[0] == "6–7"


def test_planned_staff_is_apart_in_every_measure() -> None:
    one = account("* Head\n  Day [unit; headcount=4]\n  Night [unit; headcount=3 planned]", "headcount")
    assert statuses(one) == {"planned": "3", "unspecified": "4"}
    assert said(account("* Head [person_years=12]", "person_years")) == ("12", "12", {})


def test_a_range_by_place_and_wider_figures_are_left_out() -> None:
    assert accounts(Ledger(outline.graph("* Head [fte=17@North..56@South; context fte=900]"))) == ()


def test_of_money_the_widest_figure_counts() -> None:
    drawing = "* Head [total=500 CAD]\n  Day [unit; total=200 CAD]\n  Night [unit; salary=50 CAD]"
    assert said(account(drawing, "money", currency="CAD")) == ("500", "500", {})
    assert said(account(drawing.replace("500", "100"), "money", currency="CAD"))[0] == "250"


def test_a_budget_is_its_total_or_its_two_parts() -> None:
    one = account("* Head [salary=300 CAD; operating=50 CAD; program=900 CAD]", "money", currency="CAD")
    assert written(one.in_sources) == "350"
    whole = "* Head [salary=300 CAD; operating=50 CAD; total=360 CAD]"
    assert written(account(whole, "money", currency="CAD").in_sources) == "360"


def test_currencies_are_never_added() -> None:
    found = accounts(Ledger(outline.graph("* Head\n  Day [unit; total=5 USD]\n  Night [unit; total=7 CAD]")))
    assert [(one.currency, written(one.in_sources)) for one in found if one.along == "lines"] == [
        ("CAD", "7"),
        ("USD", "5"),
    ]


def test_money_that_no_top_reaches_is_lost_with_its_cause() -> None:
    assert said(account("A [total=5 CAD]\n  B\n    A", "money", currency="CAD")) == ("5", "0", {"loop": "5"})


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40), st.integers(0, 3)), min_size=1, max_size=12))
def test_every_account_accounts_for_itself(rows: list[tuple[int, int, int]]) -> None:
    drawing = "--- staff.csv\n" + "".join(
        f"Post {number} [to=Post {above}; seat fte={staff}; fte={more}..{more + staff}; in=Unit {more}]\n"
        for number, (above, staff, more) in enumerate(rows)
    )
    drawing += "".join(f"Unit {number} [unit; part_of=Unit {number // 2}]\n" for number in range(4))
    ledger = Ledger(outline.graph(drawing))
    for one in accounts(ledger):
        assert one.in_sources == total((one.reachable, *(loss.amount for loss in one.lost)))
        assert one.in_sources == total(one.by_status.values())
    ways = {one.along: one.in_sources for one in accounts(ledger) if one.measure == "fte"}
    assert len(set(ways.values())) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.decimals(0, 9, places=1)), min_size=1, max_size=12))
def test_without_ranges_the_account_of_fte_is_the_rollup(rows: list[tuple[int, Decimal]]) -> None:
    drawing = "--- staff.csv\n" + "".join(
        f"Post {number} [to=Post {above}; seat fte={fte}]\n" for number, (above, fte) in enumerate(rows)
    )
    ledger = Ledger(outline.graph(drawing))
    plain = rollup(ledger)
    for one in accounts(ledger):
        if one.along == "lines":
            assert (one.in_sources.low, one.reachable.low) == (plain.fte_in_sources, plain.fte_reachable)
            assert {loss.cause: loss.amount.low for loss in one.lost} == {
                lost.cause: lost.fte for lost in plain.fte_lost
            }


def test_the_status_of_a_row_is_that_of_its_figures() -> None:
    rows = "A [held=X; status=on leave; seat fte=1]\nB [held=Y; status=fixed term; seat fte=2]\n"
    rows += "C [held=Z; status=acting; seat fte=4]\nD [status=vacant; seat fte=8]\nE [held=V; seat fte=16]"
    made = {one.measure: statuses(one) for one in accounts(Ledger(outline.graph(f"--- staff.csv\n{rows}")))}
    assert made["fte"] == {"acting": "4", "actual": "16", "fixed term": "2", "on leave": "1", "vacant": "8"}
    assert made["headcount"] == {"acting": "1", "actual": "1", "fixed term": "1", "on leave": "1"}


def test_the_rows_of_a_shared_post_keep_their_statuses_apart() -> None:
    rows = "A [number=1; held=X; status=on leave; seat fte=1]\nA [number=1; held=Y; status=acting; seat fte=0.8]\n"
    rows += "A [number=1; held=Z; seat fte=0.2]"
    made = {one.measure: statuses(one) for one in accounts(Ledger(outline.graph(f"--- staff.csv\n{rows}")))}
    assert made["fte"] == {"acting": "0.8", "actual": "0.2", "on leave": "1"}
