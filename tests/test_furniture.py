"""Heads and feet of scanned pages leave the view; the lines of a typed text stay."""

from __future__ import annotations

from orgraph.read.plain import plain

PROSE = "Keeps the lamps clean and the books in order. " * 14


def view(text: str) -> str:
    return " ".join(plain(text.encode(), "case.txt").view.split())


def test_feet_on_lines_of_their_own_cut_no_sentence() -> None:
    foot = "Harbour Trust Director, Lights Page {}"
    text = f"{PROSE}The others are the Director,\n{foot.format(1)}\nTides, and the Clerk. {PROSE}\n{foot.format(2)}\n"
    assert "The others are the Director, Tides, and the Clerk." in view(text)
    assert "Harbour Trust" not in view(text)


def test_the_same_foot_without_a_page_number_stays() -> None:
    text = f"{PROSE}\nReports to the Master\n{PROSE}\nReports to the Master\n"
    assert view(text).count("Reports to the Master") == 2


def test_short_lines_of_a_typed_text_stay() -> None:
    typed = f"Lights\n\n{PROSE}\n\nStaff of team 1\n\n{PROSE}\n\nStaff of team 2\n"
    assert "Staff of team 1" in view(typed)
    assert "Staff of team 2" in view(typed)


def test_the_date_behind_a_page_number_goes_with_it_at_the_end_of_the_page() -> None:
    foot = "Page I of 5 June Ist, 2OI9"
    text = f"{PROSE}Leads the Director, {foot}\nTides and one more. {PROSE} Page 2 of 5 see May 3, 2020 and on"
    assert "Leads the Director, Tides and one more." in view(text)
    assert "May 3, 2020 and on" in view(text)
