"""Whatever bytes come in: no crash, true quotes, legal claims, and a roster that no order can change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import phrases
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from laws import assert_claims_hold, assert_document_holds

from orgraph.errors import UnreadableSource
from orgraph.extract import extract
from orgraph.graph import build
from orgraph.model import Claim, Document, Mention, Roster
from orgraph.read.plain import plain
from orgraph.resolve import resolve
from orgraph.terms import TERMS

CHECKED = [HealthCheck.too_slow, HealthCheck.data_too_large]


def examples(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=CHECKED)


# --- texts ------------------------------------------------------------------------------------------

PIECES = st.sampled_from(phrases.ALL) | st.text(max_size=6)
GLUED = (st.lists(PIECES, min_size=1, max_size=12) | st.lists(PIECES, min_size=20, max_size=60)).map("".join)
ANY_TEXT = st.text(max_size=300) | GLUED
# Sentences of the rules' own words: every phrase of the lexicon, and whatever one of their patterns matches.
SAID = (
    st.sampled_from(phrases.lexicon())
    | st.sampled_from(phrases.patterns()).flatmap(st.from_regex)
    | st.sampled_from((*phrases.TITLES, *phrases.CUES, *phrases.NUMBERS))
)
JOINTS = st.sampled_from(
    (" ", "  ", ": ", ", ", "; ", ". ", ".", "\n", "\n\n", " and ", " et ", " (", ") ", "\n* ", " the ", " du ", " of ")
)
GRAMMATICAL = st.lists(st.tuples(SAID, JOINTS).map("".join), min_size=2, max_size=14).map("".join)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "utf-16-le",
    "cp1252",
    "latin-1",
    "cp1251",
    "shift_jis",
    "mac-roman",
    "utf-7",
)


@st.composite
def any_bytes(draw: st.DrawFn) -> bytes:
    """Raw bytes, a text in any encoding (lone surrogates as their bytes), or one cut and patched."""
    data = draw(st.binary(max_size=200) | st.builds(_encoded, ANY_TEXT, st.sampled_from(ENCODINGS)))
    if draw(st.booleans()):
        cut = draw(st.integers(0, len(data)))
        data = data[:cut] + draw(st.binary(max_size=3)) + data[cut + draw(st.integers(0, 3)) :]
    return data


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding.startswith(("utf-8", "utf-16", "utf-32")) else "ignore")


@st.composite
def description(draw: st.DrawFn) -> str:
    """A small description of the usual shape: several of them share titles, units and superiors."""
    title, boss, unit = (
        draw(st.sampled_from(names))
        for names in (phrases.TITLES[:8], phrases.TITLES[:8], ("Policy Division", "Lamp Branch", "Pay Team"))
    )
    reports = draw(st.lists(st.sampled_from(phrases.TITLES[:12]), max_size=4))
    head = f"**Position Title:** {title}\n**Division:** {unit}\n**Department:** Works\n**Reports To:** {boss}\n"
    number = draw(st.sampled_from(("", "**Position Number:** 70011\n", "**Position Number:** 7OOI2\n")))
    body = f"\n## Organization Structure\nThe {title} is one of {len(reports) + 1} positions reporting to the {boss}. "
    body += "The others are: " + "; ".join(f"{name} (EX-0{index + 1})" for index, name in enumerate(reports)) + ".\n"
    below = "".join(f"* {name} (3 FTEs): does things\n" for name in draw(st.permutations(reports)))
    figures = "\n## Dimensions\nFTEs: I5 Salary: $IM\n" + draw(st.just("") | GLUED)
    return f"{head}{number}{body}\nReporting to the {title} are:\n{below}{figures}"


DOCUMENTS = st.lists(description() | (GLUED | GRAMMATICAL).filter(str.strip), min_size=1, max_size=4)


def _document(text: str, source: str = "a.md", *, repair: bool = True) -> Document | None:
    try:
        return plain(text.encode("utf-8", "replace"), source, markdown=True, repair=repair)
    except UnreadableSource:
        return None  # blank, or full of control characters


# --- one document -----------------------------------------------------------------------------------


@examples(150)
@given(any_bytes())
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf")
@example(b"\x81\x8d\x8f" * 9)
@example(b"\xff\xfe\x00\x00\x00\xd8\x00\x00")
def test_any_bytes_are_a_document_or_unreadable(data: bytes) -> None:
    try:
        document = plain(data, "a.txt")
    except UnreadableSource as problem:
        assert problem.source == "a.txt"
        assert problem.reason.strip()
        return
    assert_document_holds(document)
    assert_claims_hold(document, extract(document))


@examples(250)
@given(ANY_TEXT)
@example("Position Title: Director\nEffective Date: May O, 2O2O\n")
@example("x" + "\n" * 500)
def test_any_text_gives_true_quotes(text: str) -> None:
    document = _document(text)
    if document is not None:
        assert_document_holds(document)
        claims = extract(document)
        assert_claims_hold(document, claims)
        assert claims == extract(document)


@examples(250)
@given(GRAMMATICAL)
def test_the_rules_own_words_in_any_order_give_true_quotes(text: str) -> None:
    document = _document(text)
    if document is not None:
        assert_document_holds(document)
        assert_claims_hold(document, extract(document))


@pytest.mark.parametrize("pattern", phrases.patterns(), ids=lambda pattern: pattern.pattern[:40])
def test_what_one_pattern_matches_again_and_again_gives_true_quotes(pattern: re.Pattern[str]) -> None:
    """A few texts for each pattern, so that none waits for chance: alone, and behind a header and a heading."""

    @settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_regex(pattern), st.sampled_from(phrases.HEADINGS))
    def holds(said: str, heading: str) -> None:
        for text in (said, f"**Position Title:** Director, Policy\n{heading}{said} {said}\n{said}"):
            document = _document(text)
            if document is not None:
                assert_claims_hold(document, extract(document))

    holds()


@examples(60)
@given(description())
def test_a_description_names_its_subject(text: str) -> None:
    document = _document(text)
    assume(document is not None)  # its tail may hold NUL, and is binary then
    assert document is not None
    claims = extract(document)
    assert_claims_hold(document, claims)
    assert [c.value for c in claims if c.predicate == "title" and c.subject.kind == "self"]


@examples(80)
@given(GLUED | GRAMMATICAL | description())
def test_repairs_can_be_refused(text: str) -> None:
    document = _document(text, repair=False)
    if document is not None:
        assert not document.repairs
        assert not [claim for claim in extract(document, repair=False) if claim.repaired]


@pytest.mark.parametrize("blank", ["", " ", "\n" * 1000, "\t \r\n", "\ufeff", "\u200b\u2060"])
def test_blank_text_makes_no_claims(blank: str) -> None:
    document = _document(blank)
    assert document is None or extract(document) == ()


def test_a_team_may_stand_among_the_peers() -> None:
    counted = "# Director, Policy\nThe Director, Policy is one of five positions reporting to the Clerk. "
    document = _document(counted + "The others are: Pay Team; Chief of Staff.\n")
    assert document is not None
    assert_claims_hold(document, extract(document))


# --- several documents --------------------------------------------------------------------------------

Extracted = list[tuple[Document, tuple[Claim, ...]]]


def _extracted(texts: Sequence[str]) -> Extracted:
    named = (_document(text, f"documents/{index}.md") for index, text in enumerate(texts))
    return [(document, extract(document)) for document in named if document is not None]


@examples(50)
@given(DOCUMENTS, st.data())
def test_the_order_of_sources_does_not_matter(texts: list[str], data: st.DataObject) -> None:
    extracted = _extracted(texts)
    roster = resolve(extracted)
    assert_roster_holds(roster, extracted)
    shuffled = resolve(data.draw(st.permutations(extracted)))
    assert shuffled == roster
    assert _written(shuffled) == _written(roster)


@examples(25)
@given(DOCUMENTS, st.data())
def test_a_document_given_twice_counts_once(texts: list[str], data: st.DataObject) -> None:
    extracted = _extracted(texts)
    if extracted:
        again = data.draw(st.sampled_from(extracted))
        roster = resolve(data.draw(st.permutations([*extracted, again])))
        assert roster == resolve(extracted)


@examples(25)
@given(DOCUMENTS)
def test_no_text_breaks_a_view(texts: list[str]) -> None:
    """Checks, drawings and reports take whatever graph the sources make."""
    from orgraph.chart import draw
    from orgraph.check import FORMATS, examine

    graph = build(resolve(_extracted(texts)))
    checked, again = examine(graph), examine(graph)
    assert (checked.findings, checked.rollup, checked.quality) == (again.findings, again.rollup, again.quality)
    assert checked.accounts == again.accounts
    assert all("".join(generate(checked)) for generate in FORMATS.values() if checked.findings)
    drawn = draw(graph, "svg")
    assert drawn == draw(graph, "svg")
    assert "<script" not in drawn.decode("utf-8").lower()


IDENTIFIERS = {
    "a twin and a title that ends in its number": [
        "# Director, Policy\n\nReporting to the Director are:\n\n* Clerk (AS-01)\n* Clerk (AS-02)\n* Clerk 2 (AS-03)\n"
    ],
    "a title without Latin letters": [
        "**Position Title:** Директор\n\n## Organization Structure\nDirect reports: Manager; Clerk (AS-02).\n"
    ],
    "no title at all": ["Direct reports:\n\n* Manager (AS-01)\n* Manager (AS-01)\n"],
    "a unit named like a superior": [
        "# Clerk of Works\n\nReporting to the Clerk of Works are:\n\n* Manager (AS-01)\n",
        "**Position Title:** Manager\n**Division:** Clerk of Works\n**Department:** Lamps\n",
    ],
    "titles that differ after 80 letters": [
        f"**Position Title:** Director, {'Lamp ' * 30}{end}\n**Division:** Works\n" for end in ("A", "B")
    ],
    "the same number for two titles": [
        f"**Position Title:** {title}\n**Division:** Works\n**Position Number:** 70011\n"
        for title in ("Clerk, Pay", "Head of Lamps")
    ],
}


@pytest.mark.parametrize("name", IDENTIFIERS)
def test_identifiers_are_whole_and_apart(name: str) -> None:
    extracted = _extracted(IDENTIFIERS[name])
    assert_roster_holds(resolve(extracted), extracted)


def _written(roster: Roster) -> tuple[str, str]:
    from orgraph.export import export
    from orgraph.rdf.turtle import generate_turtle

    graph = build(roster)
    return "".join(generate_turtle(graph)), "".join(export(graph, "json"))


def assert_roster_holds(roster: Roster, extracted: Extracted) -> None:
    kinds = {entity.id: entity.kind for entity in roster.entities}
    assert len(kinds) == len(roster.entities)
    assert list(kinds) == sorted(kinds)
    for entity in roster.entities:
        assert re.fullmatch(rf"{entity.kind}(?:/[a-z0-9]+(?:-[a-z0-9]+)*){{1,4}}", entity.id)
        assert entity.label
    bound_to = {bound.subject for bound in roster.claims} | {
        bound.object for bound in roster.claims if bound.object is not None
    }
    assert bound_to == set(kinds), "an entity without a claim, or a claim without its entity"
    for bound in roster.claims:
        term = TERMS[bound.claim.predicate]
        assert term.subject in ("any", kinds[bound.subject])
        assert (bound.object is not None) == isinstance(bound.claim.value, Mention)
        if bound.object is not None:
            assert term.object in ("any", kinds[bound.object])
    _assert_nothing_lost(roster, extracted)
    _assert_subjects(roster, extracted, kinds)


def _assert_nothing_lost(roster: Roster, extracted: Extracted) -> None:
    """Conflicts stay: every claim of every document, once."""
    once = {document.id: claims for document, claims in extracted}
    assert Counter(bound.claim.id for bound in roster.claims) == Counter(
        claim.id for claims in once.values() for claim in claims
    )
    assert len(roster.sources) == len(once)


def _assert_subjects(roster: Roster, extracted: Extracted, kinds: Mapping[str, str]) -> None:
    described = {
        document.id
        for document, claims in extracted
        if any("self" in (c.subject.kind, getattr(c.value, "kind", "")) for c in claims)
    }
    for source in roster.sources:
        assert (source.subject is not None) == (source.id in described)
        assert source.subject is None or kinds[source.subject] == "position"
