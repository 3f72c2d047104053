"""PowerPoint files against the schema of their format: what breaks it makes PowerPoint ask for a repair."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from chart_factory import bare, organization, random_forest
from openxml_audit import validate_pptx
from test_svg import HOSTILE

from orgraph.chart import compose, draw, render
from orgraph.chart.paper import Paper

MAIN = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
A4 = Paper(842.0, 595.0)
EDGES = [("position/b", "position/a"), ("position/c", "position/a"), ("position/d", "position/b"),
         ("position/e", "position/c"), ("position/d", "position/c", "functional_line_to")]  # fmt: skip


def faults(data: bytes, folder: Path) -> list[str]:
    path = folder / "chart.pptx"
    path.write_bytes(data)
    return [f"{error.part_uri}: {error.description}" for error in validate_pptx(str(path)).errors]


@pytest.mark.parametrize(
    "graph",
    [
        organization(EDGES),
        organization(),
        organization(EDGES, {f"position/{n}": text for n, text in zip("abcde", HOSTILE, strict=False)}),
        *(random_forest(seed, most=60) for seed in range(40, 48)),
        bare((f"position/{n:04d}", f"position/{(n - 1) // 6:04d}") for n in range(1, 2_000)),
    ],
    ids=["lines", "empty", "hostile", *map(str, range(40, 48)), "2000 boxes"],
)
def test_a_slide_follows_the_schema(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    assert faults(draw(graph, "pptx"), tmp_path) == []


def test_so_do_many_slides(tmp_path: Path) -> None:
    book = compose(random_forest(5, most=60), paper=A4, breaks="manager")
    assert len(book.pages) > 2
    assert faults(render(book, "pptx"), tmp_path) == []


def test_the_checker_tells_what_would_be_repaired(tmp_path: Path) -> None:
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draw(organization(EDGES), "pptx"))) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<p:cNvPr id="3"', b'<p:cNvPr id="2"'))
    assert any("Duplicate" in fault for fault in faults(broken.getvalue(), tmp_path))


@pytest.mark.parametrize("seed", range(6))
def test_every_line_of_the_chart_is_glued_at_both_ends(seed: int) -> None:
    layout = compose(random_forest(seed, most=60)).pages[0].layout
    with zipfile.ZipFile(io.BytesIO(draw(random_forest(seed, most=60), "pptx"))) as file:
        slide = ElementTree.fromstring(file.read("ppt/slides/slide1.xml"))
    assert not list(slide.iter(f"{DRAWING}custGeom"))
    known = {shape.get("id"): shape.get("name") for shape in slide.iter(f"{MAIN}cNvPr")}
    lines = [
        [
            known[found.get("id")]
            for tag in ("stCxn", "endCxn")
            if (found := line.find(f".//{DRAWING}{tag}")) is not None
        ]
        for line in slide.iter(f"{MAIN}cxnSp")
    ]
    glued = [ends for ends in lines if ends]
    assert all(len(ends) == 2 for ends in glued)
    touched = {end for ends in glued for end in ends} - {"joint"}
    titles = {box.id: box.facts.title[:120] for box in layout.boxes}
    assert touched == {titles[end] for line in layout.lines if line.points for end in (line.superior, line.subordinate)}
