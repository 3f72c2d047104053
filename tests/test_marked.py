"""The marked reading: nothing lost, nothing doubled, nothing of a source obeyed; every fact told once."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import assert_linear
from msgspec.structs import replace

from orgraph.cli import main
from orgraph.evidence import Excerpt
from orgraph.export.marked import generate_html, generate_text
from orgraph.export.marked.kinds import KIND_OF, KINDS
from orgraph.export.marked.marks import marks
from orgraph.export.marked.rows import Edge, rows
from orgraph.extract import extract
from orgraph.model import Claim, Document, Mention, Quantity, Repair, Text
from orgraph.read.plain import plain
from orgraph.record import parsed
from orgraph.terms import TERMS
from orgraph.text import Lines, visible

DATA = Path(__file__).parents[1] / "data"
SELF = Mention(kind="self", text="this position")
CSS = (files("orgraph.export.marked") / "page.css").read_text("utf-8")
_NUMBERS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"


def _document(text: str, source: str = "d.txt") -> Document:
    return Document(id="sha256:0", source=source, kind="text", language="en", encoding="utf-8", text=text, view=text)


def _claim(text: str, start: int, end: int, predicate: str = "title", **fields: object) -> Claim:
    line, column = Lines(text).place(start)
    evidence = Excerpt(
        document="sha256:0", source="d.txt", start=start, end=end, line=line, column=column,
        quote=text[start:end], rule="some-rule",
    )  # fmt: skip
    said = {"id": "c", "subject": SELF, "value": Text(text=text[start:end]), "evidence": (evidence,)}
    return parsed(Claim, {**said, "predicate": predicate, **fields})


def _at(text: str, quote: str, predicate: str = "title", **fields: object) -> Claim:
    start = text.index(quote)
    return _claim(text, start, start + len(quote), predicate, **fields)


def _text(text: str, claims: Sequence[Claim], *, color: bool = False) -> str:
    return "".join(generate_text(_document(text), claims, color=color))


def _html(text: str, claims: Sequence[Claim]) -> str:
    return "".join(generate_html([(_document(text), claims)]))


def _shown_lines(text: str) -> list[str]:
    """What a reader must get back: the visible lines, without an empty one after a last line end."""
    found = [visible(text[start:end]) for start, end in Lines(text).spans()]
    return found[:-1] if len(found) > 1 and text[-1] in "\r\n" else found


def _read_back(output: str) -> list[str]:
    """The lines of a reading without head, margins, marks and notes."""
    lines: dict[int, str] = {}
    for row in re.finditer(r"^ *(\d+):\d+ │ (.*)\n", output, re.M):
        lines[int(row[1])] = lines.get(int(row[1]), "") + re.sub(f"⟦|⟧{_NUMBERS}", "", row[2])
    return list(lines.values())


# --- nothing lost, nothing doubled -----------------------------------------------------------------------

# Superscript digits are left out: after a mark they would read as a part of its number.
HOSTILE = st.text(st.sampled_from("ab  ,.<>&\"'\t\n\r⟦⟧│├\x1b\x00\x9b\u202e\ud800\u2028é漢\U0001f600"), max_size=260)


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(HOSTILE)
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=14))
    predicates = st.sampled_from(sorted(TERMS))
    return text, [_claim(text, *sorted(place), draw(predicates)) for place in places]


@given(_marked_texts())
@settings(max_examples=150, deadline=None)
def test_without_marks_and_notes_the_text_is_there_again(marked: tuple[str, list[Claim]]) -> None:
    text, claims = marked
    plain_output = _text(text, claims)
    lookalikes = str.maketrans("⟦⟧", "〚〛")
    assert _read_back(plain_output) == [line.translate(lookalikes) for line in _shown_lines(text)]
    colours = _text(text, claims, color=True)
    without_numbers = re.sub(rf"\x1b\[[\d;]*m{_NUMBERS}\x1b\[0m", "", colours)
    assert _unmarked(re.sub(r"\x1b\[[\d;]*m", "", without_numbers)) == _shown_lines(text)


def _unmarked(output: str) -> list[str]:
    lines: dict[int, str] = {}
    for number, part in re.findall(r"^ *(\d+):\d+ │ (.*)\n", output, re.M):
        lines[int(number)] = lines.get(int(number), "") + part
    return list(lines.values())


@given(_marked_texts(), st.integers(2, 60))
@settings(max_examples=150, deadline=None)
def test_edges_nest_and_each_mark_covers_its_quote_and_ends_once(marked: tuple[str, list[Claim]], width: int) -> None:
    text, claims = marked
    found = marks(claims, len(text))
    covered = {mark.number: "" for mark in found}
    ended: list[int] = []
    for row in rows(text, found, width):
        stack: list[int] = []
        assert sum(len(part) for part in row.parts if isinstance(part, str)) <= width
        for part in row.parts:
            if not isinstance(part, Edge):
                for number in stack:
                    covered[number] += part
            elif part.opens:
                stack.append(part.mark.number)
            else:
                assert stack.pop() == part.mark.number
        assert not stack
        ended += [mark.number for mark in row.ended]
    assert sorted(ended) == [mark.number for mark in found]
    for mark in found[:3]:  # of few marks none is too deep to be drawn
        assert covered[mark.number] == re.sub(r"[\r\n]", "", text[mark.start : mark.end])


ATTRIBUTES = {
    "aria-label", "aria-labelledby", "autocomplete", "charset", "checked", "class", "content", "href", "http-equiv",
    "id", "lang", "name", "title", "type",
}  # fmt: skip


class _Page(HTMLParser):
    """The text of the rows, and whether the elements of the page nest."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.stack: list[str] = []
        self.titles: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.attributes |= set(found)
        self.titles += [found["title"] or ""] if tag == "mark" else []
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [(found["href"] or "").removeprefix("#")] if "href" in found else []
        if tag == "div" and found.get("class") == "row" and "id" in found:
            self.lines.append("")
        if tag not in ("meta", "input"):
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if "section" in self.stack and "p" in self.stack and "div" in self.stack and "sup" not in self.stack:
            self.lines[-1] += data


