"""Word documents, PDF and web pages say what the same text says as Markdown; quotes stand in the text as laid out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from orgraph.errors import UnreadableSource
from orgraph.export.record import record, shown
from orgraph.extract import extract
from orgraph.model import Document
from orgraph.read import read
from orgraph.survey import survey

BODY = (
    "The Director, Lamps is one of three positions reporting to the Harbour Master. The others are the Director, Ropes "
    "(EX-01) and the Chief of Staff (AS-07)."
)
FIELDS = {
    "Position title": "Director, Lamps",
    "Position number": "700112",
    "Classification": "EX-01",
    "Reports to": "Harbour Master",
}
TEAMS = ("Lamp Team (8 FTEs)", "Wick Team (4 FTEs)")
Writer = Callable[[Path], Path]


def in_word(folder: Path) -> Path:
    written = docx.Document()
    written.add_heading("Work description", 0)
    form = written.add_table(0, 2)
    for label, value in FIELDS.items():
        for cell, text in zip(form.add_row().cells, (label, value), strict=True):
            cell.text = text
    written.add_heading("Organization structure", 1)
    written.add_paragraph(BODY)
    written.add_paragraph("Reporting to the Director are two teams:")
    for team in TEAMS:
        written.add_paragraph(team, style="List Bullet")
    path = folder / "lamps.docx"
    written.save(str(path))
    return path


def in_web(folder: Path) -> Path:
    rows = "".join(f"<tr><th>{label}</th><td> {value} </td></tr>" for label, value in FIELDS.items())
    items = "".join(f"<li><p>{team}</p>" for team in TEAMS)
    path = folder / "lamps.html"
    path.write_text(
        f"<!DOCTYPE html><html><head><title>x</title><style>p{{}}</style></head><body><nav>Home</nav>"
        f"<h1>Work <em>description</em></h1><table>{rows}</table><h2>Organization structure</h2><div>{BODY}"
        f"<p>Reporting to the <b>Director</b> are two teams:<ul>{items}</ul></div>"
        "<script>document.write('The Director reports to the Mayor.')</script></body></html>",
        "utf-8",
    )
    return path


def in_pdf(folder: Path) -> Path:
    style = getSampleStyleSheet()["BodyText"]
    ruled = Table(list(FIELDS.items()), style=[("GRID", (0, 0), (-1, -1), 1, colors.black)])
    lines = [BODY, "Reporting to the Director are two teams:", *(f"• {team}" for team in TEAMS)]
    path = folder / "lamps.pdf"
    story: list[Any] = [Paragraph("Work description", style), ruled, PageBreak()]
    SimpleDocTemplate(str(path)).build([*story, *(Paragraph(line, style) for line in lines)])
    return path


@pytest.mark.parametrize("write", [in_word, in_web, in_pdf])
def test_each_format_tells_the_same(write: Writer, tmp_path: Path) -> None:
    document = read(str(write(tmp_path)))
    claims = extract(document)
    told = record(document, claims)
    assert told["subject"]["title"] == "Director, Lamps"
    assert told["subject"]["position_number"] == "700112"
    assert told["subject"]["classification"]["code"] == "EX-01"
    assert {superior["title"] for superior in told["reports_to"]} == {"Harbour Master"}
    assert told["peers"]["stated"] == 3
    assert [peer["title"] for peer in told["peers"]["listed"]] == ["Director, Ropes", "Chief of Staff"]
    assert [(team["title"], team["staff"]["max"]) for team in told["reports"]["listed"]] == [
        ("Lamp Team", 8),
        ("Wick Team", 4),
    ]
    _quotes_hold(document)


def _quotes_hold(document: Document) -> None:
    for claim in extract(document):
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote


def test_a_quote_of_a_pdf_names_its_page(tmp_path: Path) -> None:
    path = in_pdf(tmp_path)
    claims = extract(read(str(path)))
    pages = {claim.predicate: claim.evidence[0].page for claim in claims}
    assert pages["position_number"] == 1
    assert pages["stated_peers"] == 2
    assert next(claim for claim in claims if claim.predicate == "stated_peers").evidence[0].place.endswith("(page 2)")


def test_heads_and_feet_of_pages_do_not_break_a_sentence(tmp_path: Path) -> None:
    head, rest = "Work description\n\n", "The lamps burn.\nThe wicks are trimmed.\n\n"
    pages = (
        f"{head}{rest}The Director, Lamps is one of three positions reporting to the Harbour Master of the\n\n1 / 3\n",
        f"{head}Western Isles, and keeps the lamps of the harbour in good order at all seasons.\n\n{rest}2 / 3\n",
        f"{head}Reporting to the Director are two teams.\n\n{rest}3 / 3\n",
    )
    path = tmp_path / "lamps.txt"
    path.write_text("".join(page + "\f" for page in pages), "utf-8")
    document = read(str(path))
    line = next(claim for claim in extract(document) if claim.predicate == "reports_to")
    assert shown(line) == "Harbour Master of the Western Isles"
    assert document.view.count("Work description") == 1
    assert "/ 3" not in document.view
    _quotes_hold(document)


def test_items_on_two_pages_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "lamps.txt"
    path.write_text("Reporting to the Director are:\n* Lamp Team (8 FTEs)\n\f* Wick Team (4 FTEs)\n\f", "utf-8")
    assert read(str(path)).view.count("\n") == 5


def test_a_folder_is_searched_for_documents_and_its_own_charts_are_left_out(tmp_path: Path) -> None:
    in_word(tmp_path)
    chart = Canvas(str(tmp_path / "chart.pdf"))
    chart.setCreator("orgraph")
    chart.drawString(72, 720, "The Director reports to the Mayor.")
    chart.save()
    found = survey([str(tmp_path)])
    assert [problem.reason for problem in found.unreadable] == ["no source: a chart that orgraph drew"]
    assert "Harbour Master" in {label for _, label in found.graph.nodes(data="label")}


W = nsdecls("w")


def word_of(*body: str, change: Callable[[Any], None] = lambda written: None) -> str:
    """The text that a document with this body is read as."""
    written = docx.Document()
    for part in body:
        written.element.body.insert(-1, parse_xml(part.replace("<w:", "<w:", 1).replace(">", f" {W}>", 1)))
    change(written)
    buffer = io.BytesIO()
    written.save(buffer)
    from orgraph.read.word import word

    return word(buffer.getvalue(), "a.docx").text


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_the_text_in_force_is_read() -> None:
    inserted, deleted = f"<w:ins>{run(' Harbour')}</w:ins>", "<w:del><w:r><w:delText> Rope</w:delText></w:r></w:del>"
    assert word_of(f"<w:p>{run('The')}{inserted}{deleted}{run(' Master')}</w:p>") == "The Harbour Master\n"


def test_the_fields_of_a_form_are_read_inside_their_controls() -> None:
    control = f"<w:sdt><w:sdtContent><w:p>{run('Reports to: Harbour Master')}</w:p></w:sdtContent></w:sdt>"
    assert word_of(control) == "Reports to: Harbour Master\n"


def test_a_label_stands_above_its_value_in_a_cell() -> None:
    cells = "".join(
        f"<w:tc><w:p>{run(label)}</w:p><w:p>{run(value)}</w:p></w:tc>" for label, value in list(FIELDS.items())[:2]
    )
    assert word_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == (
        "Position title\nDirector, Lamps\n\nPosition number\n700112\n"
    )


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Harbour Master')}</w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    assert word_of(f"<w:p>{run('The chart')}<w:r>{both}</w:r></w:p>") == "The chart\n\nHarbour Master\n"


def test_the_head_of_the_first_page_comes_first_and_feet_are_left_out() -> None:
    def change(written: Any) -> None:
        written.sections[0].header.paragraphs[0].text = "Position number: 700112"
        written.sections[0].footer.paragraphs[0].text = "Revised in May"

    assert word_of(f"<w:p>{run('The Director')}</w:p>", change=change) == "Position number: 700112\n\nThe Director\n"


def test_styles_in_a_circle_end() -> None:
    def change(written: Any) -> None:
        one, other = (written.styles.add_style(name, 1) for name in ("One", "Other"))
        one.base_style, other.base_style = other, one
        written.paragraphs[0].style = one

    assert word_of(f"<w:p>{run('Text')}</w:p>", change=change) == "Text\n"


def web_of(page: str) -> str:
    from orgraph.read.web import web

    return web(page.encode(), "a.html").text


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    assert web_of("<h2>A</h2>B<br>C <b>d</b>e<ul><li>x<ol><li>y</ol><li>z</ul><p hidden>no</p>") == (
        "## A\n\nB\nC de\n\n*   x\n    *   y\n*   z\n"
    )


def test_tables_that_lay_a_page_out_are_no_rows() -> None:
    inner = "<table><tr><td>Level<td>EX-01</table>"
    assert (
        web_of(f"<table><tr><td><h1>Title</h1><p>Text<td>{inner}</table>") == "# Title\n\nText\n\n| Level | EX-01 |\n"
    )


def test_a_page_that_nests_without_end_is_read() -> None:
    assert web_of("<div>" * 50_000 + "deep") == "deep\n"


def _locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 720, "x")
    canvas.save()
    return buffer.getvalue()


def _empty_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(72, 720, 10, 10)
    canvas.save()
    return buffer.getvalue()


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
        for _ in range(1100):
            part.write(bytes(1 << 20))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", _locked, "password"),
        ("a.pdf", _empty_pdf, "a scan"),
        ("a.pdf", lambda: b"%PDF-1.7\nbroken", "no PDF that can be read"),
        ("a.docx", lambda: b"PK\x03\x04 broken", "no Word document"),
        ("a.docx", _bomb, "unpacks to"),
        ("a.html", lambda: b"<script>1</script>", "empty"),
        ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", r"save it as \.docx"),
        ("a.rtf", lambda: rb"{\rtf1 The Director reports to the Mayor.}", r"save it as \.docx"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: Callable[[], bytes], reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data())
    with pytest.raises(UnreadableSource, match=reason):
        read(str(path))


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html"])
@given(noise=st.binary(max_size=300), place=st.integers(min_value=0), cut=st.integers(min_value=0, max_value=50))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_damaged_files_are_read_or_refused(
    ending: str, noise: bytes, place: int, cut: int, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    good = whole[ending]
    place %= len(good)
    path = tmp_path / f"a{ending}"
    path.write_bytes(good[:place] + noise + good[place + cut :])
    try:
        _quotes_hold(read(str(path)))
    except UnreadableSource as refused:
        assert refused.reason


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    return {path.suffix: path.read_bytes() for path in (in_word(folder), in_pdf(folder), in_web(folder))}
