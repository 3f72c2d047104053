"""Who is who: facts about pairs of mentions, the same or not, over invented descriptions; and what holds for any."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_properties import _document, description, examples

from orgraph.check import check
from orgraph.extract import extract
from orgraph.graph import build
from orgraph.model import Claim, Document, Mention, Roster
from orgraph.resolve import Lock, resolve, settle

CASES = sorted((Path(__file__).parent / "cases" / "resolve").glob("*.toml"))


class Fact(NamedTuple):
    """Two mentions of one run, and whether they are one entity."""

    one: str
    other: str
    same: bool


def read_all(texts: dict[str, str]) -> list[tuple[Document, tuple[Claim, ...]]]:
    named = (_document(text, name) for name, text in texts.items())
    return [(document, extract(document)) for document in named if document is not None]


def facts(case: dict) -> Iterator[Fact]:
    members = [(mention, number) for number, group in enumerate(case["same"]) for mention in group["of"]]
    for (one, first), (other, second) in combinations(members, 2):
        yield Fact(one, other, first == second)


def bound(roster: Roster) -> dict[str, str]:
    """The entity of each mention, by document and text; a second mention of one text has a number."""
    found: dict[str, str] = {}
    names = {source.id: source.source for source in roster.sources}
    ends: dict[tuple[str, Mention], str] = {}
    for claim in roster.claims:
        ends[claim.claim.document, claim.claim.subject] = claim.subject
        if isinstance(claim.claim.value, Mention) and claim.object:
            ends[claim.claim.document, claim.claim.value] = claim.object
    for (document, mention), entity in sorted(ends.items(), key=lambda item: (item[0][0], item[0][1].start)):
        text = "SELF" if mention.kind == "self" else mention.text
        name, turn = f"{names[document]}: {text}", 2
        while found.get(name, entity) != entity:
            name, turn = f"{names[document]}: {text} #{turn}", turn + 1
        found[name] = entity
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_mentions_are_who_they_are(path: Path) -> None:
    case = tomllib.loads(path.read_text("utf-8"))
    entity = bound(resolve(read_all(case["documents"])))
    wrong = [fact for fact in facts(case) if (entity[fact.one] == entity[fact.other]) != fact.same]
    assert not wrong


def test_there_are_facts_enough() -> None:
    every = [fact for path in CASES for fact in facts(tomllib.loads(path.read_text("utf-8")))]
    assert len(every) >= 150
    assert sum(fact.same for fact in every) >= 30


def test_the_own_description_of_a_post_says_its_level() -> None:
    """Whatever the list of a text that comes first says: that stays a claim, and the finding names both."""
    peers = "The Director, Tides is one of two positions reporting to the Chief Executive Officer, Moon. "
    texts = {
        "a.md": DIRECTOR + f"\n## Organization Structure\n{peers}The other is the Director, Waves (EX-02).\n",
        "b.md": DIRECTOR.replace("Tides", "Waves") + "**Classification:** EX-01\n",
    }
    for names in (("a.md", "b.md"), ("b.md", "a.md")):
        graph = build(resolve(read_all({name: texts[by] for name, by in zip("ab", names, strict=True)})))
        assert graph.nodes["position/moon/director-waves"]["classification"].code == "EX-01"
        [found] = [one for one in check(graph) if one.rule == "conflicting-classification" and one.outcome == "fail"]
        assert set(found.values["stated"]) == {"EX-01", "EX-02"}


DIRECTOR = "**Position Title:** Director, Tides\n**Branch:** Moon Branch\n**Department:** Sky\n"
STRANGER = (
    "**Position Title:** Clerk, Sand\n**Branch:** Beach Branch\n**Department:** Shore\n**Reports To:** Head of Sand\n"
)


def ids(texts: dict[str, str]) -> set[str]:
    return {entity.id for entity in resolve(read_all(texts)).entities}


@examples(30)
@given(st.lists(description(), min_size=1, max_size=3, unique=True))
def test_a_stranger_moves_no_identifier(texts: list[str]) -> None:
    named = {f"{index}.md": text for index, text in enumerate(texts)}
    before = ids(named)
    assert before <= ids({**named, "stranger.md": STRANGER})


@pytest.mark.parametrize("number", ["TBD", "70011"])
def test_a_number_that_becomes_known_moves_no_identifier(number: str) -> None:
    numbered = DIRECTOR + f"**Position Number:** {number}\n"
    assert ids({"a.md": numbered}) == ids({"a.md": DIRECTOR + "**Position Number:** \n"})


def test_more_mentions_move_no_identifier() -> None:
    lists = "The Clerk of Waves is one of two positions reporting to the {}. The other is: Director, Tides (EX-01).\n"
    head = "**Position Title:** Clerk of Waves\n**Branch:** Moon Branch\n\n## Organization Structure\n"
    texts = {"a.md": head + lists.format("Chief Executive Officer, Moon")}
    before = ids(texts)
    for turn in range(3):
        texts[f"{turn}.md"] = head.replace("Clerk", f"Clerk {turn}") + lists.format("Chief Executive Officer")
        assert before <= ids(texts)


@examples(20)
@given(st.lists(description(), min_size=2, max_size=4, unique=True))
def test_a_lock_keeps_every_identifier_or_says_what_replaced_it(texts: list[str]) -> None:
    """Documents that come one by one: an identifier stays, or is replaced by one that is there."""
    lock: Lock | None = Lock()
    known: set[str] = set()
    for count in range(1, len(texts) + 1):
        settled = settle(read_all({f"{index}.md": text for index, text in enumerate(texts[:count])}), (), lock)
        lock = settled.lock
        assert lock is not None
        now = {entity.id for entity in settled.roster.entities}
        assert known <= now | set(lock.replaced) | set(lock.entities)
        assert now.isdisjoint(lock.replaced)
        known |= now
    again = settle(read_all({f"{index}.md": text for index, text in enumerate(texts)}), (), lock)
    assert {entity.id for entity in again.roster.entities} == now
    assert again.lock == lock


def test_a_title_that_changes_keeps_its_identifier_by_the_lock() -> None:
    first = settle(read_all({"a.md": DIRECTOR + "**Position Number:** 70011\n"}), (), Lock())
    renamed = DIRECTOR.replace("Tides", "Tides and Currents") + "**Position Number:** 70011\n"
    second = settle(read_all({"a.md": renamed}), (), first.lock)
    assert {"position/moon/director-tides"} <= {entity.id for entity in second.roster.entities}
    assert "position/moon/director-tides-currents" not in {entity.id for entity in second.roster.entities}
