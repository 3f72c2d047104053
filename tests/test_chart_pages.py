"""Pages: every box on a page, tags both ways, print that can be read, and the report that proves it."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from chart_factory import bare, claim, organization, random_forest
from click.testing import CliRunner, Result

from orgraph.chart import compose, render
from orgraph.chart.book import prove
from orgraph.chart.content import gather
from orgraph.chart.elbows import Elbow, elbow, pieces
from orgraph.chart.layout import lay_out
from orgraph.chart.pages import split
from orgraph.chart.paper import PAPERS, paper
from orgraph.chart.view import View
from orgraph.cli import main
from orgraph.errors import UnknownName

A4 = paper("a4", landscape=True)
RULES = ("none", "manager", "level", "level:3", "unit", "2", "7", "25")
EXAMPLE = str(Path(__file__).parents[1] / "data" / "digital-service" / "clean")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", range(12))
def test_every_box_is_on_a_page_below_its_superior_or_a_tag(rule: str, seed: int) -> None:
    graph = random_forest(seed, most=60)
    book = compose(graph, paper=A4, breaks=rule)
    whole = gather(graph).forest
    charts = [page.layout for page in book.pages if page.layout.boxes]
    assert {box.id for layout in charts for box in layout.boxes} == set(whole.names)
    if rule.isdecimal():
        assert max(len(layout.boxes) for layout in charts) <= int(rule)
    report = prove(book)
    assert (report.overlaps, report.crossings) == (0, 0)
    pairs = zip(whole.names, whole.parents, strict=True)
    home = {name: whole.names[above] if above >= 0 else None for name, above in pairs}
    tied = {(box.id, box.superior) for layout in charts for box in layout.boxes if box.superior}
    assert tied == {(name, above) for name, above in home.items() if above}, "a line was lost between the pages"
    for number, page in enumerate(book.pages, 1):
        for box in page.layout.boxes:
            for mark in (mark for mark in box.marks if mark.page):
                there = {other.id for other in book.pages[mark.page - 1].layout.boxes}
                assert mark.page != number
                assert box.id in there or not mark.text.startswith("continued")


def test_a_cut_branch_is_tagged_both_ways() -> None:
    edges = [("position/b", "position/a"), ("position/c", "position/b"), ("position/d", "position/a")]
    book = compose(organization(edges), paper=A4, breaks="manager")
    assert [page.name for page in book.pages] == ["Index of 2 pages", "A", "B"]
    _, first, second = book.pages
    tag = {box.facts.title: [(mark.text, mark.page) for mark in box.marks] for box in first.layout.boxes}
    assert tag == {"A": [], "B": [("continued on page 3", 3)], "D": []}
    assert [(mark.text, mark.page) for mark in second.layout.boxes[0].marks] == [("continued from page 2", 2)]
    entries = [(label.text, label.page) for label in book.pages[0].sheet.labels if label.page]
    assert entries == [("2 A (3)", 2), ("3 B (2)", 3)]


def test_many_reports_of_one_box_are_dealt_to_pages() -> None:
    content = gather(bare((f"p{n:03d}", "boss") for n in range(100)))
    parts = split(content, "26")
    assert [len(part.boxes) for part in parts] == [26, 26, 26, 26]
    assert all(part.boxes[0] == 0 for part in parts)
    assert all(len(set(a.boxes) & set(b.boxes)) == 1 for a, b in pairwise(parts))


def test_small_trees_share_a_page() -> None:
    content = gather(organization([(f"position/{n}-b", f"position/{n}-a") for n in range(6)]))
    assert [part.name for part in split(content, "6")] == ["0 A and 2 more", "3 A and 2 more"]


@pytest.mark.parametrize("rule", ["1", "0", "-4", "level:x", "week", ""])
def test_a_break_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(UnknownName, match="level:N"):
        split(gather(organization()), rule)


def test_a_line_across_pages_names_the_page() -> None:
    edges = [("position/b", "position/a"), ("position/c", "position/b"), ("position/d", "position/a"),
             ("position/e", "position/d"), ("position/c", "position/e", "functional_line_to")]  # fmt: skip
    book = compose(organization(edges), paper=A4, breaks="manager")
    box = next(box for page in book.pages for box in page.layout.boxes if box.id == "position/c")
    assert [mark.text for mark in box.marks] == ["functional line to E: page 4"]


# --- paper -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("landscape", [False, True])
def test_a_page_has_the_size_of_its_paper(name: str, landscape: bool) -> None:
    size = paper(name, landscape=landscape)
    (page,) = compose(random_forest(3, most=40), paper=size, breaks="none").pages
    assert page.sheet.width * page.sheet.scale == pytest.approx(size.width)
    assert page.sheet.height * page.sheet.scale == pytest.approx(size.height)
    box = max(page.layout.boxes, key=lambda box: box.x + box.width)
    assert (page.sheet.x + box.x + box.width) * page.sheet.scale <= size.width
    assert all(label.y * page.sheet.scale < size.height for label in page.sheet.labels)


def test_paper_takes_as_many_pages_as_legible_print_needs() -> None:
    graph = bare((f"p{n:04d}", f"p{(n - 1) // 5:04d}") for n in range(1, 400))
    crowded = prove(compose(graph, paper=A4, breaks="none"))
    legible = prove(compose(graph, paper=A4, least=6))
    assert crowded.smallest < 6 <= legible.smallest
    assert legible.pages > 5
    few = bare((f"p{n:04d}", f"p{(n - 1) // 5:04d}") for n in range(1, 40))
    assert prove(compose(few, paper=paper("a5"), least=8)).smallest >= 8
    assert str(crowded).startswith("1 page, 400 boxes, smallest text ")


def text_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def test_the_text_of_a_pdf_can_be_found_and_its_tags_are_links() -> None:
    edges = [("position/b", "position/a"), ("position/c", "position/b")]
    labels = {"position/a": "Directrice générale, Œuvres", "position/b": "Wächter <b>", "position/c": "C"}
    data = render(compose(organization(edges, labels), title="Größe", paper=A4, breaks="manager"), "pdf")
    index, first, second = text_of(data)
    assert "Größe" in index
    assert "Directrice générale, Œuvres" in " ".join(first.split())
    assert "Wächter <b>" in second
    assert data.count(b"/Link") >= 4
    sizes = [pypdfium2.PdfDocument(data)[page].get_size() for page in range(3)]
    assert all(size == pytest.approx((A4.width, A4.height), abs=0.1) for size in sizes)


def test_slides_are_native_and_glued() -> None:
    edges = [(f"position/{n:04d}", f"position/{(n - 1) // 6:04d}") for n in range(1, 2000)]
    data = render(compose(bare(edges)), "pptx")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        slide = ElementTree.fromstring(file.read("ppt/slides/slide1.xml"))
    main_, drawing = (
        f"{{http://schemas.openxmlformats.org/{part}/2006/main}}" for part in ("presentationml", "drawingml")
    )
    ids = [int(element.get("id", 0)) for element in slide.iter(f"{main_}cNvPr")]
    assert len(ids) == len(set(ids)), "PowerPoint repairs a slide whose shapes share an id"
    boxes = [shape for shape in slide.iter(f"{main_}sp") if "position/" in "".join(shape.itertext())]
    assert len(boxes) == 2000
    glued = {end.get("id") for tag in ("stCxn", "endCxn") for end in slide.iter(f"{drawing}{tag}")}
    assert all(shape.find(f"{main_}nvSpPr/{main_}cNvPr").get("id") in glued for shape in boxes)  # type: ignore[union-attr]
    assert all(100 <= int(text.get("sz", 100)) <= 400_000 for text in slide.iter(f"{drawing}rPr"))
    for size in slide.iter(f"{drawing}ext"):
        assert int(size.get("cx", 0)) >= 0
        assert int(size.get("cy", 0)) >= 0


def drawn(way: Elbow) -> list[tuple[float, float]]:
    """Where a program draws a connector: the preset in its frame, flipped, then turned about the middle."""
    share = way.share or 0.0
    preset = [(0.0, 0.0), (share * way.width, 0.0), (share * way.width, way.height), (way.width, way.height)]
    points = []
    for x, y in preset if way.share is not None else (preset[0], preset[-1]):
        u = (way.width - x if way.flip_h else x) - way.width / 2
        v = (way.height - y if way.flip_v else y) - way.height / 2
        for _ in range(way.turn // 5_400_000):
            u, v = -v, u
        points.append((way.x + way.width / 2 + u, way.y + way.height / 2 + v))
    return points


@pytest.mark.parametrize("seed", range(40))
def test_connectors_run_where_our_lines_run(seed: int) -> None:
    layout = lay_out(random_forest(seed, most=80), aspect=(0.5, 1.6)[seed % 2])
    boxes = {box.id: box for box in layout.boxes}
    for line in (line for line in layout.lines if line.role == "tree"):
        parts = pieces(line.points)
        assert (parts[0][0], parts[-1][-1]) == (line.points[0], line.points[-1])
        for part in parts:
            way = elbow(part, boxes[line.superior] if len(parts) == 1 else None)
            found = drawn(way)
            assert found[-1] == pytest.approx(part[-1], abs=0.05)
            if len(part) == 3:  # down a spine
                assert all(x <= part[1][0] + 0.1 for x, _ in found[:-1])
                continue
            assert found == [pytest.approx(point, abs=0.05) for point in part]


def test_a_page_is_a_slide_and_a_diagram() -> None:
    book = compose(random_forest(5, most=60), paper=A4, breaks="manager")
    with zipfile.ZipFile(io.BytesIO(render(book, "pptx"))) as file:
        slides = [name for name in file.namelist() if name.startswith("ppt/slides/slide")]
    assert len(slides) == len(book.pages)
    root = ElementTree.fromstring(render(book, "drawio"))
    assert len(root.findall("diagram")) == len(book.pages)


def test_draw_io_lines_are_tied_to_boxes() -> None:
    root = ElementTree.fromstring(render(compose(random_forest(8, most=60)), "drawio"))
    known = {element.get("id") for tag in ("mxCell", "UserObject") for element in root.iter(tag)}
    edges = [cell for cell in root.iter("mxCell") if cell.get("edge")]
    assert edges
    assert all({cell.get("source"), cell.get("target")} <= known for cell in edges)
    assert all("html=0" in cell.get("style", "html=0") for cell in root.iter("mxCell"))


# --- the command ----------------------------------------------------------------------------------------


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["chart", EXAMPLE, *arguments])


def test_the_classification_page(tmp_path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "file.pdf"
    done = run("--preset", "classification", "--focus", "Head of Engineering", "-o", str(out))
    assert done.exit_code == 0, done.output
    (page,) = text_of(out.read_bytes())
    for words in ("EX-04 · No. 700100", "Head of Product", "Build Team", "signature, date", "effective 20"):
        assert words in page, words
    assert "Chief of Staff" not in page
    assert "layout: 1 page, " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--paper", "a5", "--break", "none", "--min-text", "9"), 1, "the limit is 9"),
        (("--paper", "a4", "--break", "manager", "--max-pages", "2"), 1, "the limit is 2"),
        (("--paper", "a3", "--landscape", "--max-pages", "1"), 0, "0 lines through boxes"),
        (("--break", "week"), 2, "unknown break 'week'"),
        (("--landscape",), 2, "give --paper"),
        (("--preset", "classification"), 2, "needs --focus"),
        (("--root", "Nobody"), 2, "unknown box 'Nobody'"),
        (("--show", "mood"), 2, "'mood' is no fact of a box; one of: unit"),
        (("--engine", "graphviz", "--format", "pptx"), 2, "draws svg, png or pdf"),
        (("--engine", "graphviz", "--paper", "a4"), 2, "one page of its own size"),
        (("--root", "Director, Delivery", "--paper", "a4", "--break", "level:2"), 0, "layout: 3 pages"),
    ],
)
def test_limits_and_mistakes(arguments: tuple[str, ...], code: int, said: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    done = run(*arguments, *(() if "--format" in arguments else ("-o", str(tmp_path / "out.pdf"))))
    assert (done.exit_code, said in done.stderr) == (code, True), done.stderr


def test_a_single_picture_holds_no_book() -> None:
    done = run("--break", "manager", "--format", "svg")
    assert done.exit_code == 2
    assert "svg holds one page, and this chart has" in done.stderr


def test_findings_are_marks_and_colours() -> None:
    done = run("--show", "+finding", "--color", "finding", "--format", "svg")
    assert "error: fte-rollup" in done.stdout
    assert "finding: error" in done.stdout
    assert View().color == "none"


def test_tops_of_one_title_are_told_apart_in_the_index() -> None:
    edges = [(f"position/{child}", f"position/{boss}") for child, boss in ("ba", "ca", "db", "ec")]
    labels = {"position/b": "Stock Manager", "position/c": "Stock Manager"}
    holder = claim("position/b", "incumbent", None, text="Ben Quay")
    graph = organization([*edges, ("position/c", "unit/s", "in_unit")], labels, {"position/b": {"claims": (holder,)}})
    names = [page.name for page in compose(graph, breaks="manager").pages]
    assert names[1:] == ["A", "Stock Manager, Ben Quay", "Stock Manager, S"]


def test_a_chart_marks_what_changed_since_an_older_state(tmp_path: Path) -> None:
    head = "Employee ID,Name,Job Title,Manager ID,Department\n1,Ada,Master,,Port\n"
    for name, rows in (("old.csv", "2,Ben,Clerk,1,Port\n"), ("new.csv", "3,Cora,Pilot,1,Port\n")):
        (tmp_path / name).write_text(head + rows, "utf-8")
    old, new, target = (str(tmp_path / name) for name in ("old.csv", "new.csv", "changes.svg"))
    result = CliRunner().invoke(main, ["chart", new, "--diff", old, "-o", target])
    assert result.exit_code == 0, result.output
    svg = Path(target).read_text("utf-8")
    assert svg.count("removed") >= 2 and svg.count("added") >= 2  # at the box, and in the legend
    outline = CliRunner().invoke(main, ["chart", new, "--diff", old, "--format", "text", "--root", "Clerk"]).output
    assert "Clerk · Port · Ben · position, described; removed" in outline
    missing = CliRunner().invoke(main, ["chart", new, "--diff", str(tmp_path / "none.csv"), "-o", target])
    assert missing.exit_code == 3
