"""The one pass over a text finds every cue where it stands, however many cues there are."""

from __future__ import annotations

from time import process_time

from ahocorasick import Automaton
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_linear

from orgraph.extract._cues import Cues, places

# Few letters: cues overlap, begin and end one another, and stand within one another.
TEXTS = st.text("abé \n", max_size=60) | st.text(max_size=60)
CUES = st.lists(st.text("abé ", min_size=1, max_size=4) | st.text(min_size=1, max_size=4), max_size=12)


@given(TEXTS, CUES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_cue_is_found_wherever_it_stands(text: str, cues: list[str]) -> None:
    known = Automaton()
    first = Cues(text, known)
    for cue in cues:
        assert first.places(cue) == list(places(text, cue, step=1))  # one that is asked for the first time
    second = Cues(text, known)
    for cue in cues:
        assert second.places(cue) == list(places(text, cue, step=1))  # one that the pass has looked for


def test_a_text_in_which_cues_overlap_is_read_in_linear_time() -> None:
    cues = ["".join("ab"[bit == "1"] for bit in f"{number:b}") for number in range(1, 256)]
    known = Automaton()

    def seconds(length: int, turns: int) -> float:
        text = "ab" * (length // 2)
        times = []
        for _ in range(turns):
            started = process_time()
            found = Cues(text, known)
            assert sum(len(found.places(cue)) for cue in cues) > length
            times.append(process_time() - started)
        return min(times)

    seconds(10, 1)
    assert_linear(lambda turns: seconds(50_000, turns), lambda turns: seconds(200_000, turns))