def _page(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    page.close()
    assert not page.stack
    return page


@given(_marked_texts())
@settings(max_examples=100, deadline=None)
def test_the_page_holds_the_text_and_nothing_of_it_is_markup(marked: tuple[str, list[Claim]]) -> None:
    text, claims = marked
    page = _page(_html(text, claims))
    assert page.lines == _shown_lines(text)
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.links) <= set(page.ids)


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("*/*/*.[mt][dx]*")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_an_example_is_told_whole(path: Path) -> None:
    document = plain(path.read_bytes(), path.name, markdown=path.suffix == ".md")
    claims = extract(document)
    output = "".join(generate_text(document, claims))
    assert _read_back(output) == _shown_lines(document.text)
    telling = [
        claim for claim in claims if claim.subject.kind == "self" or claim.predicate not in ("title", "unit_name")
    ]
    notes = re.findall(r" \| (\w+) \| .*\(([\w-]+)", output)
    for claim in telling:
        assert (claim.predicate, claim.rule) in notes
    assert len(telling) <= len(notes) <= len(claims)


# --- what a mark and a note look like ------------------------------------------------------------------------


def test_marks_are_bracketed_and_numbered_and_noted_below_their_line() -> None:
    text = "Director, Ferries (EX-OI)\nreports to the Warden.\n"
    repair = Repair(start=19, end=24, raw="EX-OI", repaired="EX-01", rule="code-lookalike")
    warden = Mention(kind="position", text="Warden", start=41, end=47)
    claims = [
        _at(text, "Director, Ferries"),
        _at(text, "EX-OI", "classification", value=Text(text="EX-01"), repairs=(repair,)),
        _at(text, "Warden", "reports_to", value=warden, modality="inferred"),
    ]
    assert _text(text, claims) == (
        "d.txt  (en, utf-8, 3 facts)\n"
        "identity 2  lines 1\n"
        " 1:1 │ ⟦Director, Ferries⟧¹ (⟦EX-OI⟧²)\n"
        "     ├   1 identity  this position | title | Director, Ferries  (some-rule)\n"
        "     ├   2 identity  this position | classification | EX-01  (some-rule; read EX-OI → EX-01)\n"
        " 2:1 │ reports to the ⟦Warden⟧³.\n"
        "     ├   3 lines     this position | reports_to | Warden  (some-rule; inferred)\n"
    )


