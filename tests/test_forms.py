"""What a text says does not depend on how it was typed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgraph.read._marks import as_markdown

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def _script(name: str) -> ModuleType:
    """A file of benchmarks/, which holds scripts and is no package."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


forms, judges = _script("forms"), _script("judges")
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
