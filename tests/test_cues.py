"""The one pass over a text finds every cue where it stands, and every pattern matches around its cues only."""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_linear

from orgraph.extract import extract
from orgraph.extract._cues import Cues, Search, places
from orgraph.extract._reading import Reading
from orgraph.read.plain import plain
from orgraph.text import Span

# Few letters: cues overlap, begin and end one another, and stand within one another.
TEXTS = st.text("abé \n", max_size=60) | st.text(max_size=60)
CUES = st.lists(st.text("abé ", min_size=1, max_size=4) | st.text(min_size=1, max_size=4), max_size=12)


@given(TEXTS, CUES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_cue_is_found_wherever_it_stands(text: str, cues: list[str]) -> None:
    search = Search()
    first = Cues(text, search)
    for cue in cues:
        assert first.places(cue) == list(places(text, cue, step=1))  # one that is asked for the first time
    second = Cues(text, search)
    for cue in cues:
        assert second.places(cue) == list(places(text, cue, step=1))  # one that the pass has looked for


def test_a_text_in_which_cues_overlap_is_read_in_linear_time() -> None:
    cues = ["".join("ab"[bit == "1"] for bit in f"{number:b}") for number in range(1, 256)]
    search = Search()

    def seconds(length: int, turns: int) -> float:
        text = "ab" * (length // 2)
        times = []
        for _ in range(turns):
            started = process_time()
            found = Cues(text, search)
            assert sum(len(found.places(cue)) for cue in cues) > length
            times.append(process_time() - started)
        return min(times)

    seconds(10, 1)
    assert_linear(lambda turns: seconds(50_000, turns), lambda turns: seconds(200_000, turns))


# --- the cues of the rules ------------------------------------------------------------------------------

CASES = Path(__file__).parent / "cases" / "extract"


@pytest.mark.parametrize("rule", sorted(path.stem for path in CASES.glob("*.toml")))
def test_nothing_is_lost_where_patterns_are_tried_around_their_cues_only(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = tomllib.loads((CASES / f"{rule}.toml").read_text("utf-8"))["case"]
    documents = [plain(case["text"].encode(), "case.md", markdown=True) for case in cases]
    around = [extract(document) for document in documents]
    monkeypatch.setattr(Reading, "near", lambda reading, *_: [Span(0, len(reading.view))])
    monkeypatch.setattr(Reading, "opening", lambda reading, pattern, *_: pattern.finditer(reading.view))
    assert [extract(document) for document in documents] == around