def test_crossing_and_nested_marks_are_split_where_they_cross() -> None:
    text = "abcdefgh"
    claims = [_claim(text, 0, 5), _claim(text, 3, 8, "staff"), _claim(text, 1, 2, "money")]
    assert " │ ⟦a⟦b⟧²c⟦de⟧³⟧¹⟦fgh⟧³\n" in _text(text, claims)


def test_colour_underlines_and_restores_what_lies_around() -> None:
    text = "one of five posts"
    output = _text(text, [_claim(text, 0, 11, "reports_to"), _claim(text, 7, 11, "stated_peers")], color=True)
    assert "\x1b[4;32mone of \x1b[0m\x1b[1;4;96mfive\x1b[0m\x1b[96m²\x1b[0m\x1b[32m¹\x1b[0m posts\n" in output
    assert "\x1b" not in _text(text, [_claim(text, 0, 11, "reports_to")])


def test_a_long_line_is_cut_at_spaces_and_not_in_a_mark() -> None:
    text = "word " * 19 + "Harbour Master and so on"
    output = _text(text, [_at(text, "Harbour Master")])
    assert re.findall(r"^ *(\d+:\d+) │ ", output, re.M) == ["1:1", "1:96"]
    assert " 1:96 │ ⟦Harbour Master⟧¹ and so on\n" in output


def test_a_claim_that_only_names_a_mention_is_told_where_nothing_else_is_said() -> None:
    text = "the Warden, then the Pilot"
    warden = Mention(kind="position", text="Warden", start=4, end=10)
    pilot = Mention(kind="position", text="Pilot", start=21, end=26)
    naming = [_at(text, m.text, subject=m, value=Text(text=m.text)) for m in (warden, pilot)]
    line = _at(text, "the Warden", "reports_to", value=warden)
    output = _text(text, [*naming, line])
    assert "⟦the Warden⟧¹, then the ⟦Pilot⟧²" in output
    assert "Warden | title" not in output and "Pilot | title | Pilot" in output


def test_a_figure_is_grouped_and_says_whose_it_is() -> None:
    text = "Programme: $2,500,000"
    money = Quantity(
        measure="budget",
        low=Decimal(2500000),
        high=Decimal(2500000),
        scope="context",
        label="Programme",
        currency="CAD",
    )
    output = _text(text, [_at(text, "$2,500,000", "money", value=money)])
    assert "this position | money | 2,500,000 CAD  (some-rule; Programme; not of the own area)" in output


def test_notes_of_endless_texts_are_short() -> None:
    text = "x" * 200_000
    output = _text(text, [_claim(text, 0, len(text))])
    assert max(len(line) for line in output.splitlines()) < 500


def test_a_source_cannot_pass_for_a_mark_or_steer_the_terminal() -> None:
    text = "a ⟦fake⟧ \x1b[31m\x9b \u202e"
    output = _text(text, [_claim(text, 0, 1, value=Text(text="\x1b]0;x\x07"))])
    assert "⟦fake" not in output and "〚fake〛" in output
    assert all(character.isprintable() or character == "\n" for character in output)


# --- the page ---------------------------------------------------------------------------------------------------


def test_the_page_runs_nothing_and_shows_hostile_text_as_text() -> None:
    text = 'Director <script>alert("x")</script>\n</section><img src=x onerror=y>'
    html = _html(text, [_claim(text, 0, 36), _claim(text, 40, 50, "location", value=Text(text='"><b onclick=1>'))])
    assert "<script" not in html and "<img" not in html and "<b onclick" not in html
    assert "default-src 'none'; style-src 'sha256-" in html and "unsafe" not in html
    page = _page(html)
    assert page.attributes <= ATTRIBUTES
    assert page.titles[0].startswith('this position | title | Director <script>alert("x")</script>')


