"""Lines that an editor broke at a width are paragraphs again, and nothing else is joined."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from orgraph.read._wrapped import unwrapped

PROSE = (
    "The clerk enters each boat that lies at the wharf overnight in a book which the harbour master signs every "
    "morning, and writes the bills for the owners. The clerk also answers the letters of those who think that they "
    "have been charged too much, and sends the others to the treasury. The book is kept for seven years."
)
WRAPPED = textwrap.fill(PROSE, 60)


def test_a_broken_paragraph_is_one_line_again() -> None:
    assert unwrapped(WRAPPED) == PROSE


def test_lists_labels_and_headings_keep_their_lines() -> None:
    form = "Title: Clerk of the Wharf Office of the Harbour at Saltby\nReports to: Master"
    items = "* Enters each boat that lies at the wharf overnight in it\n* Writes bills for the owners"
    heading = "# What the Clerk of the Wharf Office does in the morning\nEverything is written down."
    text = f"{WRAPPED}\n\n{form}\n\n{items}\n\n{heading}\n"
    assert unwrapped(text) == text.replace(WRAPPED, PROSE)


def test_a_form_of_short_lines_stays_as_it_is() -> None:
    form = "Title: Clerk, Wharf Office of the Harbour\nSuperior: Harbour Master of Saltby\nGrade: Six\n" * 9
    assert unwrapped(form) == form


@given(st.text(alphabet="\n *#|1.:aB", max_size=400))
def test_every_character_keeps_its_place(text: str) -> None:
    assert unwrapped(text).replace("\n", " ") == text.replace("\n", " ")
