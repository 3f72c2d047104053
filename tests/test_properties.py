"""Whatever bytes come in: no crash, true quotes, legal claims, and a roster that no order can change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from orgraph.errors import UnreadableSource
from orgraph.extract import extract
from orgraph.graph import build
from orgraph.model import Claim, Document, Mention, Quantity, Roster, Unstated
from orgraph.read.plain import plain
from orgraph.resolve import resolve
from orgraph.terms import TERMS

CHECKED = [HealthCheck.too_slow, HealthCheck.data_too_large]


def examples(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=CHECKED)


# --- texts ------------------------------------------------------------------------------------------

TITLES = (
    "Director, Policy", "Director General, Lamps and Bells", "Chief Executive Officer", "Manager",
    "the Director", "Sr. Advisor, Pay", "Assistant Deputy Minister", "Head of Design", "Clerk",
    "Directeur, Politiques", "directrice générale", "DG, Ops", "Team Lead, Pay", "Four Regional Managers",
    "Director (EX-OI)", "Chief of Staff", "O", "Director, ", "the Deputy Minister and the Clerk", "VP/CFO",
)  # fmt: skip
LABELS = (
    "Position Title:", "**Position Title:** ", "Job Title :", "TITRE DU POSTE:", "Reports To:",
    "Supervisor: 1848, ", "Position Number: ", "Level: ", "Classification: ", "Division:", "Branch: ",
    "Department: ", "Organization: ", "Location: ", "Effective Date: ", "NOC Code: ", "Job Code: ",
    "POSITION TITLE POSITION NUMBER LEVEL ", "Titre du superviseur : ", "Team: ",
)  # fmt: skip
HEADINGS = (
    "\n## Dimensions\n", "\nDIMENSIONS ", " ORGANIZATION STRUCTURE ", "\n# Director, Policy\n",
    "\n## Organization Structure\n", "\n### ", "\n#\n", "\nGeneral Accountability\n",
    "\nSTRUCTURE ORGANISATIONNELLE\n", "NATURE AND SCOPE", "\n**Dimensions:**\n",
)  # fmt: skip
CUES = (
    "is one of five positions reporting to the ", "one of ", "The others are: ", "The other two are ",
    "Reporting to the Director are: ", "reports to ", "reporting to the ", "has five direct reports: ",
    "Direct reports: ", "The following positions report to the ", "accountable to the ",
    "Relèvent du directeur : ", "l'un des cinq postes qui relèvent du ", "reports functionally to the ",
    "with a dotted line to the ", "there are no positions reporting to the ", "This position ", "the incumbent",
    "in addition to ", "assigned to the position of ", "Supervises: ", "is accountable for ",
    "We are looking for a ", "As a ", "functional supervision of the 3 ", "staff of ", "each responsible for",
)  # fmt: skip
NUMBERS = (
    "I5", "O", "l", "8 FTEs", "(8 FTEs)", "FTE: From 17 (N.L.) to 56 (Ontario)", "$IM", "$2.96M", "9 436 000 $",
    "970 k$", "1,795,538", "I,795,538.OO", "EX-OI(P)", "EXx-O2", "CS-05", "TBD", "April I8, 2O2O", "2011-05",
    "2O11-O5-31", "99999999999999999999", "0", "5 to 3", "five (5)", "a dozen", "several", "Planned 3 FTEs",
    "+/- 4O ETP", "12%", "$", "1.2.3.4", "FTEs: 15", "Salary: $1M", "31 février 2012", "13/45/2020", "٣", "²",
    "½",
)  # fmt: skip
MARKS = (
    "\n", "\n\n", "\r\n", "\r", "\t", "  ", " " * 300, "* ", "\n* ", "\n1. ", "- ", "• ", "**", "_", "|", "(",
    ")", "[", "]", "{", ";", ": ", ", ", ". ", ".", ", and the ", " and ", " et ", "'", "\u2019", '"', "«", "&",
    "/", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2060", "\u202e", "\u2066", "\u0085", "\u2028", "\x0b",
    "\x0c", "\x1b[31m", "\x7f", "e\u0301", "\u0130", "ß", "ﬁ", "\U0001f600", "Serviceâ€™s", "Ã‰tudes", "â€",
    "<script>", "]]>", "&amp;",
)  # fmt: skip
FRAGMENTS = st.sampled_from((*TITLES, *LABELS, *HEADINGS, *CUES, *NUMBERS, *MARKS))
PIECES = FRAGMENTS | st.text(max_size=6)
GLUED = (st.lists(PIECES, min_size=1, max_size=12) | st.lists(PIECES, min_size=20, max_size=60)).map("".join)
ANY_TEXT = st.text(max_size=300) | GLUED
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
        for names in (TITLES[:8], TITLES[:8], ("Policy Division", "Lamp Branch", "Pay Team"))
    )
    reports = draw(st.lists(st.sampled_from(TITLES[:12]), max_size=4))
    head = f"**Position Title:** {title}\n**Division:** {unit}\n**Department:** Works\n**Reports To:** {boss}\n"
    number = draw(st.sampled_from(("", "**Position Number:** 70011\n", "**Position Number:** 7OOI2\n")))
    body = f"\n## Organization Structure\nThe {title} is one of {len(reports) + 1} positions reporting to the {boss}. "
    body += "The others are: " + "; ".join(f"{name} (EX-0{index + 1})" for index, name in enumerate(reports)) + ".\n"
    below = "".join(f"* {name} (3 FTEs): does things\n" for name in draw(st.permutations(reports)))
    figures = "\n## Dimensions\nFTEs: I5 Salary: $IM\n" + draw(st.just("") | GLUED)
    return f"{head}{number}{body}\nReporting to the {title} are:\n{below}{figures}"


DOCUMENTS = st.lists(description() | GLUED.filter(str.strip), min_size=1, max_size=4)


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
@given(GLUED | description())
def test_repairs_can_be_refused(text: str) -> None:
    document = _document(text, repair=False)
    if document is not None:
        assert not document.repairs
        assert not [claim for claim in extract(document, repair=False) if claim.repaired]


@pytest.mark.parametrize("blank", ["", " ", "\n" * 1000, "\t \r\n", "\ufeff", "\u200b\u2060"])
def test_blank_text_makes_no_claims(blank: str) -> None:
    document = _document(blank)
    assert document is None or extract(document) == ()


def assert_document_holds(document: Document) -> None:
    assert len(document.view) == len(document.text)
    for repair in document.repairs:
        assert 0 <= repair.start < repair.end <= len(document.text)
        assert document.text[repair.start : repair.end] == repair.raw


def assert_claims_hold(document: Document, claims: Sequence[Claim]) -> None:
    text = document.text
    for claim in claims:
        assert_legal(claim)
        assert claim.evidence
        for evidence in claim.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text), claim
            assert text[evidence.start : evidence.end] == evidence.quote
            assert text[: evidence.start].endswith(evidence.before)
            assert text[evidence.end :].startswith(evidence.after)
            assert (evidence.line, evidence.column) == _place(text, evidence.start)
            assert (evidence.document, evidence.source) == (document.id, document.source)
        for repair in claim.repairs:
            assert 0 <= repair.start < repair.end <= len(text), claim
            assert repair.raw in (text[repair.start : repair.end], document.view[repair.start : repair.end]), claim
            assert repair.raw != repair.repaired
    assert len({claim.id for claim in claims}) == len(claims)
    places = [(claim.evidence[0].start, claim.evidence[0].end) for claim in claims]
    assert places == sorted(places)


def _place(text: str, offset: int) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def assert_legal(claim: Claim) -> None:
    """The predicate is known, and joins what the table of terms lets it join."""
    term = TERMS[claim.predicate]
    assert term.subject in ("any", _kind(claim.subject)), claim
    if isinstance(claim.value, Mention):
        assert term.object in ("any", _kind(claim.value)), claim
        assert claim.value != claim.subject, claim
    elif isinstance(claim.value, Unstated):
        assert not term.is_edge, claim
    else:
        assert claim.value.type == term.object, claim
    if isinstance(claim.value, Quantity):
        bounds = [bound for bound in (claim.value.low, claim.value.high) if bound is not None]
        assert bounds
        assert all(isinstance(bound, Decimal) and bound.is_finite() and bound >= 0 for bound in bounds), claim
        assert bounds == sorted(bounds), claim


def _kind(mention: Mention) -> str:
    return "unit" if mention.kind == "unit" else "position"


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
    checked = examine(graph)
    assert checked[1:] == examine(graph)[1:]
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