def test_a_quote_of_a_thousand_claims_has_a_short_title_and_all_its_notes() -> None:
    text = "Director"
    claims = [_claim(text, 0, 8, value=Text(text=f"value-{number}")) for number in range(1000)]
    html = _html(text, claims)
    assert len(_page(html).titles[0].splitlines()) < 10
    assert html.count("<li class=") == 1000


def test_several_documents_have_a_contents_list_and_places_of_their_own() -> None:
    text = "Title: Director"
    documents = [(_document(text, f"some/place/{name}.txt"), [_at(text, "Director")]) for name in "ab"]
    html = "".join(generate_html(documents))
    page = _page(html)
    assert {"d1", "d2", "d1-1", "d2-1", "d1n1", "d2n1"} <= set(page.ids)
    assert '<a href="#d2">b.txt</a> <small>1 fact · some/place</small>' in html
    assert "<small>2</small>" in html  # of both, in the legend
    assert html == "".join(generate_html(documents))


def test_no_documents_make_a_page_and_an_empty_document_a_line() -> None:
    assert _page("".join(generate_html([]))).ids
    assert _read_back(_text("", [])) == [""]


def test_each_predicate_has_a_kind_and_each_kind_its_letter_and_its_style() -> None:
    assert set(KIND_OF) == set(TERMS)
    assert set(KIND_OF.values()) == set(KINDS)
    for field in ("name", "letter", "colour"):
        assert len({getattr(kind, field) for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert CSS.count(f"#show-{kind.name}:checked") == 3  # mark, number, note
    strokes = re.findall(r"text-decoration: (underline [\w ]+) var\(--\w+\) (\d)px", CSS)
    assert len(set(strokes)) == len(KINDS), "kinds are told by more than colour"


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pairs() -> Iterator[tuple[str, str]]:
    """Every text colour of the page with every ground it can stand on."""
    grounds = ["paper", "wash", *(f"{kind.name}-wash" for kind in KINDS)]
    yield from ((ink, ground) for ink in ("ink", "soft") for ground in grounds)
    yield from (("paper", kind.name) for kind in KINDS)
    yield from ((ink, ground) for ink in ("link", "money") for ground in ("paper", "wash"))


@pytest.mark.parametrize("pair", list(_pairs()), ids="-on-".join)
def test_contrast_is_enough(pair: tuple[str, str]) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS))
    dark, light = sorted(_luminance(colours[name]) for name in pair)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


# --- time, and the command -----------------------------------------------------------------------------------------


def _seconds(text: str, claims: Sequence[Claim]) -> float:
    start = time.perf_counter()
    for _ in generate_text(_document(text), claims):
        pass
    for _ in generate_html([(_document(text), claims)]):
        pass
    return time.perf_counter() - start


@pytest.mark.parametrize("shape", ["beside", "nested", "crossing"])
def test_time_is_linear(shape: str) -> None:
    """Four times the text and the claims take about four times as long, not sixteen times."""

    def spans(size: int, n: int) -> list[tuple[int, int]]:
        if shape == "beside":
            return [(20 * place, 20 * place + 10) for place in range(n)]
        if shape == "nested":
            return [(place, size - place) for place in range(n)]
        return [(place, place + size // 2) for place in range(n)]

    def run(n: int, turns: int) -> float:
        text = "some words, in one line. " * n
        template = _claim(text, 0, 5)
        first = template.evidence[0]
        claims = [
            replace(template, evidence=(replace(first, start=start, end=end),)) for start, end in spans(len(text), n)
        ]
        return min(_seconds(text, claims) for _ in range(turns))

    assert_linear(lambda turns: run(600, turns), lambda turns: run(2400, turns))


def test_the_command_writes_both(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("**Title:** Director, Ferries\n\nReports to: Warden\n", "utf-8")
    missing = str(tmp_path / "missing.md")
    text = CliRunner().invoke(main, ["extract", "--format", "text", str(tmp_path / "a.md"), missing])
    assert text.exit_code == 3
    assert "⟦Director, Ferries⟧¹" in text.output and "missing.md" in text.stderr
    page = tmp_path / "page.html"
    assert CliRunner().invoke(main, ["extract", "--format", "html", str(tmp_path), "-o", str(page)]).exit_code == 0
    assert "Director, Ferries</mark>" in page.read_text("utf-8")
