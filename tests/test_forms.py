"""What a text says does not depend on how it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import script

from orgraph.read._marks import as_markdown

forms, judges = script("forms"), script("judges")
JUDGE = judges.Examples()
CLEAN = {name: text.replace("\r\n", "\n") for name, text in JUDGE.texts.items() if JUDGE.is_clean(name)}


@pytest.mark.parametrize("form", forms.FORMS)
def test_every_hand_says_the_same(form: str) -> None:
    texts = {name: forms.FORMS[form](text) for name, text in CLEAN.items()}
    figures = JUDGE.figures(judges.records(texts), texts).all
    assert all(value in (1.0, None) for value in figures.values()), figures


@given(st.text(alphabet="\n \t*_-+oØ().aiv1Clerk"))
def test_marks_keep_their_places(text: str) -> None:
    assert len(as_markdown(text)) == len(text)
